/**
 * One conversation on one device: it takes records in order, sends what waits,
 * and tells what there is to see.
 *
 * Everything that changes it runs in one queue, and every step is written to
 * the device at once with what came of it, so that a step either happened or
 * did not. The server's log is the truth: a live record that does not follow
 * the last one only says that it is time to read.
 */
import type { ConversationSummary, ConversationView, Id, SealedContent, TimelineItem } from "../api.ts";
import { fromHex, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { turns } from "../in_turn.ts";
import { type Record as WireRecord, RecordKind, RecordSchema } from "../gen/alcove/v1/stream_pb.ts";
import { create } from "@bufbuild/protobuf";
import { encrypt, epoch, type Group, isActive, members } from "../mls.ts";
import { recordKey } from "../record_key.ts";
import { bringForward, type Duties, keepDuties, loadDuties, ownBlobs, shortens, tellForgotten, wireEnd } from "./duties.ts";
import { type Entry, kindOf } from "./entry.ts";
import { type Folded, fold, folding, type Folding, type Parties } from "./fold.ts";
import { baseOf, dueOf, withForgotten } from "./forgetting.ts";
import { type History, type HistoryItem, keepCheckpoint, type StoreWrite } from "./history.ts";
import { endOfNew, forgetHour, HOUR, keepingAfter, lifetimeOf, mayBeDestroyed } from "./lifetime.ts";
import { dropItem, keepItem, loadOutbox, type OutboxItem } from "./outbox.ts";
import { isOwnCommit, keepOwnCommit, loadOwnCommit, makeRemoval, makeRenewal, type OwnCommit, recordOf } from "./own_commit.ts";
import { isLive } from "./live.ts";
import { type LiveNow, liveNow } from "./live_view.ts";
import { type Body, encodePayload, isNews, type Payload } from "./payload.ts";
import { nothing } from "./record.ts";
import { loadRecording } from "./recording.ts";
import { applyOwnCommit, applyRecord, type OwnRecord, type Standing } from "./records.ts";
import { decodeStanding, encodeStanding } from "./standing.ts";
import { hashOfRecord, isDestroyed, isSameRecord } from "./transcript.ts";
import { firstUnread, summarise, viewOf } from "./view.ts";
import type { Range } from "./window.ts";
import { isChange, isSaid, withoutTakenBack } from "./writing.ts";

/** How many messages go to the server in one request. */
const BATCH = 32;
/** How often a commit is made anew because another one came first. */
const REMOVAL_ATTEMPTS = 8;

const entryPrefix = (id: Id): string => `conversation/${id}/entry/`;
const standingName = (id: Id): string => `conversation/${id}/standing`;
const heardPrefix = (id: Id): string => `conversation/${id}/heard/`;
const draftName = (id: Id): string => `conversation/${id}/draft`;
const nameOfEntry = (entry: Entry): string => `${entryPrefix(entry.stream)}${entry.seq.toString().padStart(10, "0")}-${kindOf(entry)}`;

/** Later than this after it was written a record that comes live has not come. */
const ARRIVES_WITHIN = 10_000;

/** The write that keeps an entry on the device. */
export const keepEntry = (entry: Entry): StoreWrite => [nameOfEntry(entry), utf8(JSON.stringify(entry))];
/** The write that keeps where the device stands. */
export const keepStanding = (standing: Standing): StoreWrite => [standingName(standing.stream), encodeStanding(standing)];

/** The checkpoint that lets a later device of this account read on from here. */
export function checkpointOf(standing: Standing): HistoryItem {
  return { kind: "checkpoint", stream: standing.stream, epoch: Number(epoch(standing.group)), standing: toBase64url(encodeStanding(standing)) };
}

export interface Conversation {
  readonly id: Id;
  readonly parties: Parties;
  folded(): Folded;
  group(): Group | undefined;
  summary(): ConversationSummary;
  view(part: Range): ConversationView;
  /** The first message that this account has not read. */
  firstUnread(): Id | undefined;
  /** Takes a record that arrived live. */
  receive(record: WireRecord): Promise<void>;
  /** Reads from the server whatever follows. */
  catchUp(): Promise<void>;
  /** Keeps a payload for sending; resolves when it is on the device's disk. */
  post(body: Body, own?: SealedContent, message?: Id): Promise<void>;
  /** What is kept for sending and not yet acknowledged. */
  waiting(): readonly Payload[];
  /** Sends what waits; resolves once the server has all of it. What cannot be sent stays waiting, and the code says why. */
  pump(): Promise<void>;
  /** Makes commits until there is none to be made; resolves once the server has them, or nothing more can be said here. */
  commit(make: (group: Group) => Promise<OwnCommit | undefined>): Promise<void>;
  /** Removes those other devices of this account that are in the group; resolves once the server has that, or nothing more can be said here. */
  removeDevices(devices: ReadonlySet<Id>): Promise<void>;
  /** Takes off this device what has come to its end; gives the messages that went. */
  forgetDue(): Promise<readonly Id[]>;
  /** Takes off this device all up to a record, once it has come so far; `everywhere` leaves the duty to do so for the account. */
  forgetUpTo(upTo: number, everywhere: boolean): Promise<void>;
  /** Does with the server what forgetting left to be done. Takes along the account's devices that are named. */
  finishForgetting(without: ReadonlySet<Id>): Promise<void>;
  /** Seals into the practitioner's record what is due, or with `all` whatever is to be sealed at all, and brings it to the server. */
  keepRecord(all?: boolean): Promise<void>;
  /** Makes sure that what is forgotten now can be sealed first, where it has to be. */
  prepareRecord(): Promise<void>;
  /** Looks at records that came without ciphertext on the way to this one. */
  judgeDestroyed(seqs: readonly number[]): Promise<void>;
  hasDuties(): boolean;
  /** When the next thing goes, or is sealed. */
  nextEnd(): number | undefined;
  /** Number of the last record that this device took. */
  reached(): number;
  /** What this device has of each record, by sequence number; security events apart. */
  known(): ReadonlyMap<number, Entry>;
  /** What the client of this account told in the sealed parts. */
  ownSealed(): SealedContent;
  /** Takes entries from elsewhere, if they are not here; gives what is to be written of that. */
  addEntries(entries: readonly Entry[]): readonly StoreWrite[];
  adopt(standing: Standing): void;
  setDraft(text: string): Promise<void>;
  setTyping(typing: boolean): void;
  setClosed(closed: boolean): void;
  /** Everything up to this sequence number was on the screen. */
  markSeen(seq: number): void;
  /** The live session that there is something to do about. */
  live(): LiveNow | undefined;
  /** Another device says when something was; this one's own hearing counts more. */
  hear(payload: Id, at: number): void;
  /** Whether the other side has the live session on the screen. */
  setHere(here: boolean): void;
  /** The clock changed what there is to see. */
  turned(): void;
}

export interface ConversationArgs {
  readonly ctx: CoreContext;
  readonly history: History;
  readonly id: Id;
  readonly parties: Parties;
  readonly changed: (conversation: Conversation) => void;
}

/** Loads what the device keeps of a conversation. */
export async function loadConversation(args: ConversationArgs): Promise<Conversation> {
  const { ctx, history, id, parties } = args;
  const me: Pick<OwnRecord, "from" | "device"> = { from: toHex(ctx.accountId), device: toHex(ctx.device.deviceId) };
  const entries = new Map<string, Entry>();
  /** Highest sequence number among them. */
  let newest = 0;
  /** What was folded of them, and up to where was forgotten then; undefined once one came that does not follow the others. */
  let work: { readonly folding: Folding; readonly forgotten: number } | undefined;
  let known: Folded | undefined;
  /** What was said, by its id. */
  const saidBy = new Map<Id, Entry>();
  for (const [, value] of await ctx.store.list(entryPrefix(id))) remember(JSON.parse(new TextDecoder().decode(value)) as Entry);
  const kept = await ctx.store.get(standingName(id));
  let standing = kept && decodeStanding(kept);
  let outbox: readonly OutboxItem[] = await loadOutbox(ctx, id);
  /** How many payloads this device has encrypted here; undefined until it is needed. */
  let written: number | undefined;
  let commit = await loadOwnCommit(ctx, id);
  let duties = await loadDuties(ctx, id);
  /** Records without ciphertext that are to be judged once more is known. */
  let destroyed: readonly number[] = [];
  let draft = new TextDecoder().decode(await ctx.store.get(draftName(id)));
  let typing = false;
  let closed = false;
  let here = false;
  let seen = 0;
  const heard = new Map<Id, number>();
  for (const [name, value] of await ctx.store.list(heardPrefix(id))) heard.set(name.slice(heardPrefix(id).length), Number(new TextDecoder().decode(value)));
  /** When this device last had everything that there was. */
  let reachedEnd = 0;
  let sending: Promise<void> | undefined;
  const exclusively = turns();

  function folded(): Folded {
    if (known) return known;
    if (work?.forgotten !== forgotten()) work = undefined;
    work ??= { folding: folding(inOrder(), parties, forgotten()), forgotten: forgotten() };
    known = work.folding.folded(outbox.map((item) => item.payload));
    return known;
  }

  const inOrder = (): Entry[] => [...entries.values()].sort((a, b) => a.seq - b.seq);
  const forgotten = (): number => ctx.vault.read().forgotten?.[id] ?? 0;

  /** What is in force, followed record by record: folding each time would take long. */
  let keeping = folded().keeping;

  /** When something new goes: changes go with what they change. */
  function endOf(item: HistoryItem): number | undefined {
    if (item.kind !== "payload" || "unknown" in item.payload) return endOfNew(item, undefined, keeping);
    const target = isChange(item.payload) ? saidBy.get(item.payload.of) : undefined;
    return endOfNew(item, target, keeping);
  }

  function remember(entry: Entry): void {
    const name = nameOfEntry(entry);
    if (entries.has(name) || entry.seq < newest || !work?.folding.append(entry)) work = undefined;
    entries.set(name, entry);
    newest = Math.max(newest, entry.seq);
    known = undefined;
    if (entry.kind === "payload" && !("unknown" in entry.payload) && isSaid(entry.payload)) saidBy.set(entry.payload.id, entry);
  }

  function changed(): void {
    known = undefined;
    args.changed(conversation);
  }

  /** Whoever said it has stopped typing it. */
  function saidByOther(entry: Entry): boolean {
    return entry.kind === "payload" && entry.from !== me.from && entry.payload.type !== "receipt" && entry.payload.type !== "react";
  }

  /** When live sessions begin and end, by this device's clock: what it hears happened since it last had everything. */
  function hearLive(added: readonly Entry[]): readonly StoreWrite[] {
    const writes: StoreWrite[] = [];
    for (const entry of added) {
      if (entry.kind !== "payload" || "unknown" in entry.payload || !isLive(entry.payload)) continue;
      const { id: payload, at, type } = entry.payload;
      if (type === "live-start") {
        for (const before of heard.keys()) writes.push([heardPrefix(id) + before, undefined]);
        heard.clear();
      }
      const when = entry.device === me.device ? at : Math.min(Math.max(at, reachedEnd), ctx.now());
      heard.set(payload, when);
      writes.push([heardPrefix(id) + payload, utf8(when.toString())]);
    }
    return writes;
  }

  const after = (seq: number): Entry[] => [...entries.values()].filter((entry) => entry.seq > seq).sort((a, b) => a.seq - b.seq);
  const recording = await loadRecording({ ctx, history, id, parties, folded, after });

  const takesBack = (entry: Entry): boolean => entry.kind === "payload" && entry.payload.type === "take-back";

  /** Takes one record; false when it does not follow the last one. */
  async function take(record: WireRecord): Promise<boolean> {
    if (!standing || !isActive(standing.group)) return true;
    const seq = Number(record.seq);
    if (seq <= standing.transcript.seq) {
      await refuseRepeat(seq, hashOfRecord(record));
      return true;
    }
    if (seq !== standing.transcript.seq + 1) return false;
    const sent = outbox.find((item) => item.wire && toHex(item.wire.key) === toHex(record.idempotencyKey));
    const own = sent && { ...me, payload: sent.payload, ...(sent.own ? { own: sent.own } : {}) };
    const applied = commit && isOwnCommit(commit, record)
      ? applyOwnCommit(standing, record, commit, ctx.now())
      : await applyRecord(standing, record, own, ctx.now());
    const then = applied.entries.reduce((now, entry) => (entry.kind === "payload" ? keepingAfter(now, entry.payload) : now), keeping);
    const next: Duties = shortens(keeping.days, then.days) ? { ...duties, forward: { upTo: seq, gone: duties.forward?.gone ?? [] } } : duties;
    const items: HistoryItem[] = applied.entries.filter((entry) => entry.seq > forgotten());
    // A device that was removed can see no further: where it stands helps nobody.
    if (applied.newEpoch && isActive(applied.standing.group)) items.push(checkpointOf(applied.standing));
    const overtaken: readonly StoreWrite[] = commit && applied.newEpoch ? [keepOwnCommit(id, undefined)] : [];
    const writes: StoreWrite[] = [...overtaken, keepStanding(applied.standing), ...applied.entries.map(keepEntry), ...hearLive(applied.entries), ...history.stage(items, endOf)];
    if (next !== duties) writes.push(keepDuties(id, next));
    if (sent) writes.push(dropItem(id, sent));
    await ctx.store.put(writes);
    standing = applied.standing;
    if (applied.newEpoch) commit = undefined;
    for (const entry of applied.entries) remember(entry);
    keeping = then;
    duties = next;
    if (isDestroyed(record) && !own) destroyed = [...destroyed, seq];
    if (applied.entries.some(takesBack)) await ctx.store.put(forgetTakenBack());
    if (applied.entries.some(saidByOther)) typing = false;
    if (sent) outbox = outbox.filter((item) => item !== sent && item.order !== sent.order);
    changed();
    return true;
  }

  /** A record seen again is normal (live and read overlap) unless it is another one. */
  async function refuseRepeat(seq: number, hash: Uint8Array): Promise<void> {
    if (!standing || isSameRecord(standing.transcript, seq, hash) !== false) return;
    const entry: Entry = { kind: "security", stream: id, seq, at: ctx.now(), code: "altered-record" };
    if (entries.has(nameOfEntry(entry))) return;
    remember(entry);
    await ctx.store.put([keepEntry(entry), ...history.stage([entry])]);
    changed();
  }

  /** Ciphertext may be missing where it was to be destroyed, and nowhere else. */
  async function judge(seqs: readonly number[]): Promise<void> {
    const gone = Math.max(forgotten(), Math.min(folded().forgets.mine, folded().forgets.theirs));
    const early = seqs.filter((seq) => seq > gone && !mayBeDestroyed(inOrder(), seq, id, ctx.now()));
    const found = early.map((seq): Entry => ({ kind: "security", stream: id, seq, at: ctx.now(), code: "forgotten-early" })).filter((entry) => !entries.has(nameOfEntry(entry)));
    if (found.length === 0) return;
    await ctx.store.put([...found.map(keepEntry), ...history.stage(found)]);
    for (const entry of found) remember(entry);
    changed();
  }

  async function readOn(): Promise<void> {
    await readToHead();
    const met = destroyed;
    destroyed = [];
    await judge(met);
  }

  async function readToHead(): Promise<void> {
    while (standing && isActive(standing.group)) {
      const after = standing.transcript.seq;
      const page = await ctx.transport.stream.read({ streamId: fromHex(id), after: BigInt(after), limit: 500 });
      for (const record of page.records) {
        if (!(await take(record))) return refuseGap(after);
      }
      const reached = standing.transcript.seq;
      if (page.headSeq !== BigInt(reached) && reached === after) return refuseGap(after);
      if (BigInt(reached) < page.headSeq) continue;
      reachedEnd = ctx.now();
      return;
    }
  }

  /** The server's log has a hole or became shorter: it lost or hides something. */
  async function refuseGap(after: number): Promise<void> {
    const entry: Entry = { kind: "security", stream: id, seq: after, at: ctx.now(), code: "missing-record" };
    if (entries.has(nameOfEntry(entry))) return;
    remember(entry);
    await ctx.store.put([keepEntry(entry)]);
    changed();
  }

  async function encryptWaiting(): Promise<readonly OutboxItem[]> {
    if (!standing) return [];
    const now = epoch(standing.group);
    const batch: OutboxItem[] = [];
    let group = standing.group;
    let count = written ?? (await lastWritten(ctx, id, outbox));
    const at = ctx.now();
    for (const item of outbox.slice(0, BATCH)) {
      // What waited longer than it is kept was read by nobody: its time begins anew.
      const late = item.wire?.forgetHour !== undefined && item.wire.forgetHour <= at / HOUR;
      if (item.wire && BigInt(item.wire.epoch) === now && !late) {
        batch.push(item);
        continue;
      }
      const n = item.wire ? item.payload.chain.n : ++count;
      const chained: Payload = { ...item.payload, chain: { n, seq: standing.transcript.seq, hash: standing.transcript.hash } };
      const payload: Payload = isSaid(chained) && keeping.seconds > 0 ? { ...chained, goes: at + keeping.seconds * 1000 } : chained;
      const made = await encrypt(group, encodePayload(payload));
      group = made.group;
      const end = wireEnd(payload, at, lifetimeOf(keeping));
      batch.push({ ...item, payload, wire: { epoch: Number(now), key: recordKey(standing.transcript.seq), ciphertext: made.ciphertext, ...(end === undefined ? {} : { forgetHour: forgetHour(end, at) }) } });
    }
    const next: Standing = { ...standing, group };
    // On the disk before it is sent: a key that was used once must never be used again.
    await ctx.store.put([keepStanding(next), keepWritten(id, count), ...batch.map((item) => keepItem(id, item))]);
    standing = next;
    written = count;
    outbox = [...batch, ...outbox.slice(batch.length)];
    return batch;
  }

  async function sendBatch(): Promise<void> {
    const batch = await encryptWaiting();
    if (batch.length === 0) return;
    const records = batch.flatMap((item) =>
      item.wire ? [{ kind: RecordKind.MESSAGE, epoch: BigInt(item.wire.epoch), idempotencyKey: item.wire.key, ciphertext: item.wire.ciphertext, news: isNews(item.payload.type), forgetHour: BigInt(item.wire.forgetHour ?? 0) }] : [],
    );
    const { seqs } = await ctx.transport.stream.append({ streamId: fromHex(id), records });
    for (const [index, seq] of seqs.entries()) {
      const record = records[index];
      if (record && !(await take(create(RecordSchema, { ...record, seq })))) await readOn();
    }
    // Acknowledged, and not in the log: said to be kept, it would be sent for ever.
    const gone = new Set(batch.map((item) => item.order));
    if (outbox.some((item) => gone.has(item.order))) throw new CoreError("missing_record");
  }

  /** The server moved on to an epoch that this device has not reached. */
  async function rebase(): Promise<void> {
    const before = standing && epoch(standing.group);
    await readOn();
    if (standing && epoch(standing.group) === before) throw new CoreError("wrong_epoch");
  }

  /** One attempt to make a commit; true once there is none to be made. */
  async function tryCommit(make: (group: Group) => Promise<OwnCommit | undefined>): Promise<boolean> {
    if (!standing || closed || !isActive(standing.group)) return true;
    const made = commit ?? (await make(standing.group));
    if (!made) return true;
    if (!commit) await ctx.store.put([keepOwnCommit(id, made)]);
    commit = made;
    try {
      const { seqs } = await ctx.transport.stream.append({ streamId: fromHex(id), records: [recordOf(made)], groupInfo: made.groupInfo });
      if (!(await take(create(RecordSchema, { ...recordOf(made), seq: seqs[0] ?? 0n })))) await readOn();
    } catch (error) {
      if (hasCode(error, "stream_closed")) return true;
      if (!hasCode(error, "epoch_stale")) throw error;
      await rebase();
    }
    // One that was kept from an earlier attempt may have done something else than is asked for now.
    return false;
  }

  async function commitUntilDone(make: (group: Group) => Promise<OwnCommit | undefined>): Promise<void> {
    for (let attempt = 0; attempt < REMOVAL_ATTEMPTS; attempt++) {
      if (!(await exclusively(() => tryCommit(make)))) continue;
      void history.flush().catch(() => undefined);
      return;
    }
    throw new CoreError("epoch_stale");
  }

  // ---- forgetting ----------------------------------------------------------

  async function forget(gone: readonly Entry[], left: readonly Entry[], more: readonly StoreWrite[], next: Duties): Promise<void> {
    const names = new Set(gone.map(nameOfEntry));
    const messages = new Set(gone.flatMap((entry) => (entry.kind === "payload" ? [entry.payload.id] : [])));
    // What was encrypted may be with the server already, and has its number among this device's payloads.
    const dropped = outbox.filter(({ payload, wire }) => !wire && isChange(payload) && messages.has(payload.of));
    await ctx.store.put([
      ...[...names].map((name): StoreWrite => [name, undefined]),
      ...left.map(keepEntry),
      ...dropped.map((item) => dropItem(id, item)),
      ...(await history.unstage((item) => item.kind !== "checkpoint" && item.kind !== "sealed" && item.stream === id && names.has(nameOfEntry(item)))),
      ...more,
      // The state by which this device could join would open what was forgotten.
      ...(standing ? [keepCheckpoint(id, undefined)] : []),
      keepDuties(id, next),
    ]);
    for (const name of names) entries.delete(name);
    work = undefined;
    for (const message of messages) saidBy.delete(message);
    for (const entry of left) remember(entry);
    outbox = outbox.filter((item) => !dropped.includes(item));
    duties = next;
    changed();
  }

  async function forgetDue(): Promise<readonly Id[]> {
    const { gone, left } = dueOf(folded().ends, ctx.now());
    if (gone.length === 0) return [];
    const sealing = await recording.before(gone);
    // It stays until it can be sealed; it is not shown any more.
    if (!sealing) return [];
    const newest = gone.reduce((last, { seq }) => Math.max(last, seq), 0);
    const forward = duties.forward && { forward: { ...duties.forward, gone: [...duties.forward.gone, ...gone.map(({ seq }) => seq)] } };
    await forget(gone, left, [...sealing.writes, ...history.stage(left)], { ...duties, ...forward, renew: Math.max(newest, duties.renew ?? 0) });
    sealing.taken();
    return gone.flatMap((entry) => (entry.kind === "payload" ? [entry.payload.id] : []));
  }

  async function forgetUpTo(upTo: number, everywhere: boolean): Promise<void> {
    // A device that is behind does not know yet where the conversation stood.
    if (standing && standing.transcript.seq < upTo) return;
    const gone = inOrder().filter((entry) => entry.seq <= upTo && !(entry.kind === "base" && entry.seq === upTo));
    if (gone.length === 0) return;
    const there = inOrder().find((entry) => entry.kind === "base" && entry.seq === upTo);
    const base = there ?? baseOf(id, upTo, fold(gone, parties), ctx.now());
    const inVault = forgotten();
    const before = inVault < upTo ? inVault : (gone.findLast((entry) => entry.kind === "base")?.seq ?? 0);
    const tell = everywhere ? { tell: { upTo, before, reached: standing?.transcript.seq ?? upTo, blobs: [...(duties.tell?.blobs ?? []), ...ownBlobs(gone, me.from)] } } : {};
    // In this browser alone nothing leaves the account.
    const sealing = everywhere ? await recording.before(gone) : nothing;
    if (!sealing) return;
    draft = "";
    await forget(gone, [base], [[draftName(id), undefined], ...sealing.writes], { ...duties, ...tell, renew: Math.max(upTo, duties.renew ?? 0) });
    sealing.taken();
  }

  /** Takes out of the account's vault and history what was forgotten here, and writes anew there what was not. */
  async function tellAccount(tell: NonNullable<Duties["tell"]>): Promise<void> {
    await ctx.vault.update((vault) => withForgotten(vault, id, tell.upTo));
    known = undefined;
    await exclusively(() => ctx.store.put(history.stage(inOrder().filter(({ seq }) => seq >= tell.upTo), endOf)));
    await history.flush();
    await tellForgotten(ctx, history, id, tell);
  }

  /** Takes away a duty that was done, unless there is more of it by now. */
  async function done(duty: keyof Duties, was: Duties[keyof Duties]): Promise<void> {
    await exclusively(async () => {
      if (duties[duty] !== was) return;
      const { [duty]: _, ...rest } = duties;
      duties = rest;
      await ctx.store.put([keepDuties(id, duties)]);
    });
  }

  async function finishForgetting(without: ReadonlySet<Id>): Promise<void> {
    const { forward, tell, renew } = duties;
    if (forward !== undefined) {
      await bringForward(ctx, history, id, me.from, folded(), forward.gone);
      await done("forward", forward);
    }
    if (tell) {
      await tellAccount(tell);
      await done("tell", tell);
    }
    if (renew === undefined) return;
    const due = (group: Group): boolean => (standing?.since ?? 0) <= renew || members(group).some((member) => without.has(toHex(member.deviceId)));
    await commitUntilDone(async (group) => (due(group) ? makeRenewal(ctx, group, without) : undefined));
    await history.flush();
    await done("renew", renew);
  }

  async function keepRecord(all = false): Promise<void> {
    if (recording.dueAt() !== undefined) await recording.prepare();
    await exclusively(async () => {
      const { writes, taken } = await recording.seal(all);
      await ctx.store.put(writes);
      taken();
    });
    await recording.send();
  }

  async function sendWaiting(): Promise<void> {
    try {
      while (outbox.length > 0) {
        await exclusively(async () => {
          try {
            await sendBatch();
          } catch (error) {
            if (!hasCode(error, "epoch_stale")) throw error;
            await rebase();
          }
        });
      }
    } finally {
      sending = undefined;
      changed();
    }
    void history.flush().catch(() => undefined);
  }

  async function pump(): Promise<void> {
    if (outbox.length === 0) return;
    if (closed) throw new CoreError("stream_closed");
    if (!standing) throw new CoreError("join_failed");
    if (!isActive(standing.group)) throw new CoreError("stream_closed");
    sending ??= sendWaiting();
    await sending;
  }

  function pending(): readonly TimelineItem[] {
    const underWay = new Set(sending ? outbox.slice(0, BATCH).map((item) => item.payload.id) : []);
    return folded().pending.map((item) => (underWay.has(item.id) ? { ...item, delivery: "sending" } : item));
  }

  /** What is here already, as it is or scrubbed, is not taken again, nor what stood before a base; and nothing by a device that was removed. */
  function add(more: readonly Entry[]): readonly StoreWrite[] {
    if (standing && !isActive(standing.group)) return [];
    const floor = [...entries.values()].reduce((highest, each) => (each.kind === "base" ? Math.max(highest, each.seq) : highest), 0);
    const isScrubbed = (entry: Entry | undefined): boolean => entry?.kind === "payload" && entry.scrubbed === true;
    const isNew = (entry: Entry): boolean => {
      const there = entries.get(nameOfEntry(entry));
      return entry.seq > floor && (!there || (isScrubbed(entry) && !isScrubbed(there)));
    };
    const added = more.filter(isNew);
    if (added.length === 0) return [];
    for (const entry of added) remember(entry);
    const writes = [...added.map(keepEntry), ...dropUnreadable(), ...forgetTakenBack()];
    keeping = folded().keeping;
    changed();
    return writes;
  }

  /** What another device could read is not unreadable. Gives what is to be written. */
  function dropUnreadable(): readonly StoreWrite[] {
    const read = new Set([...entries.values()].filter(({ kind }) => kind === "payload").map(({ seq }) => seq));
    const names = [...entries].filter(([, { kind, seq }]) => kind === "unreadable" && read.has(seq)).map(([name]) => name);
    for (const name of names) entries.delete(name);
    if (names.length > 0) work = known = undefined;
    return names.map((name): StoreWrite => [name, undefined]);
  }

  /** Words that were taken back are not kept, whichever way they and the taking back came. Gives what is to be written. */
  function forgetTakenBack(): readonly StoreWrite[] {
    const scrubbed = withoutTakenBack([...entries.values()]);
    for (const entry of scrubbed) remember(entry);
    return scrubbed.map(keepEntry);
  }

  // Its words may have come in an earlier page of the history than the taking back.
  await ctx.store.put([...dropUnreadable(), ...forgetTakenBack()]);
  const live = (): LiveNow | undefined => liveNow(folded().live, me.from, (payload) => heard.get(payload), here, ctx.now());
  const source = { ctx, id, parties, folded, pending, live, draft: () => draft, typing: () => typing, closed: () => closed, seen: () => seen };
  const conversation: Conversation = {
    id,
    parties,
    folded,
    group: () => standing?.group,
    summary: () => summarise(source),
    view: (part) => viewOf(source, part),
    firstUnread: () => firstUnread(source),
    receive: (record) =>
      exclusively(async () => {
        if (Number(record.seq) === (standing?.transcript.seq ?? 0) + 1) reachedEnd = Math.max(reachedEnd, ctx.now() - ARRIVES_WITHIN);
        if (!(await take(record))) await readOn();
      }),
    catchUp: () => exclusively(readOn),
    post: (body, own, message = toHex(randomBytes(16))) =>
      exclusively(async () => {
        const order = (outbox.at(-1)?.order ?? (await lastOrder(ctx, id))) + 1;
        const payload: Payload = { ...body, v: 1, id: message, at: ctx.now(), chain: { n: 0, seq: 0, hash: "" } };
        const item: OutboxItem = { order, payload, ...(own ? { own } : {}) };
        await ctx.store.put([keepItem(id, item), keepOrder(id, order)]);
        outbox = [...outbox, item];
        changed();
      }),
    commit: commitUntilDone,
    removeDevices: (devices) => commitUntilDone((group) => makeRemoval(ctx, group, devices)),
    forgetDue: () => exclusively(forgetDue),
    forgetUpTo: (upTo, everywhere) => exclusively(() => forgetUpTo(upTo, everywhere)),
    finishForgetting,
    keepRecord,
    prepareRecord: () => recording.prepare(),
    hasDuties: () => Object.keys(duties).length > 0 || recording.waits(),
    judgeDestroyed: (seqs) => exclusively(() => judge(seqs)),
    nextEnd: () => [...folded().ends.values()].reduce<number | undefined>((next, end) => (next === undefined ? end : Math.min(next, end)), recording.dueAt()),
    reached: () => standing?.transcript.seq ?? folded().lastSeq,
    waiting: () => outbox.map((item) => item.payload),
    pump,
    known: () => new Map([...entries.values()].filter((e) => e.kind !== "security").map((e) => [e.seq, e])),
    ownSealed() {
      for (const entry of entries.values()) if (entry.kind === "payload" && entry.own) return entry.own;
      return {};
    },
    addEntries: add,
    adopt(next) {
      standing = next;
      changed();
    },
    async setDraft(text) {
      draft = text;
      await ctx.store.put([[draftName(id), text === "" ? undefined : utf8(text)]]);
    },
    setTyping(now) {
      if (now === typing) return;
      typing = now;
      args.changed(conversation);
    },
    setClosed(now) {
      if (now === closed) return;
      closed = now;
      args.changed(conversation);
    },
    markSeen(seq) {
      if (seq <= seen) return;
      seen = seq;
      args.changed(conversation);
    },
    live,
    hear(payload, at) {
      if (heard.has(payload)) return;
      heard.set(payload, at);
      args.changed(conversation);
    },
    setHere(now) {
      if (now === here) return;
      here = now;
      args.changed(conversation);
    },
    turned: () => args.changed(conversation),
  };
  return conversation;
}

const orderName = (id: Id): string => `conversation/${id}/order`;
const keepOrder = (id: Id, order: number): StoreWrite => [orderName(id), utf8(order.toString())];

async function numberAt(ctx: CoreContext, name: string): Promise<number | undefined> {
  const kept = await ctx.store.get(name);
  return kept && Number(new TextDecoder().decode(kept));
}

/** Of the last item that was put into the outbox. */
const lastOrder = async (ctx: CoreContext, id: Id): Promise<number> => (await numberAt(ctx, orderName(id))) ?? 0;

const writtenName = (id: Id): string => `conversation/${id}/written`;
const keepWritten = (id: Id, written: number): StoreWrite => [writtenName(id), utf8(written.toString())];

/** The count that goes into each payload's chain, as it is kept. Earlier versions counted by the order in the outbox. */
async function lastWritten(ctx: CoreContext, id: Id, outbox: readonly OutboxItem[]): Promise<number> {
  const encrypted = outbox.flatMap(({ wire, payload }) => (wire ? [payload.chain.n] : []));
  return (await numberAt(ctx, writtenName(id))) ?? Math.max(...encrypted, (outbox[0]?.order ?? (await lastOrder(ctx, id)) + 1) - 1);
}
