/**
 * What a moderator has to find again in another browser: notes, and reports that
 * nobody is done with. They were said to the room's moderators when this device was
 * not there, and MLS gives it no key to what came before it; so the account's vault
 * keeps them, the newest first and as much as there is room for in it.
 */
import type { Recalled } from "./fold.ts";

/** Letters of JSON for each of the two, in a vault of 512 KiB. */
const MOST_RECALLED = 40_000;

export function toRecall({ notes, reports }: Recalled): Recalled {
  return { notes: fitting(notes), reports: fitting(reports) };
}

/** The last ones that fit, in their order. */
function fitting<T>(all: readonly T[]): readonly T[] {
  let left = MOST_RECALLED;
  const first = all.findLastIndex((each) => (left -= JSON.stringify(each).length) < 0) + 1;
  return all.slice(first);
}
