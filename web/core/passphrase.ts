/**
 * Passphrases: offering one, and judging one's own.
 *
 * Offered are six words of the EFF large list, 7776^6 ≈ 2^77.5 possibilities.
 * One's own is judged by zxcvbn, which knows common passwords, English words,
 * names of keys side by side, dates, repeats, the common words of the
 * languages asked for so far, and what somebody would try first here: words of
 * this place, the practice's name, one's own pseudonym; its dictionaries (about 250 KB, and 100 KB a
 * language) are loaded when first asked. Of words in other letters, such as
 * Arabic ones, it has no dictionary: each counts as one of ten thousand that
 * everybody knows. The server can never test guesses against the
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
  readonly check: (passphrase: string, near: string[]) => { readonly guessesLog10: number };
}
/** The common words of a language. */
const WORDS_OF: Readonly<Record<string, () => Promise<{ readonly default: string[] }>>> = {
  de: () => import("@zxcvbn-ts/language-de/dist/commonWords.json.esm.js"),
  es: () => import("@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs"),
  fr: () => import("@zxcvbn-ts/language-fr/dist/commonWords.json.mjs"),
};
const asked = new Set(["de"]);
/** Names that were told so far, and their words. */
const told = new Set<string>();
let loading: { readonly languages: number; readonly estimator: Promise<Estimator> } | undefined;

async function loadEstimator(): Promise<Estimator> {
  const languages = [...asked];
  const [{ ZxcvbnFactory }, common, ...words] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    ...languages.map(async (language) => (await WORDS_OF[language]!()).default),
  ]);
  const own = Object.fromEntries(languages.map((language, i) => [`commonWords-${language}`, words[i]!]));
  return new ZxcvbnFactory({ graphs: common.adjacencyGraphs, dictionary: { ...common.dictionary, ...own } });
}

function estimatorFor(language: string): Promise<Estimator> {
  if (Object.hasOwn(WORDS_OF, language)) asked.add(language);
  if (loading?.languages !== asked.size) loading = { languages: asked.size, estimator: loadEstimator() };
  return loading.estimator;
}

/** What a place like this is about, in its languages (docs/operations.md, Words that protect nothing). */
const OF_THIS_PLACE = [
  "alcove", "therapy", "therapist", "counselling", "counseling", "counsellor", "psychologist", "psychology", "practice", "practitioner", "client", "session",
  "therapie", "therapeut", "therapeutin", "beratung", "praxis", "fachperson", "psychologe", "psychologin", "psychotherapie", "sitzung",
  "terapia", "terapeuta", "consulta", "psicólogo", "psicóloga", "sesión", "thérapie", "thérapeute", "cabinet", "psychologue", "séance",
];

/** A name, and each of its words that is long enough to be one. */
const wordsOf = (name: string): readonly string[] => [name, ...name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)].map((word) => word.toLowerCase());

/** Words in letters of which there is no dictionary, and the decimal digits each is worth. */
const OTHER_LETTERS = /(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;
const OTHER_WORD = 4;

/** log10 of the guesses for words of the list only, if that is what it is: someone who guesses may know the list. */
async function wordGuesses(passphrase: string): Promise<number> {
  const words = passphrase.toLowerCase().split(/[\s\p{Pd}_.]+/u);
  const list = new Set(await wordList());
  return words.every((word) => list.has(word)) ? new Set(words).size * Math.log10(WORD_COUNT) : Number.POSITIVE_INFINITY;
}

/**
 * Estimates how many guesses `passphrase` of somebody who reads `language` withstands: below
 * 10^10 weak, from 10^14 strong. `near` are names of who and what is near it, such as the
 * practice's; they count from then on, as the languages do.
 */
export async function passphraseStrength(passphrase: string, language = "", near: readonly string[] = []): Promise<PassphraseStrength> {
  const judged = normalisePassphrase(passphrase).slice(0, JUDGED_CHARACTERS);
  if (judged === "") return { guessesLog10: 0, level: "weak" };
  for (const word of near.flatMap(wordsOf)) told.add(word);
  const estimator = await estimatorFor(language);
  const others = new Set(judged.match(OTHER_LETTERS)).size * OTHER_WORD;
  const rest = estimator.check(others > 0 ? judged.replace(OTHER_LETTERS, "") : judged, [...told, ...OF_THIS_PLACE]).guessesLog10;
  const guessesLog10 = Math.max(0, Math.min(rest + others, await wordGuesses(judged)));
  return { guessesLog10, level: guessesLog10 < FAIR ? "weak" : guessesLog10 < STRONG ? "fair" : "strong" };
}
