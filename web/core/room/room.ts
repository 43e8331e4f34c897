/**
 * One room on one device: it takes records in order, sends what waits, and makes
 * a moderator's commits.
 *
 * Everything that changes it runs in turn. What came of a turn is written to the
 * device at its end in one piece, and shown once; records that come while one is
 * being taken are all taken by the next. So a burst of many costs one writing of
 * the group, which grows with the room. A commit is kept before it is sent, with
 * the roster that tells the members how things stand then: the same records are
 * sent until the server took them or another commit came first.
 */
import type { Id, RoomLed, RoomPerson, SecurityEvent } from "../api.ts";
import { fromBase64url, fromHex, fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { decodeStanding, encodeStanding } from "../conversation/standing.ts";
import type { StoreWrite } from "../conversation/history.ts";
import { securityCode, type Standing } from "../conversation/records.ts";
import { agreesWith, emptyTranscript, hashOfRecord, isDestroyed, isSameRecord } from "../conversation/transcript.ts";
import { CoreError, hasCode } from "../errors.ts";
import { create } from "@bufbuild/protobuf";
import { type Record as WireRecord, RecordKind, RecordSchema } from "../gen/alcove/v1/stream_pb.ts";
import { turns } from "../in_turn.ts";
import { recordKey } from "../record_key.ts";
import { type Committed, deserializeGroup, encrypt, epoch, type Group, isActive, isWelcome, joinExternally, type Member, members, MlsRefusal, process, ROOM_SUITE, roomPolicy, sameMembers, serializeGroup, whoJoins } from "../mls.ts";
import type { Appointment } from "./appointment.ts";
import { type Addressee } from "./entrance.ts";
import type { FoldedRoom, Proof, Recalled, RoomEntry } from "./fold.ts";
import { frank, openFranked, provable } from "./franking.ts";
import { isLasting, loadMemory, type PayloadEntry } from "./memory.ts";
import { isTaken } from "./names.ts";
import { decodeRoomPayload, encodeRoomPayload, type RoomBody, type RoomPayload, type UnknownRoomPayload } from "./payload.ts";
import type { SealedWords } from "./sealed_words.ts";
import { comeIn, follow } from "./standing.ts";

const BATCH = 32;
const ATTEMPTS = 8;
/** How long something may take from being said to being heard, ms. */
const ON_ITS_WAY = 10_000;
const HOURS_A_DAY = 24;
const HOUR = 3_600_000;

export interface RoomArgs {
  readonly ctx: CoreContext;
  readonly id: Id;
  readonly addressee: Addressee;
  /** Account ids of those who lead it, as its face says. */
  readonly moderators: ReadonlySet<Id>;
  /** For how many days what is said here is kept, by now. */
  readonly days: () => number;
  /** Hash of the room's face by now (face.ts). */
  readonly face: () => string;
  /** Opens what is sealed, if it is for this account. */
  readonly unseal: (sealed: string) => Promise<SealedWords | undefined>;
  /** Who joins by a commit though nobody here let them in, if the practice appointed them to lead the room. */
  readonly appointment: (who: Id, commit: Uint8Array) => Promise<Appointment | undefined>;
  /** The group that a Welcome leads to by which this device's leaf was added anew (renewing.ts). */
  readonly letInAnew: (welcome: Uint8Array) => Promise<{ readonly group: Group; readonly write: StoreWrite } | undefined>;
  readonly changed: () => void;
}

/** What a moderator's commit does, and how things stand after it. */
export interface RoomChange {
  readonly made: Committed & { readonly welcome?: Uint8Array | undefined };
  readonly admit: readonly Id[];
  readonly remove: readonly Id[];
  /** Accounts that lead the room from then on. */
  readonly appoint: readonly Id[];
  readonly people: readonly RoomPerson[];
}

export interface Room {
  readonly id: Id;
  readonly me: Id;
  folded(): FoldedRoom;
  group(): Group | undefined;
  /** Begins to stand somewhere: as who made the room. */
  adopt(standing: Standing, people: readonly RoomPerson[]): Promise<void>;
  /** Takes a record that came live. */
  receive(record: WireRecord): Promise<void>;
  /** A moderator's further device joins by itself; `led` is how things stood for the others, `newcomers` who may have come since, `recalled` what they were told before. Or one whom the practice `appointed`. */
  rejoin(led: RoomLed, newcomers: readonly RoomPerson[], more?: { readonly recalled?: Recalled; readonly appointed?: boolean }): Promise<void>;
  /** Whom the practice appointed to lead the room, as long as this account has not agreed: nothing is taken until then. */
  asked(): Appointment | undefined;
  accept(): Promise<void>;
  /** Reads whatever follows; comes in first, where it is not in yet. `first` is the first record that is given. */
  catchUp(first: number): Promise<void>;
  /** Keeps something for sending; resolves when it is on the device's disk. `opened`: of what is sealed, what is inside. */
  post(body: RoomBody, opened?: SealedWords): Promise<void>;
  /** Sends what waits; resolves once the server has all of it. */
  pump(): Promise<void>;
  /** Makes commits until there is none to be made. */
  commit(make: (group: Group, folded: FoldedRoom) => Promise<RoomChange | undefined>): Promise<void>;
  /** What stands at a number of the log. */
  at(seq: number): PayloadEntry | undefined;
  /** Takes off the device what is older than it is kept; all that was said, once it is `over`. */
  forgetDue(over: boolean): Promise<void>;
  /** Takes all of the room off this device. */
  erase(): Promise<void>;
}

interface Wire {
  readonly kind: RecordKind;
  readonly epoch: number;
  readonly key: string;
  readonly ciphertext: string;
  /** Of messages. */
  readonly commitment?: string;
  readonly forgetHour: number;
  /** Of what nobody is to be told by a notice. */
  readonly quiet?: true;
}
interface Waiting {
  readonly order: number;
  readonly payload: RoomPayload;
  readonly opened?: SealedWords;
  readonly wire?: Wire;
}
interface OwnChange {
  readonly epoch: number;
  readonly records: readonly Wire[];
  readonly groupInfo: string;
  readonly group: string;
  readonly admit: readonly Id[];
  readonly remove: readonly Id[];
  readonly appoint: readonly Id[];
  readonly roster: RoomPayload;
}

/** Refusals that a commit will meet as long as it is what it is. */
const FINAL: ReadonlySet<string> = new Set(["not_asking", "wrong_members", "room_full", "too_many_streams", "stream_closed", "stream_not_found", "moderators_only", "record_too_large", "malformed_record"]);
const isFinal = (error: unknown): boolean => error instanceof CoreError && FINAL.has(error.code);

const isReportable = ({ type }: { readonly type: string }): boolean => type === "message" || type === "passed";
/** More than the chain adds to a payload when it is sent. */
const CHAIN = 200;

/** What was sealed is kept as it was opened, or not at all. */
const lightened = <P extends RoomPayload | UnknownRoomPayload>(payload: P): P => (payload.type === "sealed" ? { ...payload, sealed: "" } : payload);

const unpack = (wire: Wire) => ({
  kind: wire.kind, epoch: BigInt(wire.epoch), idempotencyKey: fromBase64url(wire.key), ciphertext: fromBase64url(wire.ciphertext), commitment: fromBase64url(wire.commitment ?? ""),
  news: wire.forgetHour > 0 && !wire.quiet, forgetHour: BigInt(wire.forgetHour),
});

/** Loads what the device keeps of a room. */
export async function loadRoom({ ctx, id, addressee, moderators, days, face, unseal, appointment, letInAnew, changed }: RoomArgs): Promise<Room> {
  const { store } = ctx;
  const prefix = `room/${id}/`;
  const me = toHex(addressee.device.accountId);
  const names = { standing: `${prefix}standing`, asked: `${prefix}asked`, change: `${prefix}change`, order: `${prefix}order`, written: `${prefix}written`, heard: `${prefix}heard` };
  const waitingName = (order: number): string => `${prefix}waiting/${order.toString().padStart(10, "0")}`;
  const parsed = <T>(value: Uint8Array): T => JSON.parse(fromUtf8(value)) as T;
  const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
  const number = async (name: string): Promise<number> => parsed<number>((await store.get(name)) ?? utf8("0"));

  const memory = await loadMemory(store, `${prefix}entry/`, me);
  const kept = await store.get(names.standing);
  let standing = kept && decodeStanding(kept);
  let waiting: readonly Waiting[] = (await store.list(`${prefix}waiting/`)).map(([, value]) => parsed<Waiting>(value));
  const keptChange = await store.get(names.change);
  let change = keptChange && parsed<OwnChange>(keptChange);
  const keptAsked = await store.get(names.asked);
  let asked = keptAsked && parsed<Appointment>(keptAsked);
  let sending: Promise<void> | undefined;
  /** What came of this turn and is not on the device yet. */
  let unwritten: StoreWrite[] = [];
  let moved = false;
  /** Records that came live, for the next turn. */
  let arrived: { readonly record: WireRecord; readonly at: number }[] = [];
  let taking: Promise<void> = Promise.resolve();
  /** When this device last had all that was said, as far as it is from now. */
  let heard = await number(names.heard);
  const inTurn = turns();

  /** Whose clock is wrong has said it all the same after this device last had everything, and not in the future. Undefined where it may be right. */
  function heardAt(told: number): number | undefined {
    const at = Math.min(Math.max(told, heard), ctx.now());
    return at === told ? undefined : at;
  }

  const folded = (): FoldedRoom => memory.seen(waiting);
  const keepStanding = (next: Standing): StoreWrite => [names.standing, encodeStanding(next)];

  function leaders(): ReadonlySet<Id> {
    const people = memory.people();
    return people.size === 0 ? moderators : new Set([...people.values()].filter((each) => each.moderates).map((each) => each.id));
  }

  /** What follows is on the device at the end of the turn. */
  function remember(added: readonly RoomEntry[], next: Standing, more: readonly StoreWrite[]): void {
    standing = next;
    moved = true;
    unwritten.push(...added.flatMap(memory.add), ...more);
  }

  /** Writes what came of this turn so far, and `more` with it, and shows it. */
  async function write(more: readonly StoreWrite[] = []): Promise<void> {
    const writes = [...(moved && standing ? [keepStanding(standing), [names.heard, json(heard)] as const] : []), ...unwritten, ...more];
    if (writes.length === 0) return;
    await store.put(writes);
    unwritten = [];
    moved = false;
    changed();
  }

  /** Runs a turn; whatever becomes of it, what it took is kept. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => inTurn(() => work().finally(write));

  // ---- coming in -------------------------------------------------------------

  /** Takes one record; false when it does not follow the last one. */
  async function take(record: WireRecord): Promise<boolean> {
    if (!standing || !isActive(standing.group) || asked) return true;
    const seq = Number(record.seq);
    if (seq <= standing.transcript.seq) {
      if (isSameRecord(standing.transcript, seq, hashOfRecord(record)) === false) refuse(standing, seq, "altered-record");
      return true;
    }
    if (seq !== standing.transcript.seq + 1) return false;
    const after: Standing = { ...standing, transcript: follow(standing.transcript, record) };
    const key = toBase64url(record.idempotencyKey);
    // Another's words under the key of one's own are another's words.
    const isOwn = (sent: Wire | undefined): boolean => sent?.key === key && sent.kind === record.kind && sent.ciphertext === toBase64url(record.ciphertext);
    const own = waiting.find(({ wire: sent }) => isOwn(sent));
    if (own) takeOwn(after, seq, own);
    else if (change && isOwn(change.records[0])) remember([], { ...after, group: deserializeGroup(fromBase64url(change.group)) }, []);
    else if (change && isOwn(change.records.at(-1))) takeRoster(after, seq, change);
    else await takeOther(standing, after, record, seq);
    return true;
  }

  function takeOwn(after: Standing, seq: number, own: Waiting): void {
    waiting = waiting.filter(({ order }) => order !== own.order);
    remember([{ kind: "payload", seq, from: me, payload: lightened(own.payload), ...(own.opened ? { opened: own.opened } : {}) }], after, [[waitingName(own.order), undefined]]);
  }

  function takeRoster(after: Standing, seq: number, made: OwnChange): void {
    change = undefined;
    remember([{ kind: "payload", seq, from: me, payload: made.roster }], after, [[names.change, undefined]]);
  }

  async function takeOther(before: Standing, after: Standing, record: WireRecord, seq: number): Promise<void> {
    // A Welcome is for others; what is none is not passed over because the server calls it one.
    if (record.kind === RecordKind.WELCOME) return isWelcome(record.ciphertext) ? remember([], after, []) : refuse(after, seq, "altered-record");
    if (isDestroyed(record)) return remember([], { ...after, destroyed: (before.destroyed ?? 0) + 1 }, []);
    if (record.epoch !== epoch(before.group)) return refuse(after, seq, "wrong-epoch");
    try {
      const result = await process(before.group, record.ciphertext, roomPolicy(leaders()));
      if ((result.kind === "commit") !== (record.kind === RecordKind.COMMIT)) return refuse(after, seq, "altered-record");
      if (result.kind === "commit") {
        // Whatever this device had begun in the epoch that ended is made anew.
        change = undefined;
        unwritten.push([names.change, undefined]);
        return result.anew ? await goOnAnew(before, { ...after, group: result.group }, result.anew) : remember([], { ...after, group: result.group }, []);
      }
      const from = toHex(result.sender.accountId);
      const next: Standing = { ...after, group: result.group };
      const said = await openFranked(id, from, { plaintext: result.plaintext, commitment: record.commitment });
      if (!said) return refuse(next, seq, "unprovable-record");
      const payload = decodeRoomPayload(said.payload);
      const text = provable(said.payload);
      if (isReportable(payload) && text === undefined) return refuse(next, seq, "unprovable-record");
      const proof: Proof = { key: toBase64url(said.key), attest: toBase64url(record.attest), ...(text === JSON.stringify(payload) ? {} : { text: text ?? "" }) };
      await takePayload(before, next, { seq, from, payload, ...(isReportable(payload) ? { proof } : {}) }, toHex(result.sender.deviceId));
    } catch (error) {
      if (error instanceof MlsRefusal) {
        const appointment = record.kind === RecordKind.COMMIT && error.code === "unauthorised_commit" ? await appointedBy(before.group, record.ciphertext) : undefined;
        if (!appointment) return refuse(after, seq, securityCode(error));
        if (!appointment.agreed) return ask(appointment);
        agree(before, appointment);
        return takeOther(before, after, record, seq);
      }
      if (hasCode(error, "malformed_payload")) return refuse(after, seq, "altered-record");
      throw error;
    }
  }

  /** Behind a commit that removed this device and added it anew stands the Welcome for it: both are taken together or neither. */
  async function goOnAnew(before: Standing, out: Standing, expected: readonly Member[]): Promise<void> {
    const { records: [record] } = await ctx.transport.stream.read({ streamId: fromHex(id), after: BigInt(out.transcript.seq), limit: 1 });
    if (!record) throw new CoreError("join_failed");
    const found = record.kind === RecordKind.WELCOME && isWelcome(record.ciphertext) ? await letInAnew(record.ciphertext) : undefined;
    const leadsOn = found && epoch(found.group) === epoch(before.group) + 1n && sameMembers(members(found.group), expected);
    if (!leadsOn) return refuse(out, out.transcript.seq, "altered-record");
    remember([], { ...out, group: found.group, transcript: follow(out.transcript, record) }, [found.write]);
  }

  /** Whom a commit lets in that no moderator here made, if that is all it does and the practice appointed them. */
  async function appointedBy(group: Group, commit: Uint8Array): Promise<Appointment | undefined> {
    const who = await (async () => {
      const joins = whoJoins(commit);
      if (joins) await process(group, commit, roomPolicy(new Set([toHex(joins.accountId)])));
      return joins && toHex(joins.accountId);
    })().catch((error: unknown) => {
      if (error instanceof MlsRefusal) return undefined;
      throw error;
    });
    const found = who === undefined ? undefined : await appointment(who, commit);
    // Nobody agrees to somebody whom they could take for another.
    const others = [...memory.people().values()].filter(({ id: person }) => person !== who).map(({ name }) => name);
    return found && !isTaken(found.moderator.displayName, others) ? found : undefined;
  }

  /** Takes nothing more until this account has answered. */
  function ask(appointed: Appointment): void {
    asked = appointed;
    unwritten.push([names.asked, json(appointed)]);
  }

  function agree(now: Standing, { moderator }: Appointment): void {
    asked = undefined;
    remember([{ kind: "appointed", seq: now.transcript.seq, at: ctx.now(), id: moderator.accountId, name: moderator.displayName }], now, [[names.asked, undefined]]);
  }

  async function takePayload(before: Standing, after: Standing, taken: Omit<PayloadEntry, "kind" | "opened">, device: Id): Promise<void> {
    const { seq, from, payload } = taken;
    const opened = payload.type === "sealed" ? await unseal(payload.sealed) : undefined;
    const at = heardAt(payload.at);
    const entry: RoomEntry = { kind: "payload", ...taken, payload: lightened(payload), ...(at === undefined ? {} : { at }), ...(opened ? { opened } : {}) };
    // How things stand here is told by those who lead the room, and by nobody else.
    if (memory.people().size === 0 && !(payload.type === "roster" && moderators.has(from))) return refuse(after, seq, "unauthorised-payload");
    const { chain } = payload;
    // What this version does not know may have none.
    if (!chain) return remember([entry], after, []);
    // A roster is not counted: it comes with its commit or not at all.
    const counted = payload.type !== "roster";
    const seen = counted ? before.counts[device] : undefined;
    const trouble: SecurityEvent["code"][] = [];
    if (seen !== undefined && chain.n <= seen) trouble.push("replayed-record");
    // What was destroyed meanwhile may have been this device's.
    const destroyed = (before.destroyed ?? 0) - (before.destroyedAt?.[device] ?? 0);
    if (seen !== undefined && chain.n > seen + 1 + destroyed) trouble.push("missing-record");
    if (!agreesWith(before.transcript, chain)) trouble.push("reordered-record");
    const next: Standing = !counted ? after : { ...after, counts: { ...before.counts, [device]: Math.max(seen ?? 0, chain.n) }, destroyedAt: { ...before.destroyedAt, [device]: before.destroyed ?? 0 } };
    remember([entry, ...trouble.map((code): RoomEntry => ({ kind: "security", seq, at: ctx.now(), code }))], next, []);
  }

  function refuse(next: Standing, seq: number, code: SecurityEvent["code"]): void {
    remember([{ kind: "security", seq, at: ctx.now(), code }], next, []);
  }

  async function enter(first: number): Promise<void> {
    const records: WireRecord[] = [];
    for (let after = BigInt(Math.max(0, first - 1)); ; ) {
      const page = await ctx.transport.stream.read({ streamId: fromHex(id), after, limit: 500 });
      records.push(...page.records);
      after = page.records.at(-1)?.seq ?? page.headSeq;
      if (after >= page.headSeq) break;
    }
    // This browser may have asked after the room was loaded.
    const entered = await comeIn(id, { ...addressee, keyPackage: await store.get(`${prefix}package`) }, records);
    if (entered) remember([], entered, [[`${prefix}package`, undefined]]);
  }

  /** Joins by an external commit (RFC 9420 §12.4.3.2), which the others take from a moderator's account alone, or ask their owners. */
  async function rejoin(led: RoomLed, newcomers: readonly RoomPerson[], { recalled, appointed = false }: { readonly recalled?: Recalled; readonly appointed?: boolean }): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && !standing; attempt++) {
      const { epoch: at, groupInfo } = await ctx.transport.stream.getGroupInfo({ streamId: fromHex(id) });
      const made = await joinExternally(addressee.device, groupInfo, ROOM_SUITE, appointed);
      const commit = wire(RecordKind.COMMIT, Number(at), made.commit);
      try {
        const { seqs: [seq] } = await ctx.transport.stream.append({ streamId: fromHex(id), records: [unpack(commit)], groupInfo: made.groupInfo });
        const record = create(RecordSchema, { ...unpack(commit), seq: seq ?? 0n });
        const entered: Standing = { stream: id, group: made.group, transcript: follow({ ...emptyTranscript, seq: Number(seq) - 1 }, record), counts: {} };
        remember([{ kind: "payload", seq: Number(seq), from: me, payload: completed({ type: "roster", ...led, face: face(), people: presentOf(made.group, [...newcomers, ...led.people]) }) }, ...(recalled ? [{ kind: "recalled", seq: Number(seq), ...recalled } as const] : [])], entered, []);
      } catch (error) {
        if (!hasCode(error, "epoch_stale")) throw error;
      }
    }
  }

  /** Those who are in the group, as they were told of last. */
  function presentOf(group: Group, told: readonly RoomPerson[]): readonly RoomPerson[] {
    const known = new Map(told.map((each) => [each.id, each]));
    return [...new Set(members(group).map(({ accountId }) => toHex(accountId)))].flatMap((person) => known.get(person) ?? []);
  }

  async function readOn(): Promise<void> {
    while (standing && isActive(standing.group) && !asked) {
      const after = standing.transcript.seq;
      const asked = ctx.now();
      const { records, headSeq } = await ctx.transport.stream.read({ streamId: fromHex(id), after: BigInt(after), limit: 500 });
      for (const record of records) if (!(await take(record))) return refuse(standing, after, "missing-record");
      // Long reading that is cut off goes on from here.
      await write();
      const reached = standing.transcript.seq;
      if (asked) return;
      if (BigInt(reached) >= headSeq) {
        heard = asked - ON_ITS_WAY;
        return;
      }
      if (reached === after) return refuse(standing, after, "missing-record");
    }
  }

  async function takeArrived(): Promise<void> {
    const records = arrived;
    arrived = [];
    for (const { record, at } of records) {
      const reached = standing?.transcript.seq;
      if (reached !== undefined && Number(record.seq) === reached + 1) heard = at - ON_ITS_WAY;
      if (!(await take(record))) await readOn();
    }
  }

  // ---- going out -------------------------------------------------------------

  /** What is kept no longer than a session is until then; should nobody end that, for half a day. */
  const hoursKept = (): number => days() * HOURS_A_DAY || HOURS_A_DAY / 2;
  const wire = (kind: RecordKind, at: number, ciphertext: Uint8Array, commitment?: Uint8Array): Wire => ({
    kind, epoch: at, key: toBase64url(recordKey(standing?.transcript.seq ?? 0)), ciphertext: toBase64url(ciphertext), ...(commitment ? { commitment: toBase64url(commitment) } : {}),
    forgetHour: kind === RecordKind.MESSAGE ? Math.ceil((ctx.transport.serverNow() / HOUR + hoursKept()) / HOURS_A_DAY) * HOURS_A_DAY : 0,
  });
  const lasting = (made: Wire, { opened, payload }: Waiting): Wire => ({ ...made, ...(isLasting(opened) ? { forgetHour: 0 } : {}), ...(payload.type === "new-keys" ? { quiet: true } : {}) });
  const completed = (body: RoomBody): RoomPayload => ({ ...body, v: 1, id: toHex(randomBytes(16)), at: ctx.now(), chain: { n: 0, seq: 0, hash: "" } });

  /** How things stand, for who comes in. */
  function rosterOf(people: readonly RoomPerson[]): RoomBody {
    const { conduct, hands } = folded();
    return { type: "roster", people, conduct, hands, face: face() };
  }

  async function sealed(group: Group, from: Standing, payload: RoomPayload, n: number): Promise<{ readonly group: Group; readonly payload: RoomPayload; readonly ciphertext: Uint8Array; readonly commitment: Uint8Array }> {
    const chained: RoomPayload = { ...payload, chain: { n, seq: from.transcript.seq, hash: from.transcript.hash } };
    const { plaintext, commitment } = await frank(id, me, encodeRoomPayload(chained));
    return { payload: chained, commitment, ...(await encrypt(group, plaintext)) };
  }

  async function sendBatch(): Promise<void> {
    if (!standing) throw new CoreError("join_failed");
    let { group } = standing;
    let n = await number(names.written);
    const now = Number(epoch(group));
    const batch: Waiting[] = [];
    for (const item of waiting.slice(0, BATCH)) {
      if (item.wire?.epoch === now) {
        batch.push(item);
        continue;
      }
      const made = await sealed(group, standing, item.payload, item.wire ? item.payload.chain.n : ++n);
      group = made.group;
      batch.push({ ...item, payload: made.payload, wire: lasting(wire(RecordKind.MESSAGE, now, made.ciphertext, made.commitment), item) });
    }
    standing = { ...standing, group };
    moved = true;
    // On the disk before it is sent: a key that was used once must never be used again.
    await write([[names.written, json(n)], ...batch.map((item): StoreWrite => [waitingName(item.order), json(item)])]);
    waiting = [...batch, ...waiting.slice(batch.length)];
    await send(batch.flatMap((item) => (item.wire ? [item.wire] : [])), {});
  }

  async function send(records: readonly Wire[], more: { readonly groupInfo?: Uint8Array; readonly admit?: Uint8Array[]; readonly remove?: Uint8Array[]; readonly appoint?: Uint8Array[] }): Promise<void> {
    const { seqs } = await ctx.transport.stream.append({ streamId: fromHex(id), records: records.map(unpack), ...more });
    for (const [i, seq] of seqs.entries()) {
      const record = records[i];
      if (record && !(await take(create(RecordSchema, { ...unpack(record), seq })))) await readOn();
    }
  }

  /** The server moved on to an epoch that this device has not reached. */
  async function rebase(error: unknown): Promise<void> {
    if (!hasCode(error, "epoch_stale")) throw error;
    const before = standing && epoch(standing.group);
    await readOn();
    if (standing && epoch(standing.group) === before) throw new CoreError("wrong_epoch");
  }

  async function sendWaiting(): Promise<void> {
    try {
      while (waiting.length > 0 && standing && isActive(standing.group) && !asked) await exclusively(() => sendBatch().catch(rebase));
    } finally {
      sending = undefined;
    }
  }

  async function prepare({ made, admit, remove, appoint, people }: RoomChange): Promise<OwnChange> {
    if (!standing) throw new CoreError("join_failed");
    const before = Number(epoch(standing.group));
    // It stands behind the commit, whose hash begins the new epoch's.
    const begun: Standing = { ...standing, transcript: { seq: 0, hash: "00".repeat(32), recent: [] } };
    const roster = await sealed(made.group, begun, completed(rosterOf(people)), 0);
    const prepared: OwnChange = {
      epoch: before, groupInfo: toBase64url(made.groupInfo), group: toBase64url(serializeGroup(roster.group)), admit, remove, appoint, roster: roster.payload,
      records: [
        wire(RecordKind.COMMIT, before, made.commit),
        ...(made.welcome ? [wire(RecordKind.WELCOME, before + 1, made.welcome)] : []),
        { ...wire(RecordKind.MESSAGE, before + 1, roster.ciphertext, roster.commitment), forgetHour: 0 },
      ],
    };
    await store.put([[names.change, json(prepared)]]);
    return prepared;
  }

  /** One attempt; true once there is nothing to be done. */
  async function tryCommit(make: (group: Group, folded: FoldedRoom) => Promise<RoomChange | undefined>): Promise<boolean> {
    if (!standing || !isActive(standing.group)) throw new CoreError("join_failed");
    if (!change) {
      const made = await make(standing.group, folded());
      if (!made) return true;
      change = await prepare(made);
    }
    const { records, groupInfo, admit, remove, appoint } = change;
    try {
      await send(records, { groupInfo: fromBase64url(groupInfo), admit: admit.map(fromHex), remove: remove.map(fromHex), appoint: appoint.map(fromHex) });
    } catch (error) {
      if (!hasCode(error, "epoch_stale")) {
        if (isFinal(error)) await giveUp();
        throw error;
      }
      await rebase(error);
    }
    return false;
  }

  /** What was refused for good is not sent again before something else. */
  async function giveUp(): Promise<void> {
    change = undefined;
    await store.put([[names.change, undefined]]);
  }

  return {
    id,
    me,
    folded,
    group: () => standing?.group,
    adopt: (next, people) => exclusively(async () => remember([{ kind: "payload", seq: 0, from: me, payload: completed(rosterOf(people)) }], next, [])),
    receive(record) {
      arrived.push({ record, at: ctx.now() });
      if (arrived.length === 1) taking = exclusively(takeArrived);
      return taking;
    },
    rejoin: (led, newcomers, more = {}) => exclusively(() => rejoin(led, newcomers, more)),
    asked: () => asked,
    accept: () => exclusively(async () => {
      if (!asked || !standing) return;
      agree(standing, asked);
      await readOn();
    }),
    catchUp: (first) => exclusively(async () => {
      if (!standing) await enter(first);
      await readOn();
    }),
    at: memory.at,
    post: (body, opened) => exclusively(async () => {
      const order = (await number(names.order)) + 1;
      const item: Waiting = { order, payload: completed(body), ...(opened ? { opened } : {}) };
      if (isReportable(body) && provable(encodeRoomPayload(item.payload), CHAIN) === undefined) throw new CoreError("message_too_long");
      await store.put([[waitingName(order), json(item)], [names.order, json(order)]]);
      waiting = [...waiting, item];
      changed();
    }),
    async pump() {
      if (waiting.length === 0 || !standing || !isActive(standing.group) || asked) return;
      sending ??= sendWaiting();
      await sending;
    },
    async commit(make) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) if (await exclusively(() => tryCommit(make))) return;
      throw new CoreError("epoch_stale");
    },
    forgetDue: (over) => exclusively(async () => {
      const gone = memory.forgetBefore(over ? Infinity : ctx.now() - hoursKept() * HOUR);
      if (gone.length === 0) return;
      await store.put(gone);
      changed();
    }),
    erase: () => exclusively(async () => {
      await store.put((await store.list(prefix)).map(([name]): StoreWrite => [name, undefined]));
      memory.forgetAll();
      unwritten = [];
      moved = false;
      standing = change = asked = undefined;
      waiting = [];
    }),
  };
}
