/**
 * From entries to what a person sees. Pure: the same entries give the same
 * conversation on every device. What was folded is kept, so that an entry which
 * follows the others costs no more in a long conversation than in a short one.
 *
 * The rules of who may do what are held here again, whatever the server let
 * through: only the client requests and revokes, only the practitioner accepts,
 * asks back, declines, refers and opens sealed parts; only who said something
 * changes it (writing.ts), and live sessions have their own (live.ts).
 */
import type { CodeWord, ConversationState, Id, IntakeView, Keeping, Notice, SealedPart, TimelineItem } from "../api.ts";
import { type Ending, ending } from "./ending.ts";
import { type Entry, entryTime } from "./entry.ts";
import { type LiveFacts, type LivePayload, withLive } from "./live.ts";
import type { Body, Payload, UnknownPayload } from "./payload.ts";
import { type Change, changed, isChange, isSaid, mayChange, type MessageItem, messageOf } from "./writing.ts";

export interface Parties {
  readonly me: Id;
  readonly client: Id;
  readonly practitioner: Id;
}

export interface Folded {
  readonly state: ConversationState;
  readonly askedBack: boolean;
  readonly items: readonly TimelineItem[];
  /** What was said here and waits to be sent. */
  readonly pending: readonly MessageItem[];
  /** A message by its id, also one that waits. */
  readonly message: (id: Id) => MessageItem | undefined;
  readonly intake: IntakeView | undefined;
  /** When it came to its end, if it did. */
  readonly endedAt: number | undefined;
  readonly request: Extract<Payload, { type: "request" }> | undefined;
  /** Live sessions, oldest first. */
  readonly live: readonly LiveFacts[];
  readonly codeWord: CodeWord;
  /** The former conversation that the practitioner says this one continues. */
  readonly vouched: Id | undefined;
  /** Another account was recognised as the client's, and whether the client objected. */
  readonly continued: boolean;
  readonly objected: boolean;
  /** What the client called themself. */
  readonly clientName: string | undefined;
  /** Highest sequence numbers the other side received and read. */
  readonly delivered: number;
  readonly read: number;
  /** What any of this account's devices told the other side. */
  readonly myReceipt: { readonly delivered: number; readonly read: number };
  /** Sequence number of the newest thing the other side said. */
  readonly lastFromPeer: number;
  readonly lastSeq: number;
  /** How long words are kept now, and when each entry goes that does (lifetime.ts). */
  readonly keeping: Keeping;
  readonly ends: ReadonlyMap<Entry, number>;
  /** Up to which record each side said that it forgets. */
  readonly forgets: { readonly mine: number; readonly theirs: number };
}

interface Draft {
  state: ConversationState;
  endedAt: number | undefined;
  askedBack: boolean;
  request: Folded["request"];
  opened: { part: SealedPart; at: number; reason: string }[];
  revokedAt: number | undefined;
  consentAt: number;
  codeWord: CodeWord;
  vouched: Id | undefined;
  continued: boolean;
  objected: boolean;
  delivered: number;
  read: number;
  mine: { delivered: number; read: number };
  lastFromPeer: number;
  items: TimelineItem[];
  seen: Set<Id>;
  said: Said;
  /** Messages of one's own that may not be read yet, in order. */
  unread: Set<Id>;
  live: readonly LiveFacts[];
  forgets: { mine: number; theirs: number };
  base: Extract<Entry, { kind: "base" }> | undefined;
  ends: Ending["at"];
}

/** Where messages stand, by id. */
interface Said {
  get(id: Id): Place | undefined;
  set(id: Id, place: Place): void;
}

/** What is written here stays here; the rest is read from below. */
function above(below: Said): Said {
  const own = new Map<Id, Place>();
  return { get: (id) => own.get(id) ?? below.get(id), set: (id, place) => void own.set(id, place) };
}

/** Where a message stands among the items, whose it is, and the newest record that worded it. */
interface Place {
  readonly index: number;
  readonly author: Id;
  readonly worded: number;
}

const byClient = new Set<Body["type"]>(["request", "revoke-consent", "object"]);
const byPractitioner = new Set<Body["type"]>(["accept", "ask-back", "decline", "refer", "sealed-opened", "vouch", "continued"]);

function mayWrite(type: Body["type"], from: Id, parties: Parties): boolean {
  if (byClient.has(type)) return from === parties.client;
  if (byPractitioner.has(type)) return from === parties.practitioner;
  return from === parties.client || from === parties.practitioner;
}

export interface Folding {
  /** Takes an entry that follows all others; false where all is to be folded anew. */
  append(entry: Entry): boolean;
  /** What there is to see, with what this device has yet to send. */
  folded(waiting: readonly Payload[]): Folded;
}

