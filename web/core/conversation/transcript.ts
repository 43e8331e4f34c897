/**
 * The running hash that lets two ends notice what a server did to the order.
 *
 * h(0) = 32 zero bytes; h(seq) = SHA-256(h(seq-1) || uint64be(seq) || SHA-256(ciphertext)).
 * Every payload names the sequence number and hash its sender had seen. A
 * receiver that holds another hash for that number was shown another history:
 * something was dropped, reordered, doubled or altered. Only the newest hashes
 * are kept; a sender further behind is not judged.
 */
import { equalBytes, fromHex, sha256, toHex } from "../bytes.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import type { Chain } from "./payload.ts";

/** How many of the newest hashes a device keeps. */
const WINDOW = 64;

export interface Transcript {
  readonly seq: number;
  readonly hash: string;
  /** Hash after each of the newest sequence numbers, and the hash of each ciphertext. */
  readonly recent: readonly { readonly seq: number; readonly hash: string; readonly record: string }[];
}

export const emptyTranscript: Transcript = { seq: 0, hash: "00".repeat(32), recent: [] };

/** What a record is in the transcript: the hash of its ciphertext, which the server tells once that was destroyed. */
export function hashOfRecord({ ciphertext, forgottenSha256 }: Pick<WireRecord, "ciphertext" | "forgottenSha256">): Uint8Array {
  return forgottenSha256.length === 32 ? forgottenSha256 : sha256(ciphertext);
}

/** Whether a record's ciphertext was destroyed. */
export const isDestroyed = (record: WireRecord): boolean => record.kind === RecordKind.MESSAGE && record.forgottenSha256.length === 32;

/** Adds the next record by its hash. */
export function extendTranscript(t: Transcript, record: Uint8Array): Transcript {
  const seq = t.seq + 1;
  const input = new Uint8Array(72);
  input.set(fromHex(t.hash));
  new DataView(input.buffer).setBigUint64(32, BigInt(seq));
  input.set(record, 40);
  const hash = toHex(sha256(input));
  const recent = [...t.recent.slice(-(WINDOW - 1)), { seq, hash, record: toHex(record) }];
  return { seq, hash, recent };
}

/** True unless the sender's view contradicts ours. */
export function agreesWith(t: Transcript, chain: Chain): boolean {
  if (chain.seq > t.seq) return false;
  if (chain.seq === 0) return chain.hash === emptyTranscript.hash;
  const ours = t.recent.find((r) => r.seq === chain.seq);
  return ours === undefined || ours.hash === chain.hash;
}

/** Whether a record seen again is the one that was seen; undefined when too old to tell. */
export function isSameRecord(t: Transcript, seq: number, record: Uint8Array): boolean | undefined {
  const known = t.recent.find((r) => r.seq === seq);
  return known && equalBytes(fromHex(known.record), record);
}
