/**
 * The recovery code: what one writes down, and what brings the account back
 * without the passphrase.
 *
 * 20 random bytes (160 bits) as 32 characters of Crockford's base32, shown in
 * groups of four: "7Q2M-…". The alphabet has no I, L, O and U, and on reading
 * I and L are taken for 1 and O for 0, so handwriting does no harm; case,
 * spaces and dashes do not matter.
 *
 * From the code come two things by HKDF-SHA256, neither of which tells of the
 * other: a recovery id (16 bytes, by which the server finds the account) and a
 * secret (32 bytes, which proves the code; the server stores its SHA-256). The
 * code itself also keys the wrapping of the vault key, and never leaves.
 */
import { randomBytes } from "./bytes.ts";
import { hkdfSha256 } from "./kdf.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 20;
const CHARACTERS = 32;

/** 20 fresh random bytes. */
export function generateRecoveryCode(): Uint8Array {
  return randomBytes(BYTES);
}

/** Eight groups of four characters, with dashes between. */
export function formatRecoveryCode(code: Uint8Array): string {
  if (code.length !== BYTES) throw new RangeError("a recovery code has 20 bytes");
  let bits = 0n;
  for (const byte of code) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = CHARACTERS - 1; i >= 0; i--) text += ALPHABET[Number((bits >> BigInt(5 * i)) & 31n)];
  return (text.match(/.{4}/g) ?? []).join("-");
}

/** Reads a code as somebody typed it; undefined when it cannot be one. */
export function parseRecoveryCode(typed: string): Uint8Array | undefined {
  const text = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replace(/[IL]/g, "1")
    .replaceAll("O", "0");
  if (text.length !== CHARACTERS) return undefined;
  let bits = 0n;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    bits = (bits << 5n) | BigInt(value);
  }
  return Uint8Array.from({ length: BYTES }, (_, i) => Number((bits >> BigInt(8 * (BYTES - 1 - i))) & 255n));
}

/** What the server finds the account by: 16 bytes. */
export function recoveryId(code: Uint8Array): Promise<Uint8Array> {
  return hkdfSha256(code, "alcove/v1/recovery/id", 16);
}

/** What proves the code to the server: 32 bytes. */
export function recoveryAuth(code: Uint8Array): Promise<Uint8Array> {
  return hkdfSha256(code, "alcove/v1/recovery/auth", 32);
}

/** The key under which the vault key is wrapped for recovery: 32 bytes. */
export function recoveryWrappingKey(code: Uint8Array): Promise<Uint8Array> {
  return hkdfSha256(code, "alcove/v1/vault-key/recovery", 32);
}

/** The code of a login name's other account, which only who has this account's vault key can make (second_account.ts): 20 bytes. */
export function secondRecoveryCode(vaultKey: Uint8Array): Promise<Uint8Array> {
  return hkdfSha256(vaultKey, "alcove/v1/second-account", BYTES);
}
