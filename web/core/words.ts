/**
 * The word list behind passphrases and safety numbers: the EFF large list,
 * 7,776 = 6^5 words, so that a word is worth log2(7776) = 12.92 bits.
 */
export const WORD_COUNT = 7776;

let loading: Promise<readonly string[]> | undefined;

/** All words, in the list's order; fetched once, when first needed. */
export function wordList(): Promise<readonly string[]> {
  loading ??= import("./words/eff_large.ts").then(({ effLarge }) => effLarge.split(" "));
  return loading;
}
