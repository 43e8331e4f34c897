/**
 * The safety number: what two people compare, by voice or face to face, to know
 * that nobody stands between them.
 *
 *     digest = SHA-256("alcove/v1/safety-number" || id₁ || key₁ || id₂ || key₂)
 *
 * id is the account id (16 bytes), key the identity key (32 bytes), the pairs
 * in ascending order as bytes: both sides get the same. It changes exactly when
 * one of the identity keys does, not with devices.
 *
 * - digits: digest as a big-endian number, modulo 10^60, in 12 groups of 5.
 * - words: 8 words of the EFF list, 103 bits, the number that
 *   PBKDF2-HMAC-SHA512(digest, salt "alcove/v1/safety-number/words", 200,000
 *   rounds, 32 bytes) makes, modulo 7776^8, most significant word first. Slow
 *   on purpose: who controls the server may choose a key for each side until
 *   both numbers agree, which for 103 bits alone takes 2^52 tries.
 * - qr: "ALCOVE-SN1:" and the whole digest in upper-case hex, which QR codes
 *   hold compactly.
 */
import { compareBytes, concatBytes, plainBytes, sha256, toHex, utf8 } from "./bytes.ts";
import { accountIdOf } from "./device_credential.ts";
import { WORD_COUNT, wordList } from "./words.ts";

const GROUPS = 12;
const WORDS = 8;
const ROUNDS = 200_000;
const QR_PREFIX = "ALCOVE-SN1:";

export interface SafetyNumberParts {
  /** 12 groups of 5 digits. */
  readonly digits: readonly string[];
  /** 8 words. */
  readonly words: readonly string[];
  /** What the QR code holds: 75 characters. */
  readonly qr: string;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`);
}

async function wordsOf(digest: Uint8Array): Promise<readonly string[]> {
  const key = await crypto.subtle.importKey("raw", plainBytes(digest), "PBKDF2", false, ["deriveBits"]);
  const params = { name: "PBKDF2", hash: "SHA-512", salt: plainBytes(utf8("alcove/v1/safety-number/words")), iterations: ROUNDS };
  let number = toNumber(new Uint8Array(await crypto.subtle.deriveBits(params, key, 256)));
  const list = await wordList();
  const words: string[] = [];
  for (let i = 0; i < WORDS; i++) {
    words.unshift(list[Number(number % BigInt(WORD_COUNT))] ?? "");
    number /= BigInt(WORD_COUNT);
  }
  return words;
}

/** The safety number of two identity keys (32 bytes each), the same in either order. */
export async function safetyNumber(one: Uint8Array, other: Uint8Array): Promise<SafetyNumberParts> {
  if (one.length !== 32 || other.length !== 32) throw new RangeError("an identity key has 32 bytes");
  const pairs = [one, other].map((key) => concatBytes(accountIdOf(key), key)).sort(compareBytes);
  const digest = sha256(utf8("alcove/v1/safety-number"), ...pairs);
  const text = (toNumber(digest) % 10n ** 60n).toString().padStart(5 * GROUPS, "0");
  return { digits: text.match(/\d{5}/g) ?? [], words: await wordsOf(digest), qr: QR_PREFIX + toHex(digest).toUpperCase() };
}
