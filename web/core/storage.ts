/**
 * What this browser keeps: an IndexedDB in which nothing can be read.
 *
 * Two keys are made when something is first stored, and cannot be read out,
 * neither by us nor by a script that got in: AES-256-GCM seals values, HMAC-
 * SHA256 hides names. Whoever copies the browser's files gets ciphertext and
 * the number of entries. Destroying the keys destroys everything.
 *
 * A name is a path such as `conversation/<id>/entry/<n>`. Each segment is
 * replaced by an HMAC over itself and all before it, so that the entries below
 * a path lie together without telling its name. A value is sealed together with
 * its name, bound to its place: nonce (12) || AES-GCM(length of name (2) ||
 * name || value, aad = place).
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { compareBytes, concatBytes, fromUtf8, plainBytes, randomBytes, toBase64url, utf8 } from "./bytes.ts";
import type { DeviceStore } from "./context.ts";
import { CoreError } from "./errors.ts";

interface Keys {
  readonly sealing: CryptoKey;
  readonly naming: CryptoKey;
}
interface Schema extends DBSchema {
  keys: { key: "keys"; value: Keys };
  entries: { key: string; value: Uint8Array };
}

/** A store that can be cut off: after `close` nothing is written until `reopen`, so that another window can go on with it. */
export interface ClosableStore extends DeviceStore {
  close(): void;
  reopen(): void;
}

const NAME = "alcove";
/** Sorts behind every base64url character, so that [place/, place/￿) holds all below a place. */
const BEYOND = "\uffff";
const REMEMBERED = 1_000;

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("keys");
      db.createObjectStore("entries");
    },
  });
}

async function makeKeys(): Promise<Keys> {
  return {
    sealing: await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    naming: await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  };
}