/**
 * Folds entries, which must be in order of their sequence numbers. Of what was forgotten up to a record
 * nothing is shown, even while it is still here.
 */
export function folding(entries: readonly Entry[], parties: Parties, forgotten = 0): Folding {
  const base = entries.findLast((entry) => entry.kind === "base");
  const kept = ending(entries);
  const d: Draft = {
    state: base?.state ?? "requested", endedAt: base?.endedAt, askedBack: base?.askedBack ?? false, request: undefined, opened: [],
    revokedAt: base?.consent?.revokedAt, consentAt: base?.consent?.at ?? 0, delivered: base?.delivered ?? 0, read: base?.read ?? 0,
    mine: { ...(base?.myReceipt ?? { delivered: 0, read: 0 }) }, lastFromPeer: 0, items: [], seen: new Set(), said: new Map(), unread: new Set(),
    codeWord: {}, vouched: undefined, continued: false, objected: false, live: [], forgets: { mine: 0, theirs: 0 }, base, ends: kept.at,
  };
  let lastSeq = base?.seq ?? 0;
  const take = (entry: Entry): void => {
    if (!base || entry === base || entry.seq > base.seq) addEntry(d, entry, parties);
    lastSeq = Math.max(lastSeq, entry.seq);
  };
  entries.forEach(take);
  return {
    append(entry) {
      if (!kept.append(entry)) return false;
      take(entry);
      return true;
    },
    folded(waiting) {
      markDelivery(d);
      const marked = withAsked(d, Math.max(forgotten, base?.seq ?? 0));
      const items = forgotten > 0 ? marked.filter((item) => item.seq > forgotten || item.id === base?.stream) : marked;
      const said = items.length === marked.length ? d.said : placesIn(items, d.said);
      // What is told stays as it is, whatever comes later.
      const shown: Draft = { ...d, items: [...items], said: above(said), unread: new Set() };
      for (const [index, p] of waiting.entries()) addWaiting(shown, p, lastSeq + 1 + index, parties);
      return {
        state: d.state, endedAt: d.endedAt, askedBack: d.askedBack, items: shown.items.slice(0, items.length), pending: shown.items.slice(items.length).filter((item) => item.kind === "message"),
        message: (id) => messageAt(shown, shown.said.get(id)), request: d.request, intake: intakeOf(d), live: d.live,
        codeWord: d.codeWord, vouched: d.vouched, continued: d.continued, objected: d.objected,
        clientName: d.request?.clientName ?? (base?.clientName || undefined),
        delivered: d.delivered, read: d.read, myReceipt: d.mine, lastFromPeer: d.lastFromPeer, lastSeq,
        keeping: kept.keeping, ends: new Map(kept.at), forgets: { ...d.forgets },
      };
    },
  };
}

/** Folds entries at once, and what this device has yet to send. */
export function fold(entries: readonly Entry[], parties: Parties, waiting: readonly Payload[] = [], forgotten = 0): Folded {
  return folding(entries, parties, forgotten).folded(waiting);
}

/** Where messages stand after some items were taken out. */
function placesIn(items: readonly TimelineItem[], before: Said): Said {
  const places = new Map<Id, Place>();
  for (const [index, { id }] of items.entries()) {
    const place = before.get(id);
    if (place) places.set(id, { ...place, index });
  }
  return places;
}

/** What the other side asked to forget, and this side did not yet. */
function withAsked(d: Draft, forgotten: number): readonly TimelineItem[] {
  return d.items.map((item) => {
    if (item.kind !== "notice" || item.notice.type !== "forget-asked" || item.notice.mine) return item;
    return { ...item, notice: { ...item.notice, open: d.forgets.theirs > Math.max(d.forgets.mine, forgotten) } };
  });
}

function addWaiting(d: Draft, p: Payload, seq: number, parties: Parties): void {
  if (isSaid(p)) addSaid(d, { ...messageOf(p, seq, true), delivery: "queued" }, parties.me);
  if (!isChange(p) || !addChange(d, p, parties.me, seq, parties) || p.type === "react") return;
  const place = d.said.get(p.of);
  const item = messageAt(d, place);
  if (place && item) d.items[place.index] = { ...item, delivery: "queued" };
}

function addSaid(d: Draft, item: MessageItem, author: Id): void {
  d.said.set(item.id, { index: d.items.length, author, worded: item.seq });
  d.items.push(item);
  if (item.mine) d.unread.add(item.id);
}

function messageAt(d: Draft, place: Place | undefined): MessageItem | undefined {
  const item = place && d.items[place.index];
  return item?.kind === "message" ? item : undefined;
}

