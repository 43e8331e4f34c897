/**
 * How long words are kept, and until when each of them.
 *
 * Two settings, both said inside the conversation so that both sides see them:
 * retention (days, counts for everything there is) and disappearing (seconds,
 * counts for what is said from then on). Words that disappear name their end
 * themselves (`goes`), counted from when they were encrypted, so that what
 * waited without connection is not gone before it is read. Of several retentions
 * since something was said the shortest counts: what was to be gone does not
 * come back to a longer life.
 *
 * What changes a message (edit, reaction) goes with it. What a conversation is
 * understood by (who accepted, what was agreed, how long things are kept) has no
 * end: it holds no words.
 */
import type { Id, Keeping } from "../api.ts";
import { type Entry, entryTime } from "./entry.ts";
import type { HistoryItem } from "./history.ts";
import type { Body, Payload, UnknownPayload } from "./payload.ts";
import { isChange, isSaid } from "./writing.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const keptForGood: Keeping = { days: 0, seconds: 0 };

/** Whether a payload has an end at all. Of an unknown type nobody knows what it holds. */
export function hasEnd(p: Payload | UnknownPayload): boolean {
  if ("unknown" in p) return true;
  switch (p.type) {
    case "request":
    case "message":
    case "attachment":
    case "ask-back":
    case "edit":
    case "take-back":
    case "react":
    case "decline":
    case "refer":
    case "receipt":
    case "live-keep":
      return true;
    case "accept":
    case "revoke-consent":
    case "sealed-opened":
    case "live-start":
    case "live-join":
    case "live-ask":
    case "live-answer":
    case "live-end":
    case "code-word":
    case "code-word-agreed":
    case "vouch":
    case "continued":
    case "object":
    case "retention":
    case "disappear":
    case "forget":
    case "end":
    case "account-deleted":
      return false;
    default:
      return p satisfies never;
  }
}

/** What is in force after a payload. */
export function keepingAfter(before: Keeping, p: Body | UnknownPayload): Keeping {
  if ("unknown" in p) return before;
  if (p.type === "retention") return { ...before, days: p.days };
  if (p.type === "disappear") return { ...before, seconds: p.seconds };
  return p.type === "request" && p.retention !== undefined ? { ...before, days: p.retention } : before;
}

/** How long what is said now is kept; infinite where there is no end. */
export function lifetimeOf({ days, seconds }: Keeping): number {
  return Math.min(days > 0 ? days * DAY : Number.POSITIVE_INFINITY, seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY);
}

export interface Ends {
  /** When each entry goes; what is not in it stays. */
  readonly at: ReadonlyMap<Entry, number>;
  /** In force after the last entry. */
  readonly keeping: Keeping;
  /** The newest receipt of each side, which stays, and when it would go if it were not. */
  readonly spared: ReadonlyMap<Id, Spared>;
}

interface Spared {
  readonly entry: Entry;
  readonly end: number;
}

type PayloadEntry = Extract<Entry, { kind: "payload" }>;

/** When each entry goes. They must be in order. */
export function endsOf(entries: readonly Entry[]): Ends {
  const at = new Map<Entry, number>();
  const said = new Map<string, Entry>();
  const ofPayloads = entries.filter((entry): entry is PayloadEntry => entry.kind === "payload");
  const base = entries.findLast((entry) => entry.kind === "base");
  let keeping = base?.keeping ?? keptForGood;
  const retention: number[] = [];
  for (const entry of ofPayloads) {
    const { payload } = entry;
    if (!base || entry.seq > base.seq) keeping = keepingAfter(keeping, payload);
    retention.push(keeping.days > 0 ? keeping.days * DAY : Number.POSITIVE_INFINITY);
    if (entry.scrubbed || !hasEnd(payload)) continue;
    const own = "unknown" in payload || !isSaid(payload) ? undefined : payload.goes;
    at.set(entry, own ?? payload.at + (keeping.seconds > 0 ? keeping.seconds * 1000 : Number.POSITIVE_INFINITY));
    if (!("unknown" in payload) && isSaid(payload)) said.set(payload.id, entry);
  }
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = ofPayloads.length - 1; i >= 0; i--) {
    const entry = ofPayloads[i];
    shortest = Math.min(shortest, retention[i] ?? shortest);
    const end = entry && at.get(entry);
    if (entry && end !== undefined) at.set(entry, Math.min(end, entry.payload.at + shortest));
  }
  for (const entry of ofPayloads) {
    const { payload } = entry;
    const target = !("unknown" in payload) && isChange(payload) ? said.get(payload.of) : undefined;
    const end = target && at.get(target);
    if (end !== undefined) at.set(entry, end);
  }
  const spared = newestReceipts(ofPayloads, at);
  for (const [entry, end] of at) if (end === Number.POSITIVE_INFINITY) at.delete(entry);
  return { at, keeping, spared };
}