/** The browser's store. Rejects with "storage_unavailable" where the browser refuses to keep anything. */
export function createIndexedDbStore(): ClosableStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  let keysLoading: Promise<Keys> | undefined;
  const places = new Map<string, Promise<string>>();
  let closed = false;

  function database(): Promise<IDBPDatabase<Schema>> {
    if (closed) return Promise.reject(new CoreError("other_tab"));
    opening ??= openDatabase().catch(() => {
      opening = undefined;
      throw new CoreError("storage_unavailable");
    });
    return opening;
  }

  function keys(): Promise<Keys> {
    keysLoading ??= loadKeys().catch((error: unknown) => {
      keysLoading = undefined;
      throw error;
    });
    return keysLoading;
  }

  async function loadKeys(): Promise<Keys> {
    const db = await database();
    const kept = await db.get("keys", "keys");
    if (kept) return kept;
    const made = await makeKeys();
    // Another window may have been first: then its keys count.
    const write = db.transaction("keys", "readwrite", { durability: "strict" });
    const meanwhile = await write.store.get("keys");
    if (!meanwhile) await write.store.put(made, "keys");
    await write.done;
    return meanwhile ?? made;
  }

  /** The place of the path that `segments` make; places of inner paths are remembered. */
  async function place(segments: readonly string[]): Promise<string> {
    if (segments.length === 0) return "";
    const path = segments.join("/");
    const parent = await remembered(segments.slice(0, -1));
    const mac = await crypto.subtle.sign("HMAC", (await keys()).naming, plainBytes(utf8(path)));
    return `${parent}${parent ? "/" : ""}${toBase64url(new Uint8Array(mac).slice(0, 16))}`;
  }

  function remembered(segments: readonly string[]): Promise<string> {
    const path = segments.join("/");
    const known = places.get(path) ?? place(segments);
    if (places.size > REMEMBERED) places.clear();
    places.set(path, known);
    return known;
  }

  async function seal(at: string, name: string, value: Uint8Array): Promise<Uint8Array> {
    const encoded = utf8(name);
    const iv = randomBytes(12);
    const plain = concatBytes(Uint8Array.of(encoded.length >> 8, encoded.length & 255), encoded, value);
    const params = { name: "AES-GCM", iv, additionalData: plainBytes(utf8(at)) };
    return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(params, (await keys()).sealing, plain)));
  }

  async function unseal(at: string, sealed: Uint8Array): Promise<readonly [string, Uint8Array]> {
    const params = { name: "AES-GCM", iv: plainBytes(sealed.slice(0, 12)), additionalData: plainBytes(utf8(at)) };
    let plain: Uint8Array;
    try {
      plain = new Uint8Array(await crypto.subtle.decrypt(params, (await keys()).sealing, plainBytes(sealed.subarray(12))));
    } catch {
      throw new CoreError("storage_damaged");
    }
    const end = 2 + (((plain[0] ?? 0) << 8) | (plain[1] ?? 0));
    return [fromUtf8(plain.subarray(2, end)), plain.slice(end)];
  }

  return {
    async get(key) {
      const at = await place(key.split("/"));
      const sealed = await (await database()).get("entries", at);
      return sealed && (await unseal(at, sealed))[1];
    },
    async put(entries) {
      const ready = await Promise.all(entries.map(async ([key, value]) => {
        const at = await place(key.split("/"));
        return { at, sealed: value && (await seal(at, key, value)) };
      }));
      const write = (await database()).transaction("entries", "readwrite", { durability: "strict" });
      // A write that fails aborts the whole transaction, which `done` tells.
      for (const { at, sealed } of ready) (sealed ? write.store.put(sealed, at) : write.store.delete(at)).catch(() => undefined);
      await write.done.catch((error: unknown) => {
        throw new CoreError(error instanceof DOMException && error.name === "QuotaExceededError" ? "storage_full" : "storage_unavailable");
      });
    },
    async list(prefix) {
      const segments = prefix.split("/");
      const within = await remembered(segments.slice(0, -1));
      const db = await database();
      const range = within ? IDBKeyRange.bound(`${within}/`, `${within}/${BEYOND}`) : null;
      const [found, sealed] = await Promise.all([db.getAllKeys("entries", range), db.getAll("entries", range)]);
      const all = await Promise.all(found.map((at, i) => unseal(at, sealed[i] ?? new Uint8Array())));
      return sorted(all.filter(([name]) => name.startsWith(prefix)));
    },
    async destroy() {
      const write = (await database()).transaction(["keys", "entries"], "readwrite", { durability: "strict" });
      void write.objectStore("keys").clear();
      void write.objectStore("entries").clear();
      await write.done;
      keysLoading = undefined;
      places.clear();
    },
    close() {
      closed = true;
      void opening?.then((db) => db.close());
      opening = undefined;
    },
    reopen() {
      closed = false;
      // The other window may have logged out and made new keys.
      keysLoading = undefined;
      places.clear();
    },
  };
}

/** Keeps everything in memory: for Node, and for tests. */
export function createMemoryStore(): DeviceStore {
  const kept = new Map<string, Uint8Array>();
  return {
    get: async (key) => kept.get(key)?.slice(),
    async put(entries) {
      for (const [key, value] of entries) {
        if (value) kept.set(key, value.slice());
        else kept.delete(key);
      }
    },
    list: async (prefix) => sorted([...kept].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key, value.slice()] as const)),
    async destroy() {
      kept.clear();
    },
  };
}

/** The same store, to be cut off by `close`: writes that come later are refused with "other_tab". */
export function closable(store: DeviceStore): ClosableStore {
  let closed = false;
  const open = async (): Promise<DeviceStore> => {
    if (closed) throw new CoreError("other_tab");
    return store;
  };
  return {
    get: async (key) => (await open()).get(key),
    put: async (entries) => (await open()).put(entries),
    list: async (prefix) => (await open()).list(prefix),
    destroy: async () => (await open()).destroy(),
    close: () => void (closed = true),
    reopen: () => void (closed = false),
  };
}

function sorted(entries: readonly (readonly [string, Uint8Array])[]): readonly (readonly [string, Uint8Array])[] {
  return entries.map((entry) => ({ entry, name: utf8(entry[0]) })).sort((a, b) => compareBytes(a.name, b.name)).map(({ entry }) => entry);
}
