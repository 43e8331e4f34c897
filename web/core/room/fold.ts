/**
 * From what was taken, in its order, to what there is to see in a room. Who may
 * do what is judged here once more, by how things stood then.
 */
import type { Id, RoomConduct, RoomFace, RoomItem, RoomMessage, RoomNote, RoomNotice, RoomOpening, RoomPerson, RoomSaying, SecurityEvent } from "../api.ts";
import { faceHash } from "./face.ts";
import { type RoomPayload, TO_MODERATORS, type UnknownRoomPayload } from "./payload.ts";
import { reported } from "./reports.ts";
import type { ReportWords, SealedWords } from "./sealed_words.ts";

/** What a device remembers of one record of a room. */
export type RoomEntry =
  /** `at`: when it was said, where its writer's clock cannot be right; `opened`: what was sealed, if this device may read it; `proof`: of another's message, what a report of it needs. */
  | { readonly kind: "payload"; readonly seq: number; readonly from: Id; readonly payload: RoomPayload | UnknownRoomPayload; readonly at?: number; readonly opened?: SealedWords; readonly proof?: Proof }
  | { readonly kind: "security"; readonly seq: number; readonly at: number; readonly code: SecurityEvent["code"] }
  /** What a further device of who leads is told by the vault, because it was not there (recall.ts). */
  | ({ readonly kind: "recalled"; readonly seq: number } & Recalled)
  /** Whom this account agreed to be led by, when the practice appointed them; behind what was said so far. */
  | { readonly kind: "appointed"; readonly seq: number; readonly at: number; readonly id: Id; readonly name: string };

/** By which a message can be reported (franking.ts); base64url. */
export interface Proof {
  readonly key: string;
  readonly attest: string;
  /** The payload as it was written, where this device would write it otherwise. */
  readonly text?: string;
}

/** Something of one's own that is not at the server yet. */
export interface Unsent {
  readonly payload: RoomPayload;
  readonly opened?: SealedWords;
}

/** A report that no moderator is done with, before it is examined. */
export interface OpenReport {
  readonly id: Id;
  readonly seq: number;
  readonly at: number;
  readonly by: Id;
  readonly byName: string;
  /** What the person is called whose words it shows, and who passed them on, if somebody did. */
  readonly name: string;
  readonly passedBy: string;
  readonly words: ReportWords;
}

/** What moderators were told and keep for longer than the talk. */
export interface Recalled {
  readonly notes: readonly RoomNote[];
  readonly reports: readonly OpenReport[];
}

export interface FoldedRoom extends Recalled {
  readonly people: ReadonlyMap<Id, RoomPerson>;
  readonly items: readonly RoomItem[];
  readonly conduct: RoomConduct;
  readonly hands: readonly Id[];
  /** What a moderator told of the room last, if anything was said of it here; and the hash of what it is by now. */
  readonly face: RoomFace | undefined;
  readonly faceHash: string | undefined;
  /** When moderators opened this member's intake card. */
  readonly openings: readonly RoomOpening[];
  /** What was answered to the check that is open, as far as this device may know. */
  readonly checked: ReadonlyMap<Id, number>;
  /** Devices of members that they want out. */
  readonly gone: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** Key packages by which their devices want other keys, each by renewalKey. */
  readonly renewals: ReadonlyMap<string, string>;
  /** Names of who said or did something, by day. */
  readonly days: ReadonlyMap<number, ReadonlySet<string>>;
}

const DAY = 86_400_000;

/** Somebody's leaf, by the encryption key that it has. */
export const renewalKey = (person: Id, former: string): string => `${person}/${former}`;

/** How a room is led that was just made. */
export const FIRST_CONDUCT: RoomConduct = { welcome: "", slowSeconds: 0, review: false, queue: false, floor: null, pinned: null, agenda: [], running: null, check: null, moods: [], help: false };

type Payload<T extends RoomPayload["type"]> = Extract<RoomPayload, { type: T }>;
/** Where something stands in the log, and whether it does yet. */
interface Place {
  readonly seq: number;
  readonly from: Id;
  readonly delivery: "queued" | "sent";
}

