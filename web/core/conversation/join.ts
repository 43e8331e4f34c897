/**
 * How a device comes into a conversation of its account.
 *
 * 1. A Welcome is addressed to a key package of this device: it joins by it.
 * 2. Otherwise it joins by an external commit with a leaf of its own (RFC 9420
 *    §12.4.3.2). What was said before it joined it reads from the account's
 *    history; what nobody had yet written there, it reads with the last
 *    checkpoint, or with the reserve device's Welcome (see reserve.ts).
 */
import type { Id } from "../api.ts";
import { fromBase64url, fromHex, randomBytes, sha256, toHex } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Device, epoch, type Group, groupId, isActive, joinByWelcome, joinExternally, members, welcomeRefs } from "../mls.ts";
import type { Entry } from "./entry.ts";
import type { Checkpoint } from "./history.ts";
import { applyRecord, type Standing } from "./records.ts";
import { decodeStanding } from "./standing.ts";
import { emptyTranscript, extendTranscript, hashOfRecord, isDestroyed, type Transcript } from "./transcript.ts";

/** A device and the private parts of key packages that a Welcome may be addressed to. */
export interface Addressee {
  readonly device: Device;
  readonly keyPackages: readonly Uint8Array[];
}

export interface JoinArgs {
  readonly ctx: CoreContext;
  readonly stream: Id;
  /** The two accounts; anybody else in the group is refused. */
  readonly accounts: readonly Id[];
  readonly own: Addressee;
  readonly reserve: Addressee | undefined;
  readonly checkpoint: Checkpoint | undefined;
  /** What the account's history has of this record. */
  readonly known: (seq: number) => Entry | undefined;
}

export interface Joined {
  readonly standing: Standing;
  readonly entries: readonly Entry[];
  /** Records on the way whose ciphertext was destroyed. */
  readonly destroyed: readonly number[];
  /** References of the key packages that the Welcome named: they are used up. */
  readonly usedPackages: readonly string[];
}

const ATTEMPTS = 8;

/** Joins, and gives what could be read on the way. */
export async function joinConversation(args: JoinArgs): Promise<Joined> {
  if (!args.checkpoint) {
    const welcomed = await byWelcome(args, args.own);
    if (welcomed) return { ...welcomed, entries: [], destroyed: [] };
  }
  const start = args.checkpoint
    ? decodeStanding(fromBase64url(args.checkpoint.standing))
    : args.reserve && (await byWelcome(args, args.reserve))?.standing;
  return byExternalCommit(args, start);
}

async function byWelcome(args: JoinArgs, addressee: Addressee): Promise<Pick<Joined, "standing" | "usedPackages"> | undefined> {
  let transcript = emptyTranscript;
  for await (const record of recordsAfter(args, 0)) {
    transcript = extendTranscript(transcript, hashOfRecord(record));
    if (record.kind !== RecordKind.WELCOME) continue;
    const group = await joinByWelcome(addressee.device, record.ciphertext, addressee.keyPackages);
    if (!group) continue;
    refuseStrangers(args, group);
    return { standing: { stream: args.stream, group, transcript, counts: {} }, usedPackages: welcomeRefs(record.ciphertext) };
  }
  return undefined;
}

async function byExternalCommit(args: JoinArgs, start: Standing | undefined): Promise<Joined> {
  const reader = createReader(args, start);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await reader.readOn();
    const joined = await tryExternalCommit(args, reader);
    if (joined) return { standing: joined, entries: reader.entries, destroyed: reader.destroyed, usedPackages: [] };
  }
  throw new CoreError("join_failed");
}

async function tryExternalCommit(args: JoinArgs, reader: Reader): Promise<Standing | undefined> {
  const streamId = fromHex(args.stream);
  const info = await args.ctx.transport.stream.getGroupInfo({ streamId });
  const { group, commit, groupInfo } = await joinExternally(args.ctx.device, info.groupInfo);
  refuseStrangers(args, group);
  // The state of a device that was removed meanwhile follows no further.
  const followed = reader.standing && isActive(reader.standing.group) ? reader.standing.group : undefined;
  // Another device came or went since we read: read on, and try again.
  if (followed && epoch(followed) !== info.epoch) return undefined;
  if (followed) refuseOtherGroup(followed, group, args.ctx.device);
  const record = { kind: RecordKind.COMMIT, epoch: info.epoch, idempotencyKey: randomBytes(16), ciphertext: commit };
  try {
    const { seqs } = await args.ctx.transport.stream.append({ streamId, records: [record], groupInfo });
    const seq = Number(seqs[0] ?? 0n);
    if (seq !== reader.transcript.seq + 1) await reader.readOn(seq - 1);
    const transcript = extendTranscript(reader.transcript, sha256(commit));
    const { destroyed, destroyedAt } = reader.standing ?? {};
    return {
      stream: args.stream, group, transcript, counts: reader.counts, since: seq,
      ...(destroyed === undefined ? {} : { destroyed }), ...(destroyedAt === undefined ? {} : { destroyedAt }),
    };
  } catch (error) {
    if (hasCode(error, "epoch_stale")) return undefined;
    throw error;
  }
}

