/**
 * What a mean leaves open of the hidden cells of the scales it is made of. Which means
 * are shown follows from the tables as they are shown: all that could be are gone
 * through, by all counts that the rules hide in this way, so that neither a mean nor
 * that there is none tells the count of a small cell.
 */
import type { Count, ScaleQuestion } from "../../survey_api.ts";
import type { BlockPart, BlockTable } from "./block.ts";
import { CELL_LEAST, sum, suppress } from "./suppress.ts";

/** Between which the sum of all answers lies, by the mean as it is rounded. */
interface Window { readonly least: number; readonly most: number }

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
function leavesRoom(tables: readonly BlockTable[], { least, most }: Window): boolean {
  const groups = tables.flatMap(hiddenOf);
  const gap = Math.max(...groups.flatMap(({ values }) => values.slice(1).map((value, at) => value - values[at]!)));
  if (most - least <= gap) return false;
  const known = knownOf(tables);
  const low = known + sum(groups.map(({ held, values }) => held * values[0]!));
  const high = known + sum(groups.map(({ held, values }) => held * values.at(-1)!));
  return groups.every(({ values }) => values.every((value) => low + CELL_LEAST * (value - values[0]!) < most && high - CELL_LEAST * (values.at(-1)! - value) > least));
}

/**
 * The means, as whole numbers of what they are rounded to, that are shown beside these
 * tables. `rounded`: the mean of a sum of all answers; `width`: how far two sums may lie
 * apart that are rounded to the same.
 */
export function shownMeans(tables: readonly BlockTable[], rounded: (total: number) => number, width: number): ReadonlySet<number> {
  const groups = tables.flatMap(hiddenOf).map(possibleOf);
  if (groups.some(({ all }) => all.length === 0)) return new Set();
  const totals = groups.reduce((sums, { adds }) => plus(sums, adds), new Set([knownOf(tables)]));
  const means = new Set([...totals].map(rounded));
  // A little narrower: which way a mean just between two is rounded does not matter then.
  const window = (mean: number): Window => ({ least: (mean - 0.5) * width + 1e-6, most: (mean + 0.5) * width - 1e-6 });
  const others = groups.map((_, at) => groups.reduce((sums, { adds }, other) => (other === at ? sums : plus(sums, adds)), new Set([knownOf(tables)])));
  const leaves = (fits: (total: number) => boolean) => leavesDoubt(groups, others, fits);
  const shown = new Set([...means].filter((mean) => leavesRoom(tables, window(mean)) && leaves((total) => rounded(total) === mean)));
  return shown.size === means.size || leaves((total) => !shown.has(rounded(total))) ? shown : new Set();
}

/** Every sum of one of each. */
const plus = (sums: ReadonlySet<number>, adds: ReadonlySet<number>): Set<number> => new Set([...sums].flatMap((one) => [...adds].map((other) => one + other)));

/** Whether each hidden cell may hold two different counts, among those of which the sum of all answers fits. */
function leavesDoubt(groups: readonly Possible[], others: readonly ReadonlySet<number>[], fits: (total: number) => boolean): boolean {
  return groups.every(({ cells, all, adds }, at) => {
    const fitting = new Set([...adds].filter((own) => [...others[at]!].some((other) => fits(own + other))));
    const counts = all.filter((each) => fitting.has(each.adds));
    return cells.every((_, cell) => counts.some((each) => each.counts[cell] !== counts[0]!.counts[cell]));
  });
}

interface Possible { readonly cells: readonly number[]; readonly all: readonly { readonly counts: readonly number[]; readonly adds: number }[]; readonly adds: ReadonlySet<number> }

const FEW = CELL_LEAST - 1;
/** With more hidden cells that may all be small there are too many ways to go through; then no mean is shown. */
const MOST_SMALL = 6;

/** All counts of hidden cells from which the rules make what is shown, and what they add to the sum; none where there are too many. */
function possibleOf({ held, cells, values, part }: Hidden): Possible {
  const ways = cells.length > MOST_SMALL && held <= cells.length * FEW ? [] : [...allSmall(held, cells.length), ...cells.flatMap((_, large) => oneLarge(held, cells.length, large))];
  const all = ways.filter((counts) => hidesTheSame(part, cells, counts)).map((counts) => ({ counts, adds: sum(counts.map((count, at) => count * values[at]!)) }));
  return { cells, all, adds: new Set(all.map(({ adds }) => adds)) };
}

const allSmall = (held: number, cells: number): readonly (readonly number[])[] =>
  (cells === 0 ? (held === 0 ? [[]] : []) : held > cells * FEW ? [] : Array.from({ length: Math.min(held, FEW) + 1 }, (_, first) => allSmall(held - first, cells - 1).map((rest) => [first, ...rest])).flat());

/** One that went with the small ones: these hold less than five together, or each four (suppress.ts). */
const oneLarge = (held: number, cells: number, large: number): readonly (readonly number[])[] =>
  [...spread(FEW, cells - 1), new Array<number>(cells - 1).fill(FEW)].filter((few) => held - sum(few) >= CELL_LEAST).map((few) => [...few.slice(0, large), held - sum(few), ...few.slice(large)]);

function hidesTheSame({ all, classes, counts: shown }: BlockPart, cells: readonly number[], counts: readonly number[]): boolean {
  const other = suppress(all.map((count, cell) => (cells.includes(cell) ? counts[cells.indexOf(cell)]! : count)), classes);
  return cells.every((cell) => other[cell] === null) && shown.every((count: Count, cell) => cells.includes(cell) || (count === null) === (other[cell] === null));
}

/** Every way to have at most `most` in so many cells. */
function spread(most: number, cells: number): readonly (readonly number[])[] {
  if (cells === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, first) => spread(most - first, cells - 1).map((rest) => [first, ...rest])).flat();
}
