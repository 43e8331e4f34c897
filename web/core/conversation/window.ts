/**
 * Which part of a conversation a screen is given: never more than a few hundred
 * items, however long it is. A window is named by the records at its edges, so
 * that it stays where it is when something is said below, comes in above, or
 * disappears; one without a last record goes on with the end.
 */
import type { Id, TimelineItem } from "../api.ts";

/** How many items are shown at first, and brought at a time. */
const PAGE = 100;
/** More are never shown: when one reads on, what is farthest is left out. */
const MOST = 300;
/** How many stand before one that was looked for. */
const BEFORE = 20;

export interface Window {
  /** Sequence number from which it shows. */
  readonly first?: number;
  /** And up to which. */
  readonly last?: number;
}

/** From `start` up to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** In the order of their sequence numbers. */
type Items = readonly Pick<TimelineItem, "id" | "seq">[];

/** The newest, and whatever comes after it. */
export const NEWEST: Window = {};
/** All there is. */
export const EVERYTHING: Range = { start: 0, end: Number.POSITIVE_INFINITY };

/** The part that a window shows; where all of that is gone, the newest. */
export function rangeOf(items: Items, { first, last }: Window): Range {
  const end = last === undefined ? items.length : items.findLastIndex(({ seq }) => seq <= last) + 1;
  const start = first === undefined ? end - PAGE : items.findLastIndex(({ seq }) => seq < first) + 1;
  if (start < end) return { start: Math.max(0, start, end - MOST), end };
  return { start: Math.max(0, items.length - PAGE), end: items.length };
}

function windowOf(items: Items, { start, end }: Range): Window {
  const [first, last] = [items[start]?.seq, items[end - 1]?.seq];
  return { ...(first === undefined ? {} : { first }), ...(end >= items.length || last === undefined ? {} : { last }) };
}

/** With a page more above. */
export function earlier(items: Items, window: Window): Window {
  const { start, end } = rangeOf(items, window);
  const from = Math.max(0, start - PAGE);
  return windowOf(items, { start: from, end: Math.min(end, from + MOST) });
}

/** With a page more below. */
export function later(items: Items, window: Window): Window {
  const { start, end } = rangeOf(items, window);
  const to = Math.min(items.length, end + PAGE);
  return windowOf(items, { start: Math.max(start, to - MOST), end: to });
}

/** One in which an item is: the same, if it is there already. */
export function around(items: Items, window: Window, item: Id): Window {
  const place = items.findLastIndex(({ id }) => id === item);
  const { start, end } = rangeOf(items, window);
  if (place === -1 || (place >= start && place < end)) return window;
  const from = Math.max(0, place - BEFORE);
  return windowOf(items, { start: from, end: Math.min(items.length, from + PAGE) });
}
