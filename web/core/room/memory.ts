/**
 * What one device remembers of one room: what came of each record, and what there
 * is to see by that. Words that were taken down, answered or summed up are not
 * remembered any longer than until then, nor any others than the room keeps them.
 */
import type { Id } from "../api.ts";
import { fromUtf8, utf8 } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import type { StoreWrite } from "../conversation/history.ts";
import { beginFold, type FoldedRoom, type RoomEntry, type RoomFold, type Unsent } from "./fold.ts";
import type { SealedWords } from "./sealed_words.ts";

export type PayloadEntry = Extract<RoomEntry, { kind: "payload" }>;

/** What is not kept for longer than the room says. */
const WORDS: ReadonlySet<string> = new Set(["message", "sealed", "passed", "new-keys"]);

/** What is kept when words are not any more: who opened a card, and moderators' notes. */
export const isLasting = (words: SealedWords | undefined): boolean => words?.kind === "opened" || words?.kind === "note";

export interface Memory {
  /** Remembers what came of a record. Gives what is to be written for it; what is known already needs nothing. */
  add(entry: RoomEntry): readonly StoreWrite[];
  /** What there is to see, with what waits to be sent. The same object until something changes. */
  seen(waiting: readonly Unsent[]): FoldedRoom;
  /** Who is in the room by now. */
  people: RoomFold["people"];
  /** What stands at a number of the log. */
  at(seq: number): PayloadEntry | undefined;
  /** Forgets words from before a time. Gives what is to be written for it. */
  forgetBefore(time: number): readonly StoreWrite[];
  forgetAll(): void;
}

/** Loads what the device keeps under `prefix`; `me` is who this account is in the room. */
export async function loadMemory(store: DeviceStore, prefix: string, me: Id): Promise<Memory> {
  const entries = new Map((await store.list(prefix)).map(([name, value]) => [name, JSON.parse(fromUtf8(value)) as RoomEntry] as const));
  let fold = foldAnew();
  let known: { readonly waiting: readonly Unsent[]; readonly folded: FoldedRoom } | undefined;

  const nameOf = (entry: RoomEntry): string => `${prefix}${entry.seq.toString().padStart(10, "0")}-${entry.kind === "security" ? entry.code : entry.kind}`;
  const written = (entry: RoomEntry): StoreWrite => [nameOf(entry), utf8(JSON.stringify(entry))];

  function foldAnew(): RoomFold {
    const made = beginFold(me);
    for (const entry of [...entries.values()].sort((a, b) => a.seq - b.seq)) made.take(entry);
    return made;
  }

  function changed(): void {
    known = undefined;
  }

  function seen(waiting: readonly Unsent[]): FoldedRoom {
    if (known?.waiting !== waiting) known = { waiting, folded: fold.seen(waiting) };
    return known.folded;
  }

  /** Puts entries without their words in the place of those with them. */
  function bare(change: (entry: PayloadEntry) => PayloadEntry | undefined): readonly StoreWrite[] {
    const made = [...entries.values()].flatMap((each) => (each.kind === "payload" ? (change(each) ?? []) : []));
    for (const each of made) entries.set(nameOf(each), each);
    return made.map(written);
  }

  /** What a further device was told of, without one thing that is not kept any more. */
  function withoutRecalled(of: Id): readonly StoreWrite[] {
    const made = [...entries.values()].flatMap((each) => (each.kind === "recalled" ? { ...each, notes: each.notes.filter(({ id }) => id !== of), reports: each.reports.filter(({ id }) => id !== of) } : []));
    for (const each of made) entries.set(nameOf(each), each);
    return made.map(written);
  }

  /** What else is to be forgotten because of an entry. */
  function ended({ payload, opened }: PayloadEntry): readonly StoreWrite[] {
    if (opened?.kind === "note-gone") return [...bare((each) => withoutSealed(each, "note", opened.of)), ...withoutRecalled(opened.of)];
    if (opened?.kind === "settled" && !fold.seen([]).reports.some(({ id }) => id === opened.of)) return [...bare((each) => withoutSealed(each, "report", opened.of)), ...withoutRecalled(opened.of)];
    // Single answers are nobody's once their sum was made.
    if (payload.type === "conduct" && payload.change.check === null) return bare((each) => withoutSealed(each, "mood"));
    if (payload.type !== "take-down") return [];
    const gone = fold.seen([]).items.some((item) => item.kind === "message" && item.id === payload.of && item.takenDown);
    return gone ? bare((each) => withoutWords(each, payload.of)) : [];
  }

  return {
    add(entry) {
      const name = nameOf(entry);
      if (entries.has(name)) return [];
      entries.set(name, entry);
      if (entry.seq >= fold.last()) fold.take(entry);
      else fold = foldAnew();
      changed();
      return [written(entry), ...(entry.kind === "payload" ? ended(entry) : [])];
    },
    seen,
    people: () => fold.people(),
    at: (seq) => [...entries.values()].find((each): each is PayloadEntry => each.kind === "payload" && each.seq === seq),
    forgetBefore(time) {
      const gone = [...entries].filter(([, entry]) => entry.kind === "payload" && WORDS.has(entry.payload.type) && !isLasting(entry.opened) && (entry.at ?? entry.payload.at) < time).map(([name]) => name);
      for (const name of gone) entries.delete(name);
      if (gone.length > 0) fold = foldAnew();
      changed();
      return gone.map((name): StoreWrite => [name, undefined]);
    },
    forgetAll() {
      entries.clear();
      fold = foldAnew();
      changed();
    },
  };
}

/** The entry of a message, if this is one, without its words. */
function withoutWords(entry: PayloadEntry, message: Id): PayloadEntry | undefined {
  const { payload } = entry;
  const { opened: _, proof: __, ...rest } = entry;
  if (payload.type === "message" && payload.id === message) return { ...rest, payload: { ...payload, text: "" } };
  if (payload.type === "passed" && payload.of === message) return { ...rest, payload: { ...payload, text: "" } };
  return payload.type === "sealed" && payload.id === message ? rest : undefined;
}

/** One that holds something sealed of a kind, without it. */
function withoutSealed(entry: PayloadEntry, kind: SealedWords["kind"], id?: Id): PayloadEntry | undefined {
  if (entry.opened?.kind !== kind || (id !== undefined && entry.payload.id !== id)) return undefined;
  const { opened: _, ...rest } = entry;
  return rest;
}
