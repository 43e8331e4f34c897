/**
 * Which part of a room's items is on the page: of thousands only some, held by
 * sequence numbers, so that it stays the same part while others come and go.
 */

export interface Window {
  /** Undefined: as many as fit before the end of the part. */
  readonly from?: number;
  /** Undefined: up to what is said last. */
  readonly to?: number;
}

interface Item { readonly id: string; readonly seq: number }

/** On the page at most. */
export const MOST = 200;
/** At first, and what is brought at once. */
export const STEP = 80;

export interface Windowed<T> {
  readonly items: readonly T[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

export function windowOf<T extends Item>(items: readonly T[], { from, to }: Window): Windowed<T> {
  const end = to === undefined ? items.length : items.findLastIndex(({ seq }) => seq <= to) + 1;
  const wanted = from === undefined ? end - STEP : items.findIndex(({ seq }) => seq >= from);
  const begin = Math.max(0, wanted === -1 ? end - STEP : wanted, end - MOST);
  return { items: items.slice(begin, end), hasEarlier: begin > 0, hasLater: end < items.length };
}

const between = (items: readonly Item[], begin: number, end: number): Window => {
  const last = Math.min(end, items.length) - 1;
  return { from: items[Math.max(0, begin)]?.seq ?? 0, ...(last < items.length - 1 ? { to: items[last]?.seq ?? 0 } : {}) };
};

/** The same part and what stands before it; what would be too much goes at the other end. */
export function earlier(items: readonly Item[], now: Window): Window {
  const shown = windowOf(items, now).items;
  const begin = Math.max(0, items.findIndex(({ id }) => id === shown[0]?.id) - STEP);
  return between(items, begin, Math.min(begin + MOST, begin + shown.length + STEP));
}

export function later(items: readonly Item[], now: Window): Window {
  const shown = windowOf(items, now).items;
  const end = items.findIndex(({ id }) => id === shown.at(-1)?.id) + 1 + STEP;
  return between(items, Math.max(end - MOST, end - STEP - shown.length), end);
}

/** A part in whose middle an item is. */
export function around(items: readonly Item[], id: string): Window {
  const at = items.findIndex((each) => each.id === id);
  return between(items, at - STEP / 2, at + STEP / 2);
}
