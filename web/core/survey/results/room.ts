/**
 * What a mean leaves open of the hidden cells of the scales it is made of. Both answers
 * follow from what is published alone, so that a mean is shown or not tells nothing more.
 */
import type { Count, ScaleQuestion } from "../../survey_api.ts";
import type { BlockPart, BlockTable } from "./block.ts";
import { CELL_LEAST, sum, suppress } from "./suppress.ts";

/** Between which the sum of all answers lies, by the mean as it is rounded. */
export interface Window { readonly least: number; readonly most: number }

/** Hidden cells of which the sum is known: how many they hold, and their values, ascending. */
interface Hidden { readonly held: number; readonly cells: readonly number[]; readonly values: readonly number[]; readonly part: BlockPart }

const fromOf = ({ question }: BlockTable): number => (question as ScaleQuestion).from;

const hiddenOf = (table: BlockTable): readonly Hidden[] => table.parts.flatMap((part) =>
  part.groups.filter(([first]) => part.counts[first!] === null).map((cells) => ({ part, cells, held: sum(cells.map((cell) => part.all[cell]!)), values: cells.map((cell) => cell + fromOf(table)) })));

/** What the shown cells add to the sum of all answers. */
const knownOf = (tables: readonly BlockTable[]): number => sum(tables.flatMap((table) => table.parts[0]!.counts.map((count, cell) => (count ?? 0) * (cell + fromOf(table)))));

/**
 * Whether each hidden cell may hold five. One answer after the other can be moved from
 * the lowest to the highest hidden value, each time by at most the widest gap: what lies
 * between the lowest and the highest sum is met somewhere in any stretch as wide as that.
 */
export function leavesRoom(tables: readonly BlockTable[], { least, most }: Window): boolean {
  const groups = tables.flatMap(hiddenOf);
  const gap = Math.max(...groups.flatMap(({ values }) => values.slice(1).map((value, at) => value - values[at]!)));
  if (most - least <= gap) return false;
  const known = knownOf(tables);
  const low = known + sum(groups.map(({ held, values }) => held * values[0]!));
  const high = known + sum(groups.map(({ held, values }) => held * values.at(-1)!));
  return groups.every(({ values }) => values.every((value) => low + CELL_LEAST * (value - values[0]!) < most && high - CELL_LEAST * (values.at(-1)! - value) > least));
}

/**
 * Whether each hidden cell may hold two different counts by the rules too, which hide the
 * same cells only for some counts. Not all of these are looked at: those are enough in
 * which one cell holds all but four.
 */
export function leavesDoubt(tables: readonly BlockTable[], { least, most }: Window): boolean {
  const groups = tables.flatMap(hiddenOf).map(possibleOf);
  const known = knownOf(tables);
  return groups.every((group, at) => {
    const others = groups.filter((_, other) => other !== at).reduce((sums, { all }) => new Set([...sums].flatMap((one) => [...new Set(all.map(({ adds }) => adds))].map((adds) => one + adds))), new Set([known]));
    const fits = (adds: number) => [...others].some((other) => other + adds > least && other + adds < most);
    const fitting = new Map([...new Set(group.all.map(({ adds }) => adds))].map((adds) => [adds, fits(adds)]));
    return group.cells.every((_, cell) => new Set(group.all.filter(({ adds }) => fitting.get(adds)).map(({ counts }) => counts[cell])).size > 1);
  });
}

interface Possible { readonly cells: readonly number[]; readonly all: readonly { readonly counts: readonly number[]; readonly adds: number }[] }

/** Counts of hidden cells from which the rules make what is shown, and what they add to the sum. */
function possibleOf({ held, cells, values, part }: Hidden): Possible {
  const all = cells.flatMap((_, large) => spread(Math.min(held - CELL_LEAST, CELL_LEAST - 1), cells.length - 1).map((few) => {
    const counts = [...few.slice(0, large), held - sum(few), ...few.slice(large)];
    return { counts, adds: sum(counts.map((count, at) => count * values[at]!)) };
  }));
  return { cells, all: all.filter(({ counts }) => hidesTheSame(part, cells, counts)) };
}

function hidesTheSame({ all, classes, counts: shown }: BlockPart, cells: readonly number[], counts: readonly number[]): boolean {
  const other = suppress(all.map((count, cell) => (cells.includes(cell) ? counts[cells.indexOf(cell)]! : count)), classes);
  return cells.every((cell) => other[cell] === null) && shown.every((count: Count, cell) => cells.includes(cell) || (count === null) === (other[cell] === null));
}

/** Every way to have at most `most` in so many cells. */
function spread(most: number, cells: number): readonly (readonly number[])[] {
  if (cells === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, first) => spread(most - first, cells - 1).map((rest) => [first, ...rest])).flat();
}
