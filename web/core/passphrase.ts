/**
 * Passphrases: offering one, and judging one's own.
 *
 * Offered are six words of the EFF large list, 7776^6 ≈ 2^77.5 possibilities.
 * One's own is judged by zxcvbn, which knows common passwords, German words,
 * names of keys side by side, dates, repeats; its dictionaries (about 250 KB)
 * are loaded when first asked. The server can never test guesses against the
 * passphrase by itself faster than argon2id allows, but a thief of its disk
 * can, for as long as they like: hence the high bars.
 */
import type { PassphraseStrength } from "./api.ts";
import { randomBytes, toHex } from "./bytes.ts";
import { pick } from "./random.ts";
import { WORD_COUNT, wordList } from "./words.ts";

const WORDS = 6;
/** Longer ones are judged by their beginning. */
const JUDGED_CHARACTERS = 128;
const FAIR = 10;
const STRONG = 14;

/** Six words with spaces between. */
export async function suggestPassphrase(): Promise<string> {
  const list = await wordList();
  return Array.from({ length: WORDS }, () => pick(list)).join(" ");
}

/** A passphrase that nobody keeps: 256 random bits. */
export function unknownPassphrase(): string {
  return toHex(randomBytes(32));
}

/** What is hashed: NFKC, no spaces at the ends and one between, so that the way of typing them does not matter. Case does. */
export function normalisePassphrase(typed: string): string {
  return typed.normalize("NFKC").trim().replace(/\s+/gu, " ");
}

interface Estimator {
  readonly check: (passphrase: string) => { readonly guessesLog10: number };
}
let loading: Promise<Estimator> | undefined;

async function loadEstimator(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, german] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-de/dist/commonWords.json.esm.js"),
  ]);
  return new ZxcvbnFactory({ graphs: common.adjacencyGraphs, dictionary: { ...common.dictionary, "commonWords-de": german.default } });
}

/** log10 of the guesses for words of the list only, if that is what it is: someone who guesses may know the list. */
async function wordGuesses(passphrase: string): Promise<number> {
  const words = passphrase.toLowerCase().split(/[\s\p{Pd}_.]+/u);
  const list = new Set(await wordList());
  return words.every((word) => list.has(word)) ? new Set(words).size * Math.log10(WORD_COUNT) : Number.POSITIVE_INFINITY;
}

/** Estimates how many guesses `passphrase` withstands: below 10^10 weak, from 10^14 strong. */
export async function passphraseStrength(passphrase: string): Promise<PassphraseStrength> {
  const judged = normalisePassphrase(passphrase).slice(0, JUDGED_CHARACTERS);
  if (judged === "") return { guessesLog10: 0, level: "weak" };
  loading ??= loadEstimator();
  const estimator = await loading;
  const guessesLog10 = Math.max(0, Math.min(estimator.check(judged).guessesLog10, await wordGuesses(judged)));
  return { guessesLog10, level: guessesLog10 < FAIR ? "weak" : guessesLog10 < STRONG ? "fair" : "strong" };
}
