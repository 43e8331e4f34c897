/**
 * What this browser keeps: an IndexedDB in which nothing can be read.
 *
 * Two keys (storage_sealing.ts) are made when something is first stored, and
 * cannot be read out, neither by us nor by a script that got in. Whoever copies
 * the browser's files gets ciphertext and the number of entries. Destroying the
 * keys destroys everything.
 *
 * Without a lock the keys lie in the database. With one they follow from a master
 * key (device_lock.ts), are in memory only while the browser is unlocked, and
 * everything was sealed anew under them when PIN or passkey were last set. What
 * each of these wraps the master key with is kept among what is sealed, so that
 * one can be changed without asking for the other.
 *
 * Aside of all that, a store of memory can stand in for the database: for a
 * session that shall leave no trace, and while somebody proves by their
 * passphrase that they may open what is locked.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type LockPasskey, PIN_ATTEMPTS } from "./api.ts";
import { compareBytes, randomBytes, utf8 } from "./bytes.ts";
import type { DeviceStore } from "./context.ts";
import { DATABASE, mayBeKept } from "./database.ts";
import { type LockRecord, makeLock, openByPasskey, openByPin, openByVault, type Openers, type Opening, passkeyOpener, pinOpener } from "./device_lock.ts";
import { CoreError } from "./errors.ts";
import { createSealing, type Keys, keysFrom, makeKeys, type Sealing } from "./storage_sealing.ts";

interface Schema extends DBSchema {
  keys: { key: "keys" | "lock"; value: Keys | LockRecord };
  entries: { key: string; value: Uint8Array };
}

/** A store that can be cut off: after `close` nothing is written until `reopen`, so that another window can go on with it. */
export interface ClosableStore extends DeviceStore {
  close(): void;
  reopen(): void;
}

/** The store of a browser, which a PIN or a passkey can lock. While it is locked all it is asked for is refused with "locked". */
export interface BrowserStore extends ClosableStore {
  /** How it is locked; undefined without a lock. */
  lockedBy(): Promise<{ readonly pin: boolean; readonly passkey?: LockPasskey } | undefined>;
  /** How many wrong PINs are still borne; undefined while it is not locked. */
  attemptsLeft(): Promise<number | undefined>;
  /** Seals everything anew, to be opened by this PIN or by the vault key. */
  setPin(pin: string, vaultKey: Uint8Array): Promise<void>;
  /** Seals everything anew without the PIN; without a passkey as well under keys that nothing protects. */
  removePin(vaultKey: Uint8Array): Promise<void>;
  /** The same for a passkey, beside the PIN if there is one. Rejects with "pin_required" while it is not known here what the PIN wraps with. */
  setPasskey(passkey: LockPasskey, secret: Uint8Array, vaultKey: Uint8Array): Promise<void>;
  removePasskey(vaultKey: Uint8Array): Promise<void>;
  /** Forgets the keys. */
  lock(): Promise<void>;
  /** False for a wrong PIN; the last wrong one destroys everything. */
  unlock(pin: string): Promise<boolean>;
  /** The same while it is unlocked, to be sure who asks; after the last wrong one ("spent") the caller ends what lives on the store, and destroys. */
  provePin(pin: string): Promise<"right" | "wrong" | "spent">;
  /** False for another passkey's secret; nobody can try those, so they are not counted. */
  unlockByPasskey(secret: Uint8Array): Promise<boolean>;
  provePasskey(secret: Uint8Array): Promise<boolean>;
  /** Keeps in memory alone from now on: until `settle`, or for good; or in the database again. */
  setAside(how: "until-settled" | "for-good" | "not"): void;
  /** Writes what was set aside to the database: beside what this vault key opens, else in its place. */
  settle(vaultKey: Uint8Array): Promise<void>;
  /** True while nothing is written to the device. */
  traceless(): boolean;
}

/** What PIN and passkey wrap the master key with. */
const PIN_KEY = "lock/pin";
const PASSKEY_KEY = "lock/passkey";
/** Sorts behind every base64url character, so that [place/, place/\uffff) holds all below a place. */
const BEYOND = "\uffff";

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore("keys");
      db.createObjectStore("entries");
    },
  });
}

