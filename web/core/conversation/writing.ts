/**
 * What becomes of words once they are said: their author words them anew or
 * takes them back, either side reacts to them.
 *
 * The rules are held here by whoever receives: only the account that said
 * something may change it, what is taken back stays taken back, and what refers
 * to words that are not here changes nothing.
 */
import type { Id, Reaction, TimelineItem } from "../api.ts";
import type { Entry } from "./entry.ts";
import type { Payload } from "./payload.ts";
import { oneLine } from "./one_line.ts";

export type MessageItem = Extract<TimelineItem, { kind: "message" }>;
export type Said = Extract<Payload, { type: "message" | "ask-back" | "attachment" }>;
export type Change = Extract<Payload, { type: "edit" | "take-back" | "react" }>;

/** How many reactions of one side a message shows. */
const REACTIONS = 8;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export const isSaid = (p: Payload): p is Said => p.type === "message" || p.type === "ask-back" || p.type === "attachment";
export const isChange = (p: Payload): p is Change => p.type === "edit" || p.type === "take-back" || p.type === "react";

/** A message as it stands when nothing came of it yet. */
export function messageOf(p: Said, seq: number, mine: boolean): MessageItem {
  if (p.type === "attachment") {
    const file = { name: oneLine(p.name), type: p.mime, size: p.size, ...(p.preview === undefined ? {} : { preview: p.preview }), ...(p.voice === undefined ? {} : { voice: p.voice }) };
    return { kind: "message", id: p.id, seq, at: p.at, mine, text: "", delivery: "sent", file };
  }
  const replyTo = p.type === "message" ? p.reply : undefined;
  return { kind: "message", id: p.id, seq, at: p.at, mine, text: p.text, delivery: "sent", ...(replyTo === undefined ? {} : { replyTo }) };
}

/** Whether who wrote a change may make it. */
export function mayChange(p: Change, from: Id, author: Id): boolean {
  return p.type === "react" || from === author;
}

/** The message after a change that is allowed. */
export function changed(item: MessageItem, p: Change, mine: boolean): MessageItem {
  if (item.takenBack) return item;
  switch (p.type) {
    case "edit": {
      const before = { text: item.text, at: item.editedAt ?? item.at };
      return { ...item, text: p.text, editedAt: p.at, earlier: [...(item.earlier ?? []), before] };
    }
    case "take-back": {
      const { kind, id, seq, at, delivery, goesAt } = item;
      return { kind, id, seq, at, mine: item.mine, delivery, text: "", takenBack: true, ...(goesAt === undefined ? {} : { goesAt }) };
    }
    case "react": {
      const reactions = withReaction(item.reactions ?? [], p.emoji, mine ? "mine" : "theirs", p.on);
      return { ...item, reactions };
    }
    default:
      return p satisfies never;
  }
}

function withReaction(reactions: readonly Reaction[], written: string, side: "mine" | "theirs", on: boolean): readonly Reaction[] {
  const emoji = firstCharacter(written);
  const known = reactions.find((each) => each.emoji === emoji);
  if (known) return reactions.map((each) => (each === known ? { ...known, [side]: on } : each)).filter((each) => each.mine || each.theirs);
  if (!on || emoji === "" || reactions.filter((each) => each[side]).length >= REACTIONS) return reactions;
  return [...reactions, { emoji, mine: side === "mine", theirs: side === "theirs" }];
}

/** What a reader counts as the first character; two versions of Unicode may count differently, so more is not refused. */
function firstCharacter(written: string): string {
  for (const { segment } of characters.segment(oneLine(written))) return segment;
  return "";
}

/** Whether somebody chose one character, as a reader counts. */
export const isOneCharacter = (written: string): boolean => written !== "" && firstCharacter(written) === written;

/** Those of the entries that still hold words which their author took back, without these words. */
export function withoutTakenBack(entries: readonly Entry[]): readonly Entry[] {
  const takenBack = new Set<string>();
  for (const { from, payload } of payloadsOf(entries)) if (payload.type === "take-back") takenBack.add(`${from}/${payload.of}`);
  if (takenBack.size === 0) return [];
  return payloadsOf(entries).flatMap((entry): Entry[] => {
    const { from, payload } = entry;
    const words = isSaid(payload) ? payload.id : payload.type === "edit" ? payload.of : undefined;
    if (words === undefined || !takenBack.has(`${from}/${words}`)) return [];
    if (payload.type === "attachment") return payload.key === "" ? [] : [{ ...entry, payload: withoutFile(payload) }];
    if (!("text" in payload) || payload.text === "") return [];
    return [{ ...entry, payload: { ...payload, text: "" } }];
  });
}

const withoutFile = ({ preview: _, voice: __, ...payload }: Extract<Payload, { type: "attachment" }>): Payload => ({ ...payload, name: "", mime: "", size: 0, hash: "", key: "" });

type PayloadEntry = Extract<Entry, { kind: "payload" }> & { readonly payload: Payload };

const payloadsOf = (entries: readonly Entry[]): readonly PayloadEntry[] =>
  entries.filter((entry): entry is PayloadEntry => entry.kind === "payload" && !("unknown" in entry.payload));