interface Reader {
  readonly standing: Standing | undefined;
  readonly transcript: Transcript;
  /** Of each device's payloads, as far as it is certain. */
  readonly counts: Standing["counts"];
  readonly entries: readonly Entry[];
  readonly destroyed: readonly number[];
  /** Reads to the head, or to a given sequence number. */
  readOn(until?: number): Promise<void>;
}

/** After so many skipped messages of a device one is decrypted: its ratchet follows 2,000 generations ahead at most (mls/suite.ts). */
const LONGEST_SKIP = 1_000;

/** Reads what history does not have, with another device's state where there is one. */
function createReader(args: JoinArgs, start: Standing | undefined): Reader {
  let standing = start;
  let transcript = start?.transcript ?? emptyTranscript;
  const entries: Entry[] = [];
  const destroyed: number[] = [];
  let skipped = new Map<Id, number>();
  /** Something was passed by without knowing whose it was. */
  let uncertain = false;

  /** Passes a message by that history has in clear: decrypting a year of them again would take long. */
  function skip(from: Standing, record: WireRecord): Standing | undefined {
    const known = record.kind === RecordKind.MESSAGE && record.epoch === epoch(from.group) ? args.known(Number(record.seq)) : undefined;
    if (known?.kind !== "payload") return undefined;
    const { device, payload } = known;
    const run = (skipped.get(device) ?? 0) + 1;
    skipped.set(device, run > LONGEST_SKIP ? 0 : run);
    if (run > LONGEST_SKIP) return undefined;
    const counts = "unknown" in payload ? from.counts : { ...from.counts, [device]: Math.max(from.counts[device] ?? 0, payload.chain.n) };
    return { ...from, counts, transcript: extendTranscript(from.transcript, hashOfRecord(record)) };
  }

  async function read(record: WireRecord): Promise<void> {
    const seq = Number(record.seq);
    // The checkpoint's device was removed on the way: with its state nothing more can be read.
    if (standing && !isActive(standing.group)) {
      standing = undefined;
      uncertain = true;
    }
    const passed = standing && skip(standing, record);
    if (passed) {
      standing = passed;
      transcript = passed.transcript;
      return;
    }
    const unreadable: Entry = { kind: "unreadable", stream: args.stream, seq, at: args.ctx.now() };
    if (!standing) {
      transcript = extendTranscript(transcript, hashOfRecord(record));
      if (record.kind === RecordKind.MESSAGE && !isDestroyed(record) && !args.known(seq)) entries.push(unreadable);
      return;
    }
    if (isDestroyed(record)) destroyed.push(seq);
    const applied = await applyRecord(standing, record, undefined, args.ctx.now());
    standing = applied.standing;
    transcript = standing.transcript;
    if (applied.newEpoch) skipped = new Map();
    // What the checkpoint's own device sent cannot be read with its state: that is no attack.
    const refused = applied.entries.some((e) => e.kind === "security" && e.code === "altered-record");
    uncertain ||= refused;
    if (args.known(seq)) return;
    entries.push(...(refused && record.kind === RecordKind.MESSAGE ? [unreadable] : applied.entries));
  }

  return {
    get standing() {
      return standing;
    },
    get transcript() {
      return transcript;
    },
    get counts() {
      return uncertain ? {} : (standing?.counts ?? {});
    },
    entries,
    destroyed,
    async readOn(until = Number.MAX_SAFE_INTEGER) {
      for await (const record of recordsAfter(args, transcript.seq)) {
        if (Number(record.seq) > until) return;
        await read(record);
      }
    },
  };
}

async function* recordsAfter(args: JoinArgs, seq: number): AsyncGenerator<WireRecord> {
  let after = BigInt(seq);
  for (;;) {
    const page = await args.ctx.transport.stream.read({ streamId: fromHex(args.stream), after, limit: 500 });
    for (const record of page.records) {
      if (record.seq !== after + 1n) throw new CoreError("missing_record");
      after = record.seq;
      yield record;
    }
    if (page.records.length === 0 || after >= page.headSeq) return;
  }
}

/** Nobody but the two accounts belongs into a conversation, and the group must be this stream's. */
function refuseStrangers(args: JoinArgs, group: Group): void {
  if (toHex(groupId(group)) !== args.stream) throw new CoreError("strangers_in_group");
  const allowed = new Set(args.accounts);
  if (!members(group).every((member) => allowed.has(toHex(member.accountId)))) throw new CoreError("strangers_in_group");
}

/** The group info must be of the group that we followed: the same devices, and us. */
function refuseOtherGroup(followed: Group, joined: Group, device: Device): void {
  const devices = (group: Group): string =>
    members(group).map((m) => toHex(m.deviceId)).filter((d) => d !== toHex(device.deviceId)).sort().join();
  if (devices(followed) !== devices(joined)) throw new CoreError("strangers_in_group");
}