/** False when the change is not its writer's to make. */
function addChange(d: Draft, p: Change, from: Id, seq: number, parties: Parties): boolean {
  const place = d.said.get(p.of);
  const item = messageAt(d, place);
  if (!place || !item) return true;
  if (!mayChange(p, from, place.author)) return false;
  const after = changed(item, p, from === parties.me);
  d.items[place.index] = after;
  if (p.type === "react") return true;
  d.said.set(p.of, { ...place, worded: seq });
  if (!after.mine) return true;
  // Its new words have yet to come through.
  d.items[place.index] = { ...after, delivery: "sent" };
  d.unread.add(p.of);
  return true;
}

function addEntry(d: Draft, entry: Entry, parties: Parties): void {
  const at = entryTime(entry);
  const place = { id: `${entry.stream}-${entry.seq}`, seq: entry.seq, at };
  switch (entry.kind) {
    case "payload":
      return addPayload(d, entry.payload, entry, parties);
    case "devices":
      for (const [index, account] of entry.added.entries())
        d.items.push({ kind: "notice", ...place, id: `${place.id}-added-${index}`, notice: { type: "device-added", mine: account === parties.me } });
      for (const [index, account] of entry.removed.entries())
        d.items.push({ kind: "notice", ...place, id: `${place.id}-removed-${index}`, notice: { type: "device-removed", mine: account === parties.me } });
      return;
    case "base":
      d.items.push({ kind: "notice", ...place, id: entry.stream, notice: { type: "forgotten", mine: true } });
      return;
    case "unreadable":
      d.items.push({ kind: "notice", ...place, notice: { type: "unreadable" } });
      return;
    case "security":
      d.items.push({ kind: "security", ...place, id: `${place.id}-security-${entry.code}`, event: { code: entry.code } });
      return;
    default:
      return entry satisfies never;
  }
}

function addPayload(d: Draft, p: Payload | UnknownPayload, entry: Extract<Entry, { kind: "payload" }>, parties: Parties): void {
  const mine = entry.from === parties.me;
  const notice = (n: Notice): void => {
    d.items.push({ kind: "notice", id: p.id, seq: entry.seq, at: p.at, notice: n });
  };
  if (d.seen.has(p.id)) return; // sent twice after a lost answer: said once
  d.seen.add(p.id);
  if ("unknown" in p) return notice({ type: "unknown", payloadType: p.type });
  const refuse = (): void => {
    d.items.push({ kind: "security", id: p.id, seq: entry.seq, at: p.at, event: { code: "unauthorised-payload" } });
  };
  if (!mayWrite(p.type, entry.from, parties)) return refuse();
  if (!mine && p.type !== "receipt" && p.type !== "react") d.lastFromPeer = entry.seq;
  switch (p.type) {
    case "request":
      d.request ??= p;
      d.consentAt ||= p.at;
      notice({ type: "requested" });
      return notice2(d, p, entry.seq, { type: "consent-agreed", version: p.consent.version });
    case "message":
    case "attachment":
      return addSaid(d, going(d, entry, messageOf(p, entry.seq, mine)), entry.from);
    case "ask-back":
      d.askedBack = true;
      notice2(d, p, entry.seq, { type: "asked-back" });
      return addSaid(d, going(d, entry, messageOf(p, entry.seq, mine)), entry.from);
    case "edit":
    case "take-back":
    case "react":
      return addChange(d, p, entry.from, entry.seq, parties) ? undefined : refuse();
    case "accept":
      if (d.state === "requested") d.state = "open";
      return notice({ type: "accepted" });
    case "decline":
      if (d.state === "requested") end(d, "declined", p.at);
      return notice({ type: "declined", text: p.text });
    case "refer":
      if (d.state === "requested") end(d, "referred", p.at);
      return notice({ type: "referred", text: p.text, to: p.to, toName: p.toName });
    case "revoke-consent":
      d.revokedAt = p.at;
      end(d, "ended", p.at);
      return notice({ type: "consent-revoked", version: p.version });
    case "sealed-opened":
      d.opened.push({ part: p.part, at: p.at, reason: p.reason });
      return notice({ type: "sealed-opened", part: p.part, reason: p.reason });
    case "code-word":
      d.codeWord = { ...d.codeWord, proposed: { id: p.id, word: p.word, mine } };
      return notice({ type: "code-word-proposed", mine });
    case "code-word-agreed":
      // What was overtaken by a newer proposal, or agreed to from another device, is passed over.
      if (d.codeWord.proposed?.id !== p.of) return;
      // Nobody agrees with themselves.
      if (d.codeWord.proposed.mine === mine) return refuse();
      d.codeWord = { agreed: d.codeWord.proposed.word };
      return notice({ type: "code-word-agreed" });
    case "vouch":
      if (!d.request?.returning || (d.vouched ?? p.former) !== p.former) return refuse();
      if (d.vouched !== undefined) return;
      d.vouched = p.former;
      return notice({ type: "vouched" });
    case "continued":
      if (d.codeWord.agreed === undefined) return refuse();
      d.continued = true;
      return notice({ type: "continued" });
    case "object":
      if (!d.continued) return refuse();
      d.objected = true;
      return notice({ type: "objected" });
    case "receipt":
      return addReceipt(d, p, mine);
    case "live-start":
    case "live-join":
    case "live-ask":
    case "live-answer":
    case "live-end":
    case "live-keep":
      return addLive(d, p, entry, parties) ? undefined : refuse();
    case "retention":
      return notice({ type: "retention", mine, days: p.days });
    case "disappear":
      return notice({ type: "disappear", mine, seconds: p.seconds });
    case "forget":
      d.forgets[mine ? "mine" : "theirs"] = Math.max(d.forgets[mine ? "mine" : "theirs"], p.upTo);
      return notice(p.asked ? { type: "forgotten", mine } : { type: "forget-asked", mine, open: false });
    case "end":
      end(d, "ended", p.at);
      return notice({ type: "ended", mine });
    case "account-deleted":
      end(d, "ended", p.at);
      return notice({ type: "account-deleted" });
    default:
      return p satisfies never;
  }
}

