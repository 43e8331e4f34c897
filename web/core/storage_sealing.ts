/**
 * How a value lies in the browser's database: sealed, under a hidden name.
 *
 * A name is a path such as `conversation/<id>/entry/<n>`. Each segment is
 * replaced by an HMAC over itself and all before it, so that the entries below
 * a path lie together without telling its name. A value is sealed together with
 * its name, bound to its place: nonce (12) || AES-GCM(length of name (2) ||
 * name || value, aad = place).
 */
import { concatBytes, fromUtf8, plainBytes, randomBytes, toBase64url, utf8 } from "./bytes.ts";
import { CoreError } from "./errors.ts";
import { hkdfSha256 } from "./kdf.ts";

/** Neither can be read out of the browser: AES-256-GCM seals values, HMAC-SHA256 hides names. */
export interface Keys {
  readonly sealing: CryptoKey;
  readonly naming: CryptoKey;
}

export interface Sealing {
  /** Where the entry of this path lies. */
  place(path: string): Promise<string>;
  /** Where what is below this path lies; "" for everything. */
  within(path: string): Promise<string>;
  seal(at: string, name: string, value: Uint8Array): Promise<Uint8Array>;
  unseal(at: string, sealed: Uint8Array): Promise<readonly [name: string, value: Uint8Array]>;
}

const REMEMBERED = 1_000;

export async function makeKeys(): Promise<Keys> {
  return {
    sealing: await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
    naming: await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  };
}

/** The keys that follow from a master key, which can be wrapped. */
export async function keysFrom(master: Uint8Array): Promise<Keys> {
  const [sealing, naming] = await Promise.all([hkdfSha256(master, "alcove/v1/device/sealing"), hkdfSha256(master, "alcove/v1/device/naming")]);
  return {
    sealing: await crypto.subtle.importKey("raw", plainBytes(sealing), "AES-GCM", false, ["encrypt", "decrypt"]),
    naming: await crypto.subtle.importKey("raw", plainBytes(naming), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  };
}

export function createSealing(keys: Keys): Sealing {
  const places = new Map<string, Promise<string>>();

  async function compute(path: string): Promise<string> {
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? "" : `${await within(path.slice(0, slash))}/`;
    const mac = await crypto.subtle.sign("HMAC", keys.naming, plainBytes(utf8(path)));
    return parent + toBase64url(new Uint8Array(mac).slice(0, 16));
  }

  /** Places of inner paths are asked for again and again. */
  function within(path: string): Promise<string> {
    if (path === "") return Promise.resolve("");
    const known = places.get(path) ?? compute(path);
    if (places.size > REMEMBERED) places.clear();
    places.set(path, known);
    return known;
  }

  return {
    place: compute,
    within,
    async seal(at, name, value) {
      const encoded = utf8(name);
      const iv = randomBytes(12);
      const plain = concatBytes(Uint8Array.of(encoded.length >> 8, encoded.length & 255), encoded, value);
      const params = { name: "AES-GCM", iv, additionalData: plainBytes(utf8(at)) };
      return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(params, keys.sealing, plain)));
    },
    async unseal(at, sealed) {
      const params = { name: "AES-GCM", iv: plainBytes(sealed.slice(0, 12)), additionalData: plainBytes(utf8(at)) };
      let plain: Uint8Array;
      try {
        plain = new Uint8Array(await crypto.subtle.decrypt(params, keys.sealing, plainBytes(sealed.subarray(12))));
      } catch {
        throw new CoreError("storage_damaged");
      }
      const end = 2 + (((plain[0] ?? 0) << 8) | (plain[1] ?? 0));
      return [fromUtf8(plain.subarray(2, end)), plain.slice(end)];
    },
  };
}
