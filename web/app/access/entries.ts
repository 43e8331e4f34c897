/** Entries of the access log as the screen shows them: by day. */
import type { AccessEntry } from "../../core/api.ts";

export interface Day {
  /** Some moment of it. */
  readonly at: number;
  readonly entries: readonly AccessEntry[];
}

/**
 * Days with what happened on them, both in the order in which they came. Some entries
 * know only their day and are written down later, so that a day may come in two
 * pieces; its pieces are one here.
 */
export function daysOf(entries: readonly AccessEntry[]): readonly Day[] {
  const days = new Map<string, AccessEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days.values()].map((of) => ({ at: of[0]?.at ?? 0, entries: of })).sort((a, b) => b.at - a.at);
}
