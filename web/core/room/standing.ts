/**
 * Where a device stands in a room: the group, and the running hash by which it
 * notices what the server did to the order.
 *
 * The hash begins anew with each commit, h = SHA-256 of the commit's ciphertext,
 * and goes on as in a conversation (transcript.ts): so who comes in can follow it
 * from the commit that let them in. The order of commits MLS itself holds fast
 * (RFC 9420 §8.2, the confirmed transcript hash).
 */
import { sha256, toHex } from "../bytes.ts";
import type { Standing } from "../conversation/records.ts";
import { emptyTranscript, extendTranscript, hashOfRecord, type Transcript } from "../conversation/transcript.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Addressee, joinedBy } from "./entrance.ts";

/** Adds the next record. */
export function follow(transcript: Transcript, record: WireRecord): Transcript {
  if (record.kind !== RecordKind.COMMIT) return extendTranscript(transcript, hashOfRecord(record));
  const hash = toHex(sha256(record.ciphertext));
  return { seq: Number(record.seq), hash, recent: [{ seq: Number(record.seq), hash, record: hash }] };
}

/** Comes in by the last Welcome among the records that is for this device; undefined where there is none yet. */
export async function comeIn(stream: string, addressee: Addressee, records: readonly WireRecord[]): Promise<Standing | undefined> {
  let transcript = emptyTranscript;
  let standing: Standing | undefined;
  for (const record of records) {
    transcript = follow({ ...transcript, seq: Number(record.seq) - 1 }, record);
    if (record.kind !== RecordKind.WELCOME) continue;
    const group = await joinedBy(stream, addressee, record.ciphertext);
    if (group) standing = { stream, group, transcript, counts: {} };
  }
  return standing;
}
