/**
 * The ends of entries (lifetime.ts) that come one after the other: what follows
 * the others costs no more in a long conversation than in a short one.
 */
import type { Id, Keeping } from "../api.ts";
import type { Entry } from "./entry.ts";
import { endOfNew, endsOf, keepingAfter } from "./lifetime.ts";
import { isChange, isSaid } from "./writing.ts";

export interface Ending {
  readonly at: ReadonlyMap<Entry, number>;
  readonly keeping: Keeping;
  /** Takes an entry that follows all others. False where it has a say in when others go: then all is to be looked at anew. */
  append(entry: Entry): boolean;
}

export function ending(entries: readonly Entry[]): Ending {
  const { at: first, keeping, spared: firstSpared } = endsOf(entries);
  const at = new Map(first);
  const spared = new Map(firstSpared);
  const said = new Map<Id, Entry>();
  /** What was changed before it was here. */
  const missed = new Set<Id>();

  const set = (entry: Entry, end: number | undefined): void => {
    if (end !== undefined && end !== Number.POSITIVE_INFINITY) at.set(entry, end);
  };

  /** False where this was changed before, or said before. */
  function remember(entry: Entry): boolean {
    if (entry.kind !== "payload" || "unknown" in entry.payload) return true;
    const { payload } = entry;
    if (isChange(payload) && !said.has(payload.of)) missed.add(payload.of);
    if (!isSaid(payload)) return true;
    const known = said.has(payload.id) || missed.has(payload.id);
    said.set(payload.id, entry);
    return !known;
  }
  entries.forEach(remember);

  return {
    at,
    keeping,
    append(entry) {
      if (entry.kind === "base") return false;
      if (entry.kind !== "payload") return true;
      const { payload } = entry;
      if (keepingAfter(keeping, payload) !== keeping || !remember(entry)) return false;
      const target = !("unknown" in payload) && isChange(payload) ? said.get(payload.of) : undefined;
      const end = target ? at.get(target) : endOfNew(entry, undefined, keeping);
      if ("unknown" in payload || payload.type !== "receipt") {
        set(entry, end);
        return true;
      }
      const before = spared.get(entry.from);
      if (before) set(before.entry, before.end);
      spared.set(entry.from, { entry, end: end ?? Number.POSITIVE_INFINITY });
      return true;
    },
  };
}
