/**
 * Keys from keys, and sealing with them: HKDF-SHA256 (RFC 5869), HMAC-SHA256
 * and AES-256-GCM, all by WebCrypto.
 *
 * A sealed box is nonce (12 random bytes) || ciphertext || tag (16 bytes). With
 * random nonces one key must seal fewer than 2^32 boxes (NIST SP 800-38D §8.3);
 * every key here seals thousands. The additional data names what a box is for
 * ("alcove/v1/vault"), so that one kind can never be passed off as another.
 */
import { concatBytes, plainBytes, randomBytes, utf8 } from "./bytes.ts";

const NONCE = 12;
const TAG = 16;

/** What seal adds to the length of the plaintext: 28 bytes. */
export const SEAL_OVERHEAD = NONCE + TAG;

/** What sealed bytes are refused with: another key, another purpose, or altered on the way. */
export class UnsealError extends Error {
  constructor() {
    super("cannot be opened");
    this.name = "UnsealError";
  }
}

/** HKDF-SHA256 with an empty salt. `info` names the purpose, e.g. "alcove/v1/recovery/id". */
export async function hkdfSha256(secret: Uint8Array, info: string, length = 32): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", plainBytes(secret), "HKDF", false, ["deriveBits"]);
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: plainBytes(utf8(info)) };
  return new Uint8Array(await crypto.subtle.deriveBits(params, key, length * 8));
}

/** HMAC-SHA256: 32 bytes. */
export async function hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey("raw", plainBytes(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, plainBytes(data)));
}

function importAes(key: Uint8Array, usage: "encrypt" | "decrypt"): Promise<CryptoKey> {
  if (key.length !== 32) throw new RangeError("an AES-256 key has 32 bytes");
  return crypto.subtle.importKey("raw", plainBytes(key), "AES-GCM", false, [usage]);
}

/** Seals `plaintext` under a 32-byte key; `aad` must be the same on opening. */
export async function sealAesGcm(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Promise<Uint8Array> {
  const iv = randomBytes(NONCE);
  const params = { name: "AES-GCM", iv, additionalData: plainBytes(aad) };
  const sealed = await crypto.subtle.encrypt(params, await importAes(key, "encrypt"), plainBytes(plaintext));
  return concatBytes(iv, new Uint8Array(sealed));
}

/** Opens what sealAesGcm made; rejects with UnsealError. */
export async function openAesGcm(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Promise<Uint8Array> {
  if (sealed.length < SEAL_OVERHEAD) throw new UnsealError();
  const params = { name: "AES-GCM", iv: plainBytes(sealed.slice(0, NONCE)), additionalData: plainBytes(aad) };
  const imported = await importAes(key, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt(params, imported, plainBytes(sealed.subarray(NONCE))));
  } catch {
    throw new UnsealError();
  }
}
