/** Blocks together: what is shown of all of them is a sum of what each shows. */
import type { Count } from "../../survey_api.ts";
import { sum } from "./suppress.ts";

export interface Shown { readonly of: number; readonly counts: readonly Count[] }

/**
 * A cell of the sum is shown where all blocks that are taken show it. Those are taken
 * that make the most of it: cells shown, times answers.
 */
export function gather(blocks: readonly Shown[]): { readonly of: Count; readonly counts: readonly Count[] } {
  const best = blocks.map(({ counts }) => {
    const taken = blocks.filter((block) => counts.every((count, cell) => count === null || block.counts[cell] !== null));
    return { taken, counts, worth: counts.filter((count) => count !== null).length * sum(taken.map(({ of }) => of)) };
  }).reduce<{ readonly taken: readonly Shown[]; readonly counts: readonly Count[]; readonly worth: number } | undefined>((one, other) => (one && one.worth >= other.worth ? one : other), undefined);
  if (!best) return { of: null, counts: [] };
  return { of: sum(best.taken.map(({ of }) => of)), counts: best.counts.map((count, cell) => (count === null ? null : sum(best.taken.map(({ counts }) => counts[cell] ?? 0)))) };
}