export interface RoomFold {
  /** Takes the next entry; it stands in the log behind all that were taken before. */
  take(entry: RoomEntry): void;
  /** Sequence number of the last one that was taken. */
  last(): number;
  /** Who is in the room by now. */
  people(): ReadonlyMap<Id, RoomPerson>;
  /** What there is to see, and behind it what waits to be sent. What was given out stays as it is. */
  seen(waiting: readonly Unsent[]): FoldedRoom;
}

/** Folds entries, which must be in the order of their sequence numbers. */
export function foldRoom(entries: readonly RoomEntry[], me: Id, waiting: readonly Unsent[] = []): FoldedRoom {
  const fold = beginFold(me);
  for (const entry of entries) fold.take(entry);
  return fold.seen(waiting);
}

/** Begins with a room of which nothing is known. One entry costs no more after many. */
export function beginFold(me: Id): RoomFold {
  let people: ReadonlyMap<Id, RoomPerson> = new Map();
  let conduct = FIRST_CONDUCT;
  let hands: readonly Id[] = [];
  let face: RoomFace | undefined;
  let hash: string | undefined;
  const openings: RoomOpening[] = [];
  const checked = new Map<Id, number>();
  const gone = new Map<Id, Set<Id>>();
  const renewals = new Map<string, string>();
  const days = new Map<number, Set<string>>();
  let notes: readonly RoomNote[] = [];
  let last = 0;
  let reports: readonly OpenReport[] = [];
  /** What people were called, also who is not here any more. */
  const names = new Map<Id, string>();
  const items: RoomItem[] = [];
  const places = new Map<Id, number>();
  const seen = new Set<Id>();
  /** Who reacted to which message, and how. */
  const reactions = new Map<Id, Map<Id, string>>();

  const moderates = (id: Id): boolean => people.get(id)?.moderates ?? false;
  const mine = (id: Id): boolean => id === me;

  function refuse(seq: number, at: number): void {
    items.push({ kind: "security", id: `refused-${seq}`, seq, at, code: "unauthorised-payload" });
  }

  function put(item: RoomItem): void {
    places.set(item.id, items.length);
    items.push(item);
  }

  function itemOf<K extends RoomItem["kind"]>(id: Id, kind: K): Extract<RoomItem, { kind: K }> | undefined {
    const item = items[places.get(id) ?? -1];
    return item?.kind === kind ? (item as Extract<RoomItem, { kind: K }>) : undefined;
  }

  function replace(item: RoomItem): void {
    const place = places.get(item.id);
    if (place !== undefined) items[place] = item;
  }

  const sayingOf = ({ reply, warning, mentions }: RoomSaying): RoomSaying => ({
    ...(reply === undefined ? {} : { reply }), ...(warning === undefined ? {} : { warning }), ...(mentions === undefined ? {} : { mentions }),
  });
  const toMe = ({ mentions }: RoomSaying): { toMe?: true } => (mentions?.includes(me) ? { toMe: true } : {});

  // ---- messages --------------------------------------------------------------

  /** Why the others are not shown what a member wrote: it may have been on its way when that was decided. */
  const unheard = (who: RoomPerson): boolean => who.muted || (conduct.queue && !who.moderates && conduct.floor !== who.id);

  function say(payload: Payload<"message">, { seq, from, delivery }: Place): void {
    const who = people.get(from);
    if (!who) return refuse(seq, payload.at);
    const { id, at, text } = payload;
    if (unheard(who)) {
      if (mine(from)) put({ kind: "message", id, seq, at, from, name: who.name, mine: true, moderates: false, text, ...sayingOf(payload), delivery: "unheard" });
      return;
    }
    if (!who.moderates && (conduct.review || who.held)) return hold(id, at, payload, { seq, from, delivery });
    put({ kind: "message", id, seq, at, from, name: who.name, mine: mine(from), moderates: who.moderates, text, ...sayingOf(payload), ...toMe(payload), delivery });
  }

  /** Something that the moderators read first. The others know nothing of it. */
  function hold(id: Id, at: number, said: RoomSaying & { readonly text: string }, { seq, from, delivery }: Place): void {
    const who = people.get(from);
    if (who && (mine(from) || moderates(me))) put({ kind: "held", id, seq, at, from, name: who.name, mine: mine(from), text: said.text, ...sayingOf(said), state: "waiting", delivery });
  }

  function pass(payload: Payload<"passed">, seq: number, by: Id): void {
    if (!moderates(by) || moderates(payload.from)) return refuse(seq, payload.at);
    const { of, from, at, text } = payload;
    const before = items[places.get(of) ?? -1];
    const who = people.get(from);
    if (!who || before?.kind === "message") return;
    const item: RoomMessage = { kind: "message", id: of, seq, at, from, name: who.name, mine: mine(from), moderates: false, text, ...sayingOf(payload), ...toMe(payload), passedBy: people.get(by)?.name ?? "", delivery: "sent" };
    // What was held keeps its place, under another id: it is read where it was passed on.
    if (before?.kind === "held") items[places.get(of) ?? -1] = { ...before, id: `held-${of}`, state: "passed" };
    put(item);
  }

  function react({ of, emoji }: Payload<"react">, from: Id): void {
    const item = itemOf(of, "message");
    if (!item || item.takenDown || !people.has(from) || people.get(from)?.muted) return;
    const each = reactions.get(of) ?? new Map<Id, string>();
    reactions.set(of, each);
    if (emoji === "") each.delete(from);
    else each.set(from, emoji);
    const kinds = [...new Set(each.values())];
    const shown = kinds.map((kind) => ({ emoji: kind, count: [...each.values()].filter((one) => one === kind).length, mine: each.get(me) === kind }));
    replace({ ...item, reactions: shown });
  }

  function takeDown({ of, at }: Payload<"take-down">, seq: number, from: Id): void {
    const item = itemOf(of, "message");
    if (!item) return;
    if (!moderates(from) && item.from !== from) return refuse(seq, at);
    const { reply: _, warning: __, mentions: ___, toMe: ____, reactions: _____, ...bare } = item;
    replace({ ...bare, text: "", takenDown: true });
    if (conduct.pinned?.id === of) conduct = { ...conduct, pinned: null };
  }

  function takeSealed({ id, at, to }: Payload<"sealed">, opened: SealedWords | undefined, place: Place): void {
    const { seq, from, delivery } = place;
    const who = people.get(from);
    // Members write to the moderators alone.
    if (!who || (!who.moderates && to !== TO_MODERATORS)) return refuse(seq, at);
    if (opened?.kind === "held") return who.moderates ? undefined : hold(id, at, opened, place);
    if (opened?.kind === "whisper") {
      return put({ kind: "whisper", id, seq, at, from, name: who.name, mine: mine(from), moderates: who.moderates, ...(to === TO_MODERATORS ? {} : { to, toName: people.get(to)?.name ?? "" }), text: opened.text, delivery });
    }
    // Of anything else what waits has not changed anything yet.
    if (opened && delivery === "sent") among(opened, { id, at, to, seq, from, who });
  }

  /** What moderators and single members tell each other so that something follows from it. */
  function among(told: Exclude<SealedWords, { kind: "held" | "whisper" }>, { id, at, to, seq, from, who }: Pick<Payload<"sealed">, "id" | "at" | "to"> & Pick<Place, "seq" | "from"> & { readonly who: RoomPerson }): void {
    if (told.kind === "report") return takeReport({ id, seq, at, by: from, byName: who.name }, told);
    if (told.kind === "mood") {
      if (told.check === conduct.check?.id) checked.set(from, told.value);
      return;
    }
    if (!who.moderates) return refuse(seq, at);
    switch (told.kind) {
      case "settled":
        reports = reports.filter((each) => each.id !== told.of);
        return;
      case "returned": {
        const held = itemOf(told.of, "held");
        if (held?.from === to) replace({ ...held, state: "returned", why: told.text });
        return;
      }
      case "opened":
        if (mine(to)) openings.push({ by: who.name, at });
        return;
      case "note":
        notes = [...notes, { id, seq, at, by: who.name, text: told.text }];
        return;
      case "note-gone":
        notes = notes.filter((each) => each.id !== told.of);
        return;
      default:
        return told satisfies never;
    }
  }

  function takeReport(by: Pick<OpenReport, "id" | "seq" | "at" | "by" | "byName">, words: ReportWords): void {
    const message = itemOf(words.of, "message");
    if (mine(by.by) && message) replace({ ...message, reported: true });
    const said = moderates(me) ? reported(words) : undefined;
    if (!said) return;
    const [author, passedBy] = said.type === "passed" ? [said.from, words.from] : [words.from, words.from];
    reports = [...reports, { ...by, name: names.get(author) ?? "", passedBy: names.get(passedBy) ?? "", words }];
  }

  // ---- who is here, and how the room is led -----------------------------------

  function roster({ at, people: told, conduct: led, hands: up, face: shown }: Payload<"roster">, seq: number): void {
    hash = shown;
    if (face && faceHash(face) !== shown) face = undefined;
    const began = people.size > 0;
    if (!began) {
      conduct = led;
      hands = up;
    }
    // Of who was here before, this device knows better what was decided on the way of the roster.
    const next = new Map(told.map((each) => {
      const before = people.get(each.id);
      return [each.id, before ? { ...before, name: each.name || before.name, moderates: each.moderates } : each];
    }));
    for (const each of next.values()) if (began && each.name !== "" && !people.get(each.id)?.name) come(each, seq, at);
    for (const each of people.values()) if (each.name !== "" && !next.has(each.id)) put({ kind: "went", id: `went-${seq}-${each.id}`, seq, at, name: each.name, mine: mine(each.id) });
    for (const each of next.values()) names.set(each.id, each.name);
    people = next;
    hands = hands.filter((each) => next.has(each));
    if (conduct.floor !== null && !next.has(conduct.floor)) conduct = { ...conduct, floor: null };
  }

  function come({ id, name }: RoomPerson, seq: number, at: number): void {
    put({ kind: "came", id: `came-${seq}-${id}`, seq, at, name, mine: mine(id) });
    // Who was nameless to a moderator whom the practice appointed (appointment.ts) may have said something.
    for (const [i, item] of items.entries()) if ("from" in item && item.from === id && item.name === "") items[i] = { ...item, name };
  }

  /** Of how the room was led before, somebody new can know nothing: all begins anew with them. */
  function appoint({ seq, at, id, name }: Extract<RoomEntry, { kind: "appointed" }>): void {
    const others = [...people.values()].map(({ mutedUntil: _, ...each }) => [each.id, { ...each, muted: false, held: false }] as const);
    people = new Map([...others, [id, { id, name, moderates: true, muted: false, held: false }]]);
    names.set(id, name);
    conduct = FIRST_CONDUCT;
    hands = [];
    checked.clear();
    put({ kind: "appointed", id: `appointed-${seq}-${id}`, seq, at, name, mine: mine(id) });
  }

  function setMember(id: string, place: { readonly seq: number; readonly at: number; readonly by: Id }, member: Id, flag: "muted" | "held", on: boolean, until?: number): void {
    const { seq, at, by } = place;
    const who = people.get(member);
    if (!moderates(by) || who?.moderates) return refuse(seq, at);
    if (!who || who[flag] === on) return;
    const { mutedUntil, ...rest } = who;
    const ends = flag === "muted" ? until : mutedUntil;
    people = new Map([...people, [who.id, { ...rest, [flag]: on, ...(ends === undefined ? {} : { mutedUntil: ends }) }]]);
    // That somebody's words are held concerns them and the moderators.
    if (flag === "held" && !mine(member) && !moderates(me)) return;
    put({ kind: flag === "muted" ? (on ? "muted" : "unmuted") : on ? "held-on" : "held-off", id, seq, at, name: who.name, mine: mine(member) });
  }

  function setHand(from: Id, up: boolean): void {
    if (!people.has(from)) return;
    if (!up) hands = hands.filter((each) => each !== from);
    else if (!hands.includes(from)) hands = [...hands, from];
  }

  function setConduct({ id, at, change }: Payload<"conduct">, seq: number, by: Id): void {
    if (!moderates(by)) return refuse(seq, at);
    const before = conduct;
    conduct = { ...conduct, ...change };
    if (conduct.floor !== null) hands = hands.filter((each) => each !== conduct.floor);
    const tell = (what: RoomNotice, on: boolean, more: { readonly name?: string; readonly title?: string; readonly seconds?: number } = {}): void =>
      put({ kind: "conduct", id: `${what}-${id}`, seq, at, what, on, ...more });
    if (conduct.slowSeconds !== before.slowSeconds) tell("slow", conduct.slowSeconds > 0, { seconds: conduct.slowSeconds });
    if (conduct.review !== before.review) tell("review", conduct.review);
    if (conduct.queue !== before.queue) tell("queue", conduct.queue);
    if (conduct.floor !== before.floor && conduct.floor !== null) tell("floor", true, { name: people.get(conduct.floor)?.name ?? "" });
    if (conduct.pinned && conduct.pinned.id !== before.pinned?.id) tell("pinned", true, { name: conduct.pinned.name });
    const [now, then] = [conduct.running, before.running];
    const title = now && conduct.agenda[now.item]?.title;
    if (now && title !== undefined && title !== null && (now.item !== then?.item || now.since !== then.since)) tell("running", true, { title });
    if (conduct.check?.id !== before.check?.id) checked.clear();
    if (conduct.check && conduct.check.id !== before.check?.id) tell("check", true);
    if (conduct.moods.length > 0 && JSON.stringify(conduct.moods) !== JSON.stringify(before.moods)) tell("mood", true);
    if (conduct.help !== before.help) tell("help", conduct.help);
  }

  // ---- one after another -------------------------------------------------------

  function takePayload({ seq, from, payload: told, at = told.at, opened }: Extract<RoomEntry, { kind: "payload" }>): void {
    const payload = { ...told, at };
    if (payload.type === "unknown" || seen.has(payload.id)) return;
    seen.add(payload.id);
    const place: Place = { seq, from, delivery: "sent" };
    // What devices do by themselves is nobody's being there.
    if (payload.type !== "new-keys") attend(from, at);
    switch (payload.type) {
      case "message":
        return say(payload, place);
      case "react":
        return react(payload, from);
      case "hand":
        return setHand(from, payload.up);
      case "sealed":
        return takeSealed(payload, opened, place);
      case "roster":
        // The first one was judged when this device came in (room.ts).
        return people.size === 0 || moderates(from) ? roster(payload, seq) : refuse(seq, payload.at);
      case "take-down":
        return takeDown(payload, seq, from);
      case "mute":
        return setMember(payload.id, { seq, at: payload.at, by: from }, payload.member, "muted", payload.on, payload.until);
      case "hold":
        return setMember(payload.id, { seq, at: payload.at, by: from }, payload.member, "held", payload.on);
      case "passed":
        return pass(payload, seq, from);
      case "conduct":
        return setConduct(payload, seq, from);
      case "device-gone":
        gone.set(from, (gone.get(from) ?? new Set()).add(payload.device));
        return;
      case "new-keys":
        renewals.set(renewalKey(from, payload.former), payload.keyPackage);
        return;
      case "face":
        if (!moderates(from)) return refuse(seq, payload.at);
        face = payload.face;
        hash = faceHash(face);
        return;
      default:
        return payload satisfies never;
    }
  }

  function attend(from: Id, at: number): void {
    const name = people.get(from)?.name;
    const day = Math.floor(at / DAY);
    if (name !== undefined) days.set(day, (days.get(day) ?? new Set()).add(name));
  }

  /** What is on its way, as it will look; what it changes is seen once it arrived. */
  function overlay(waiting: readonly Unsent[]): readonly RoomItem[] {
    const [count, known] = [items.length, new Map(places)];
    for (const [i, { payload, opened }] of waiting.entries()) {
      if (seen.has(payload.id)) continue;
      const place: Place = { seq: last + 1 + i, from: me, delivery: "queued" };
      if (payload.type === "message") say(payload, place);
      else if (payload.type === "sealed") takeSealed(payload, opened, place);
    }
    const all = [...items];
    items.length = count;
    places.clear();
    for (const [id, place] of known) places.set(id, place);
    return all;
  }

  return {
    take(entry) {
      last = entry.seq;
      if (entry.kind === "payload") takePayload(entry);
      else if (entry.kind === "appointed") appoint(entry);
      else if (entry.kind === "recalled") [notes, reports] = [entry.notes, entry.reports];
      else items.push({ kind: "security", id: `security-${entry.seq}-${entry.code}`, seq: entry.seq, at: entry.at, code: entry.code });
    },
    last: () => last,
    people: () => people,
    seen: (waiting) => ({ people, conduct, hands, face, faceHash: hash, openings, checked, gone, renewals, notes, days, reports, items: waiting.length > 0 ? overlay(waiting) : [...items] }),
  };
}
