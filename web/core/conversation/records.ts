/**
 * One record after another: the step that turns what the server sent into what
 * a device knows, and that refuses what breaks the rules.
 *
 * `applyRecord` is a pure step: it takes where the device stands and the next
 * record, and gives where it stands then and the entries that came of it. A
 * record that is refused leaves the group as it was and becomes a security
 * entry; it never stops the conversation and is never swallowed.
 */
import { toHex } from "../bytes.ts";
import { hasCode } from "../errors.ts";
import type { Id, SealedContent, SecurityEvent } from "../api.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { conversationPolicy, epoch, type Group, type Member, MlsRefusal, process } from "../mls.ts";
import type { Entry } from "./entry.ts";
import { decodePayload, type Payload } from "./payload.ts";
import { agreesWith, extendTranscript, hashOfRecord, isDestroyed, type Transcript } from "./transcript.ts";

/** Where a device stands in a conversation after the last record it took. */
export interface Standing {
  readonly stream: Id;
  readonly group: Group;
  readonly transcript: Transcript;
  /** The highest count seen of each device's payloads. */
  readonly counts: Readonly<Record<Id, number>>;
  /** Number of the record that began the epoch, where it is known. */
  readonly since?: number;
  /** How many records were met whose ciphertext was destroyed; and how many there were at each device's last payload. */
  readonly destroyed?: number;
  readonly destroyedAt?: Readonly<Record<Id, number>>;
}

/** A record that this device wrote itself: MLS gives no key to read one's own ciphertext. */
export interface OwnRecord {
  readonly from: Id;
  readonly device: Id;
  readonly payload: Payload;
  readonly own?: SealedContent;
}

export interface Applied {
  readonly standing: Standing;
  readonly entries: readonly Entry[];
  /** Set when the record began a new epoch. */
  readonly newEpoch: boolean;
}

const securityCodes: Readonly<Record<string, SecurityEvent["code"]>> = {
  bad_credential: "bad-credential",
  unauthorised_commit: "unauthorised-commit",
  wrong_epoch: "wrong-epoch",
  replayed: "replayed-record",
  undecryptable: "altered-record",
  malformed: "altered-record",
};

/** What a refusal is shown as. */
export function securityCode(refusal: MlsRefusal): SecurityEvent["code"] {
  return securityCodes[refusal.code] ?? "altered-record";
}

/** Takes the record that follows the standing's transcript. */
export async function applyRecord(
  before: Standing,
  record: WireRecord,
  own: OwnRecord | undefined,
  now: number,
): Promise<Applied> {
  const seq = Number(record.seq);
  const transcript = extendTranscript(before.transcript, hashOfRecord(record));
  const after: Standing = { ...before, transcript };
  const refuse = (code: SecurityEvent["code"]): Applied => ({
    standing: after,
    entries: [{ kind: "security", stream: before.stream, seq, at: now, code }],
    newEpoch: false,
  });
  if (record.kind === RecordKind.WELCOME) return { standing: after, entries: [], newEpoch: false };
  if (own) return applyOwn(after, seq, own);
  if (isDestroyed(record)) return { standing: { ...after, destroyed: (before.destroyed ?? 0) + 1 }, entries: [], newEpoch: false };
  if (record.epoch !== epoch(before.group)) return refuse("wrong-epoch");
  try {
    const result = await process(before.group, record.ciphertext, conversationPolicy);
    if ((result.kind === "commit") !== (record.kind === RecordKind.COMMIT)) return refuse("altered-record");
    if (result.kind === "commit") return applyCommit(after, result, seq, now);
    return applyPayload(before, { ...after, group: result.group }, result, seq, now);
  } catch (error) {
    if (error instanceof MlsRefusal) return refuse(securityCode(error));
    if (hasCode(error, "malformed_payload")) return refuse("altered-record");
    throw error;
  }
}

/** Takes a commit that this device made itself, with the group it made by it. */
export function applyOwnCommit(before: Standing, record: WireRecord, made: { readonly group: Group; readonly removed: readonly Id[] }, now: number): Applied {
  const seq = Number(record.seq);
  const transcript = extendTranscript(before.transcript, hashOfRecord(record));
  const entry: Entry = { kind: "devices", stream: before.stream, seq, at: now, added: [], removed: made.removed };
  return { standing: { ...before, group: made.group, transcript, since: seq }, entries: made.removed.length > 0 ? [entry] : [], newEpoch: true };
}

function applyOwn(after: Standing, seq: number, own: OwnRecord): Applied {
  const entry: Entry = { kind: "payload", stream: after.stream, seq, from: own.from, device: own.device, payload: own.payload, ...(own.own ? { own: own.own } : {}) };
  // Another device of this account may read on from here, and counts our payloads as any other.
  const counts = { ...after.counts, [own.device]: Math.max(after.counts[own.device] ?? 0, own.payload.chain.n) };
  const destroyedAt = after.destroyed === undefined ? {} : { destroyedAt: { ...after.destroyedAt, [own.device]: after.destroyed } };
  return { standing: { ...after, counts, ...destroyedAt }, entries: [entry], newEpoch: false };
}

function applyCommit(
  after: Standing,
  result: { readonly group: Group; readonly added: readonly Member[]; readonly removed: readonly Member[] },
  seq: number,
  now: number,
): Applied {
  const accounts = (members: readonly Member[]): Id[] => members.map((m) => toHex(m.accountId));
  const entry: Entry = { kind: "devices", stream: after.stream, seq, at: now, added: accounts(result.added), removed: accounts(result.removed) };
  const entries = result.added.length + result.removed.length > 0 ? [entry] : [];
  return { standing: { ...after, group: result.group, since: seq }, entries, newEpoch: true };
}

function applyPayload(
  before: Standing,
  after: Standing,
  result: { readonly plaintext: Uint8Array; readonly sender: Member },
  seq: number,
  now: number,
): Applied {
  const payload = decodePayload(result.plaintext);
  const device = toHex(result.sender.deviceId);
  const entry: Entry = { kind: "payload", stream: before.stream, seq, from: toHex(result.sender.accountId), device, payload };
  if ("unknown" in payload) return { standing: after, entries: [entry], newEpoch: false };
  const seen = before.counts[device];
  const trouble: SecurityEvent["code"][] = [];
  if (seen !== undefined && payload.chain.n <= seen) trouble.push("replayed-record");
  // What was destroyed meanwhile may have been this device's.
  const destroyed = (before.destroyed ?? 0) - (before.destroyedAt?.[device] ?? 0);
  if (seen !== undefined && payload.chain.n > seen + 1 + destroyed) trouble.push("missing-record");
  if (!agreesWith(before.transcript, payload.chain)) trouble.push("reordered-record");
  const security = trouble.map((code): Entry => ({ kind: "security", stream: before.stream, seq, at: now, code }));
  return {
    standing: {
      ...after,
      counts: { ...before.counts, [device]: Math.max(seen ?? 0, payload.chain.n) },
      ...(before.destroyed === undefined ? {} : { destroyedAt: { ...before.destroyedAt, [device]: before.destroyed } }),
    },
    entries: [entry, ...security],
    newEpoch: false,
  };
}