/** The browser's store. Rejects with "storage_unavailable" where the browser refuses to keep anything. */
export function createIndexedDbStore(): BrowserStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  let sealingLoading: Promise<Sealing | undefined> | undefined;
  let aside: { readonly store: DeviceStore; readonly forGood: boolean } | undefined;
  let closed = false;
  /** Sealing anew waits for what is under way, and lets nothing begin meanwhile. */
  let sealingAnew: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  function database(): Promise<IDBPDatabase<Schema>> {
    if (closed) return Promise.reject(new CoreError("other_tab"));
    opening ??= openDatabase().catch(() => {
      opening = undefined;
      throw new CoreError("storage_unavailable");
    });
    return opening;
  }

  function forget(): void {
    sealingLoading = undefined;
  }

  /** Undefined while nothing was ever kept, unless keys are to be made. */
  async function sealing(make: boolean): Promise<Sealing | undefined> {
    sealingLoading ??= load(make).catch((error: unknown) => {
      forget();
      throw error;
    });
    const loading = sealingLoading;
    const loaded = await loading;
    if (loaded) return loaded;
    if (sealingLoading === loading) forget();
    return make ? sealing(true) : undefined;
  }

  async function load(make: boolean): Promise<Sealing | undefined> {
    if (!make && !opening && !(await mayBeKept())) return undefined;
    const db = await database();
    if (await db.get("keys", "lock")) throw new CoreError("locked");
    const kept = (await db.get("keys", "keys")) as Keys | undefined;
    if (kept) return createSealing(kept);
    if (!make) return undefined;
    const made = await makeKeys();
    // Another window may have been first: then its keys count.
    const write = db.transaction("keys", "readwrite", { durability: "strict" });
    const meanwhile = (await write.store.get("keys")) as Keys | undefined;
    if (!meanwhile) await write.store.put(made, "keys");
    await write.done;
    return createSealing(meanwhile ?? made);
  }

  async function lockRecord(): Promise<LockRecord | undefined> {
    if (!opening && !(await mayBeKept())) return undefined;
    return (await (await database()).get("keys", "lock")) as LockRecord | undefined;
  }

  async function putLock(record: LockRecord): Promise<void> {
    const write = (await database()).transaction("keys", "readwrite", { durability: "strict" });
    void write.store.put(record, "lock");
    await write.done;
  }

  /** Does what is asked of the store: where it stands aside there, else in the database. */
  async function doing<T>(there: (store: DeviceStore) => Promise<T>, here: () => Promise<T>): Promise<T> {
    if (closed) throw new CoreError("other_tab");
    if (aside) return there(aside.store);
    await sealingAnew;
    const work = here();
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  }

  async function get(key: string): Promise<Uint8Array | undefined> {
    const by = await sealing(false);
    const at = await by?.place(key);
    const sealed = at && (await (await database()).get("entries", at));
    return by && at && sealed ? (await by.unseal(at, sealed))[1] : undefined;
  }

  async function put(entries: Parameters<DeviceStore["put"]>[0]): Promise<void> {
    const by = await sealing(true);
    if (!by) throw new CoreError("storage_unavailable");
    const ready = await Promise.all(entries.map(async ([key, value]) => {
      const at = await by.place(key);
      return { at, sealed: value && (await by.seal(at, key, value)) };
    }));
    const write = (await database()).transaction("entries", "readwrite", { durability: "strict" });
    // A write that fails aborts the whole transaction, which `done` tells.
    for (const { at, sealed } of ready) (sealed ? write.store.put(sealed, at) : write.store.delete(at)).catch(() => undefined);
    await write.done.catch(refuseWrite);
  }

  async function entriesBelow(by: Sealing, path: string): Promise<readonly (readonly [string, Uint8Array])[]> {
    const within = await by.within(path);
    const db = await database();
    const range = within ? IDBKeyRange.bound(`${within}/`, `${within}/${BEYOND}`) : null;
    const [found, sealed] = await Promise.all([db.getAllKeys("entries", range), db.getAll("entries", range)]);
    return Promise.all(found.map((at, i) => by.unseal(at, sealed[i] ?? new Uint8Array())));
  }

  /** Seals everything under other keys, all or nothing, with some entries in place of what they were. */
  async function sealAnew(next: Keys, record: LockRecord | undefined, instead: ReadonlyMap<string, Uint8Array | undefined>): Promise<void> {
    let done = (): void => undefined;
    await sealingAnew;
    sealingAnew = new Promise((resolve) => (done = resolve));
    try {
      await Promise.allSettled([...underWay]);
      const [from, to] = [await sealing(true), createSealing(next)];
      if (!from) throw new CoreError("storage_unavailable");
      const kept = new Map<string, Uint8Array | undefined>([...(await entriesBelow(from, "")), ...instead]);
      const all = await Promise.all([...kept].flatMap(([name, value]) => (value ? [{ name, value }] : [])).map(async ({ name, value }) => {
        const at = await to.place(name);
        return [at, await to.seal(at, name, value)] as const;
      }));
      const write = (await database()).transaction(["keys", "entries"], "readwrite", { durability: "strict" });
      const [keys, entries] = [write.objectStore("keys"), write.objectStore("entries")];
      for (const asked of [
        keys.clear(), entries.clear(), record ? keys.put(record, "lock") : keys.put(next, "keys"),
        ...all.map(([at, sealed]) => entries.put(sealed, at)),
      ]) asked.catch(() => undefined);
      await write.done.catch(refuseWrite);
      sealingLoading = Promise.resolve(to);
    } finally {
      done();
    }
  }

  async function destroy(): Promise<void> {
    // A write that began before would come after, under keys made for it.
    await Promise.allSettled([...underWay]);
    forget();
    if (!opening && !(await mayBeKept())) return;
    const write = (await database()).transaction(["keys", "entries"], "readwrite", { durability: "strict" });
    void write.objectStore("keys").clear();
    void write.objectStore("entries").clear();
    await write.done;
    forget();
  }

  /** What the PIN opens; "spent" after the last wrong one, when everything has to be destroyed. */
  async function tryPin(pin: string): Promise<Opening | "wrong" | "spent"> {
    const record = await lockRecord();
    if (!record?.bound) return "wrong";
    // Counted before it is tried: pulling the plug gives no attempt back.
    const failures = record.failures + 1;
    if (failures <= PIN_ATTEMPTS) await putLock({ ...record, failures });
    const opening = failures <= PIN_ATTEMPTS ? await openByPin(record, pin) : undefined;
    if (opening) await putLock({ ...record, failures: 0 });
    return opening ?? (failures >= PIN_ATTEMPTS ? "spent" : "wrong");
  }

  async function tryPasskey(secret: Uint8Array): Promise<Opening | undefined> {
    const record = await lockRecord();
    const opening = record && (await openByPasskey(record, secret));
    if (record && opening) await putLock({ ...record, failures: 0 });
    return opening;
  }

  /** What the other part of the lock wraps with. */
  async function openersBeside(changing: "pin" | "passkey"): Promise<Openers> {
    const { bound, salt, passkey } = (await lockRecord()) ?? {};
    if (changing === "passkey" && bound && salt) {
      const key = await get(PIN_KEY);
      // Missing where what was kept was emptied, until the PIN opens it again.
      if (!key) throw new CoreError("pin_required");
      return { pin: { bound, salt, key } };
    }
    if (changing === "pin" && passkey) {
      const key = await get(PASSKEY_KEY);
      // As above; a passkey is made anew in a moment.
      return key ? { passkey: { id: passkey.id, salt: passkey.salt, key } } : {};
    }
    return {};
  }

  /** Seals everything anew, to be opened by these. */
  async function lockBy(by: Openers, vaultKey: Uint8Array): Promise<void> {
    const { pin, passkey } = by;
    const master = randomBytes(32);
    const record = pin || passkey ? await makeLock(master, by, vaultKey) : undefined;
    const kept = new Map([[PIN_KEY, pin?.key], [PASSKEY_KEY, passkey?.key]]);
    await sealAnew(record ? await keysFrom(master) : await makeKeys(), record, kept);
  }

  async function unlockWith(master: Uint8Array): Promise<void> {
    sealingLoading = Promise.resolve(createSealing(await keysFrom(master)));
  }

  async function unlockBy(opening: Opening | undefined, keptAs: string): Promise<boolean> {
    if (!opening) return false;
    await unlockWith(opening.master);
    if (!(await get(keptAs))) await put([[keptAs, opening.key]]);
    return true;
  }

  return {
    get: (key) => doing((store) => store.get(key), () => get(key)),
    put: (entries) => doing((store) => store.put(entries), () => put(entries)),
    list: (prefix) => doing((store) => store.list(prefix), async () => {
      const by = await sealing(false);
      const all = by ? await entriesBelow(by, prefix.slice(0, Math.max(0, prefix.lastIndexOf("/")))) : [];
      return sorted(all.filter(([name]) => name.startsWith(prefix)));
    }),
    async destroy() {
      if (!aside) return destroy();
      aside = { ...aside, store: createMemoryStore() };
    },
    close() {
      closed = true;
      aside = undefined;
      forget();
      void opening?.then((db) => db.close());
      opening = undefined;
    },
    reopen() {
      closed = false;
      // The other window may have logged out and made new keys.
      forget();
    },

    async lockedBy() {
      const record = aside ? undefined : await lockRecord();
      return record && { pin: record.bound !== undefined, ...(record.passkey ? { passkey: { id: record.passkey.id, salt: record.passkey.salt } } : {}) };
    },
    async attemptsLeft() {
      const record = aside || sealingLoading ? undefined : await lockRecord();
      return record && PIN_ATTEMPTS - record.failures;
    },
    async setPin(pin, vaultKey) {
      const { passkey } = await openersBeside("pin");
      await lockBy({ pin: await pinOpener(pin), ...(passkey ? { passkey } : {}) }, vaultKey);
    },
    async removePin(vaultKey) {
      const { passkey } = await openersBeside("pin");
      await lockBy(passkey ? { passkey } : {}, vaultKey);
    },
    async setPasskey(passkey, secret, vaultKey) {
      const { pin } = await openersBeside("passkey");
      await lockBy({ passkey: await passkeyOpener(passkey, secret), ...(pin ? { pin } : {}) }, vaultKey);
    },
    async removePasskey(vaultKey) {
      const { pin } = await openersBeside("passkey");
      await lockBy(pin ? { pin } : {}, vaultKey);
    },
    async lock() {
      await sealingAnew;
      await Promise.allSettled([...underWay]);
      forget();
    },
    async unlock(pin) {
      if (!(await lockRecord())) return true;
      const tried = await tryPin(pin);
      if (tried === "spent") await destroy();
      return typeof tried === "object" && unlockBy(tried, PIN_KEY);
    },
    async provePin(pin) {
      const tried = await tryPin(pin);
      return typeof tried === "object" ? "right" : tried;
    },
    async unlockByPasskey(secret) {
      if (!(await lockRecord())) return true;
      return unlockBy(await tryPasskey(secret), PASSKEY_KEY);
    },
    provePasskey: async (secret) => (await tryPasskey(secret)) !== undefined,
    setAside(how) {
      aside = how === "not" ? undefined : { store: createMemoryStore(), forGood: how === "for-good" };
    },
    async settle(vaultKey) {
      if (!aside || aside.forGood) return;
      const kept = await aside.store.list("");
      const record = await lockRecord();
      const master = record && (await openByVault(record, vaultKey));
      if (record && master) {
        await putLock({ ...record, failures: 0 });
        await unlockWith(master);
      } else {
        await destroy();
      }
      aside = undefined;
      await put(kept);
    },
    traceless: () => aside?.forGood === true,
  };
}

function refuseWrite(error: unknown): never {
  throw new CoreError(error instanceof DOMException && error.name === "QuotaExceededError" ? "storage_full" : "storage_unavailable");
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
