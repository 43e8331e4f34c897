/**
 * The price of an anonymous sign-up: a puzzle that costs a browser a moment and
 * a machine that makes thousands of accounts a great many of them.
 *
 * Wanted is a nonce (uint64, big-endian) such that SHA-256(challenge || nonce)
 * begins with `difficulty` zero bits; it takes 2^difficulty tries on average.
 */
import { _SHA256, sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "./bytes.ts";

/** A difficulty above this is refused: no honest server asks for minutes. */
export const HARDEST = 26;
const SLICE = 4096;

/** Number of zero bits that `hash` begins with. */
export function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

/**
 * SHA-256 of inputs of one length, of which only the end changes: padded once (FIPS
 * 180-4, section 5.1.1) and without the library's fresh buffers for each, which take
 * longer than the hash itself.
 */
class Tries extends _SHA256 {
  readonly input: DataView;
  private readonly begin = this.get();

  constructor(head: Uint8Array, size: number) {
    super();
    const padded = new Uint8Array(Math.ceil((size + 9) / this.blockLen) * this.blockLen);
    padded.set(head);
    padded[size] = 0x80;
    this.input = new DataView(padded.buffer);
    this.input.setUint32(padded.length - 4, size * 8);
  }

  /** The first 32 bits of the hash. */
  first(): number {
    const [a, b, c, d, e, f, g, h] = this.begin;
    this.set(a, b, c, d, e, f, g, h);
    for (let at = 0; at < this.input.byteLength; at += this.blockLen) this.process(this.input, at);
    return this.A;
  }
}

/**
 * Searches a nonce, letting other work of the thread run in between. `progress`
 * hears of the tries so far and of the number to be expected.
 */
export async function solveProofOfWork(challenge: Uint8Array, difficulty: number, progress?: (done: number, total: number) => void): Promise<bigint> {
  if (!Number.isInteger(difficulty) || difficulty < 0 || difficulty > HARDEST) throw new RangeError("difficulty out of range");
  const tries = new Tries(challenge, challenge.length + 8);
  for (let nonce = 0; ; nonce++) {
    if (nonce % SLICE === 0 && nonce > 0) {
      progress?.(Math.min(nonce, 2 ** difficulty), 2 ** difficulty);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    tries.input.setUint32(challenge.length, Math.floor(nonce / 2 ** 32));
    tries.input.setUint32(challenge.length + 4, nonce >>> 0);
    if (Math.clz32(tries.first()) >= difficulty) return BigInt(nonce);
  }
}

/** Whether `nonce` solves the puzzle. */
export function verifyProofOfWork(challenge: Uint8Array, difficulty: number, nonce: bigint): boolean {
  const input = concatBytes(challenge, new Uint8Array(8));
  new DataView(input.buffer).setBigUint64(challenge.length, nonce);
  return leadingZeroBits(sha256(input)) >= difficulty;
}
