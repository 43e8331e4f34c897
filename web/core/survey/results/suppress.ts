/**
 * Taking small cells out of a table whose total everybody knows (Hundepool et al.,
 * "Statistical Disclosure Control", 2012, chapter 4: threshold rule, complementary
 * suppression). A count of nobody is small too: that nobody answered something says of
 * everybody that they did not, and a table with all in one cell says what each answered.
 */
import type { Count } from "../../survey_api.ts";

/** Counts below it are not shown, and cannot be told to be below it. */
export const CELL_LEAST = 5;

export const isSmall = (count: number): boolean => count < CELL_LEAST;

/**
 * `classes` names for each cell the part of the table it is in; the sum of each part is
 * taken to be known, and is not small. Of what is left out in a part there are at least
 * two cells that hold five together: each of them may hold none, or all.
 */
export function suppress(counts: readonly number[], classes: readonly number[]): readonly Count[] {
  const out = new Set<number>();
  for (const part of new Set(classes)) for (const cell of hidden(counts, counts.map((_, cell) => cell).filter((cell) => classes[cell] === part))) out.add(cell);
  return counts.map((count, cell) => (out.has(cell) ? null : count));
}

/**
 * Which cells go with the small ones follows from their places alone, the next one after
 * the last: were it the smallest, who knows the rule would know that it is no larger than
 * what is shown, and could work out the small ones from that.
 */
function hidden(counts: readonly number[], cells: readonly number[]): readonly number[] {
  const out = cells.filter((cell) => isSmall(counts[cell] ?? 0));
  const held = () => sum(out.map((cell) => counts[cell] ?? 0));
  if (out.length === 0) return out;
  // Where each holds four, that all are small would tell it.
  const allFour = held() === out.length * (CELL_LEAST - 1);
  const after = cells.indexOf(out.at(-1)!) + 1;
  const others = [...cells.slice(after), ...cells.slice(0, after)].filter((cell) => !out.includes(cell));
  for (const other of others) {
    if (out.length > 1 && !isSmall(held()) && !(allFour && out.every((cell) => isSmall(counts[cell] ?? 0)))) break;
    out.push(other);
  }
  return out;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