function end(d: Draft, state: ConversationState, at: number): void {
  d.state = state;
  d.endedAt ??= at;
}

/** False when the payload is not its writer's to write. */
function addLive(d: Draft, p: LivePayload, { from, seq }: Extract<Entry, { kind: "payload" }>, { me }: Parties): boolean {
  // Sent when the other side had just ended the conversation; before acceptance nobody could.
  if (d.state !== "open") return d.state === "ended";
  const { sessions, notice, refused = false } = withLive(d.live, p, from, seq, me);
  d.live = sessions;
  if (refused || !notice) return !refused;
  const id = p.type === "live-keep" ? `${p.of}-kept-${from}` : p.id;
  const item: TimelineItem = { kind: "notice", id, seq, at: p.at, notice };
  const place = notice.type === "live-kept" ? d.items.findLastIndex((each) => each.id === id) : -1;
  if (place === -1) d.items.push(item);
  else d.items[place] = item;
  return true;
}

function going(d: Draft, entry: Entry, item: MessageItem): MessageItem {
  const goesAt = d.ends.get(entry);
  return goesAt === undefined ? item : { ...item, goesAt };
}

function notice2(d: Draft, p: Payload, seq: number, notice: Notice): void {
  d.items.push({ kind: "notice", id: `${p.id}-${notice.type}`, seq, at: p.at, notice });
}

function addReceipt(d: Draft, p: { readonly delivered: number; readonly read: number }, mine: boolean): void {
  if (mine) {
    d.mine = { delivered: Math.max(d.mine.delivered, p.delivered), read: Math.max(d.mine.read, p.read) };
    return;
  }
  d.delivered = Math.max(d.delivered, p.delivered, p.read);
  d.read = Math.max(d.read, p.read);
}

/** A message counts as delivered or read once its newest wording is. */
function markDelivery(d: Draft): void {
  for (const id of d.unread) {
    const place = d.said.get(id);
    const item = messageAt(d, place);
    if (!place || !item || place.worded > Math.max(d.delivered, d.read)) continue;
    const read = place.worded <= d.read;
    d.items[place.index] = { ...item, delivery: read ? "read" : "delivered" };
    if (read) d.unread.delete(id);
  }
}

function intakeOf(d: Draft): IntakeView | undefined {
  const agreed = d.base?.consent;
  if (!d.request && agreed) {
    const consent = { version: agreed.text.version, at: agreed.at, text: agreed.text, ...(d.revokedAt === undefined ? {} : { revokedAt: d.revokedAt }) };
    return { reason: "", region: "", sealed: { medical: false, contact: false }, opened: [], consent };
  }
  if (!d.request) return undefined;
  const { intake, consent } = d.request;
  return {
    reason: intake.reason,
    region: intake.region,
    sealed: { medical: intake.medical !== undefined, contact: intake.contact !== undefined },
    opened: [...d.opened],
    consent: { version: consent.version, at: d.consentAt, text: consent, ...(d.revokedAt === undefined ? {} : { revokedAt: d.revokedAt }) },
  };
}