/** When something new goes, given what it changes and what is in force. */
export function endOfNew(item: HistoryItem, target: Entry | undefined, keeping: Keeping): number | undefined {
  const entry = target ?? item;
  if (entry.kind !== "payload" || entry.scrubbed || !hasEnd(entry.payload)) return undefined;
  const { payload } = entry;
  const goes = !("unknown" in payload) && isSaid(payload) ? payload.goes : undefined;
  const end = Math.min(goes ?? Number.POSITIVE_INFINITY, payload.at + lifetimeOf(goes === undefined ? keeping : { ...keeping, seconds: 0 }));
  return Number.isFinite(end) ? end : undefined;
}

/**
 * Whether a record may be without its ciphertext by now: something said there
 * would have come to its end. It is not older than what was said before it, as
 * far as the clocks of two devices agree.
 */
export function mayBeDestroyed(entries: readonly Entry[], seq: number, stream: Id, now: number): boolean {
  const before = entries.findLast((entry) => entry.seq < seq && entry.kind === "payload" && !entry.scrubbed);
  const at = before ? entryTime(before) : 0;
  const assumed: Entry = { kind: "payload", stream, seq, from: "", device: "", payload: { v: 1, type: "", id: "", at, unknown: true } };
  const end = endsOf([...entries.filter((entry) => entry.seq < seq), assumed, ...entries.filter((entry) => entry.seq > seq)]).at.get(assumed);
  return end !== undefined && end - (end - at > 7 * DAY ? DAY : HOUR) <= now;
}

/** By the newest receipt of each side a device knows what it need not tell again. */
function newestReceipts(entries: readonly PayloadEntry[], at: Map<Entry, number>): ReadonlyMap<Id, Spared> {
  const spared = new Map<Id, Spared>();
  for (const entry of entries.toReversed()) {
    if ("unknown" in entry.payload || entry.payload.type !== "receipt" || spared.has(entry.from)) continue;
    spared.set(entry.from, { entry, end: at.get(entry) ?? Number.POSITIVE_INFINITY });
    at.delete(entry);
  }
  return spared;
}

/** What is left of an entry whose end has come; undefined where it goes altogether. A request stays as the agreement that it was. */
export function leftOf(entry: Entry): Entry | undefined {
  if (entry.kind !== "payload" || "unknown" in entry.payload) return undefined;
  const { own: _, payload, ...rest } = entry;
  switch (payload.type) {
    case "request": {
      const { returning: _word, ...agreed } = payload;
      return { ...rest, scrubbed: true, payload: { ...agreed, intake: { reason: "", region: "" } } };
    }
    case "decline":
    case "refer":
      return { ...rest, scrubbed: true, payload: { ...payload, text: "" } };
    default:
      return undefined;
  }
}

/** Hours since 1970, rounded up: to a day when it lies more than a week ahead, so that little is told by it. */
export function forgetHour(end: number, now: number): number {
  const hour = Math.ceil(end / HOUR);
  return end - now > 7 * DAY ? Math.ceil(hour / 24) * 24 : hour;
}
