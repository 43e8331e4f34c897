/**
 * What in a text may tell who wrote it. Patterns and word lists find addresses, numbers,
 * dates, names, places and rare words; what somebody tells of their life, and how they
 * write, they cannot find. So this is a hint, never a promise. Nothing leaves the device.
 */
import type { Telling } from "../survey_api.ts";
import { BEFORE_NAMES, CALENDAR, CAPITALISED, PLACES, STREET_ENDS, STREET_WORDS } from "./telling_words.ts";

type Why = Telling["why"];

/** In this order: what an earlier one found, a later one leaves. */
const PATTERNS: readonly (readonly [why: Why, pattern: RegExp])[] = [
  ["contact", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  ["contact", /\b(?:https?:\/\/|www\.)\S+/giu],
  ["contact", /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{3,}/gu],
  ["date", /\b\p{Nd}{4}-\p{Nd}{1,2}-\p{Nd}{1,2}\b/gu],
  ["date", /(?<!\p{N})\p{Nd}{1,2}[./]\s?\p{Nd}{1,2}[./](?:\s?\p{Nd}{2,4})?(?!\p{N})/gu],
  ["date", /(?<!\p{N})\p{Nd}{1,2}[:h.]\p{Nd}{2}(?:\s?[ap]\.?m\b|\s?Uhr\b)?(?!\p{N})/giu],
  ["date", /(?<!\p{N})\p{Nd}{1,2}\s?(?:[ap]\.?m\b|Uhr\b)/giu],
  ["contact", /(?<![\p{L}\p{N}])(?:\+|00?)?\p{Nd}[\p{Nd} ()/-]{5,}\p{Nd}/gu],
  ["number", /(?<![\p{L}\p{N}])\p{Nd}{2,}(?:[.,]\p{Nd}+)*/gu],
];

/** Most of one kind of hint that is shown of rare words: all of them would hide the others. */
const MOST_RARE = 5;
const RARE_FROM = 6;
/** Words that begin alike are taken for forms of one word. */
const STEM = 5;

interface Word { readonly at: number; readonly text: string; readonly lower: string; readonly begins: boolean }

/** Hints in a text of this language, in the order of the text, none within another. */
export async function tellingsIn(text: string, language: string): Promise<readonly Telling[]> {
  const found: Telling[] = [];
  const add = (at: number, length: number, why: Why): void => {
    if (!found.some((other) => at < other.at + other.length && other.at < at + length)) found.push({ at, length, why });
  };
  for (const [why, pattern] of PATTERNS) for (const match of text.matchAll(pattern)) add(match.index, match[0].length, why);
  const words = wordsOf(text, language);
  const known = await listOf(language);
  const names = await namesOf(language);
  for (const [i, word] of words.entries()) {
    const why = whyOf(word, words[i - 1], language, names);
    if (why) add(word.at, word.text.length, why);
    if (STREET_WORDS.has(word.lower) || STREET_ENDS.test(word.text)) addStreet(text, words, i, add);
  }
  if (known) for (const { at, text: { length } } of words.filter((word) => isRare(word, known)).slice(0, MOST_RARE)) add(at, length, "rare");
  return found.sort((a, b) => a.at - b.at);
}

function wordsOf(text: string, language: string): readonly Word[] {
  // In French an apostrophe parts words: « l’attente ».
  return [...text.matchAll(language === "fr" ? /\p{L}[\p{L}\p{M}-]*/gu : /\p{L}[\p{L}\p{M}’'-]*/gu)].map((match) => ({
    at: match.index, text: match[0], lower: match[0].toLocaleLowerCase("und").replace(/[’']s$/u, ""),
    begins: /(?:^|[.!?…:;¿¡"“„«(\n\u061f-])\s*$/u.test(text.slice(0, match.index)),
  }));
}

function whyOf(word: Word, before: Word | undefined, language: string, names: ReadonlySet<string>): Why | undefined {
  // "march" and "august" are other words as well.
  if (CALENDAR.has(word.lower) && (language !== "en" || isCapital(word))) return "date";
  if (PLACES.has(word.lower) && (language === "ar" || isCapital(word))) return "place";
  if (language === "ar") return before && BEFORE_NAMES.has(before.lower) ? "name" : undefined;
  if (!isCapital(word) || BEFORE_NAMES.has(word.lower)) return undefined;
  if (before && BEFORE_NAMES.has(before.lower)) return "name";
  // All German nouns have a capital, so there a name has to be a known one.
  if (language === "de") return names.has(word.lower) ? "name" : undefined;
  return word.begins || CAPITALISED.test(word.text) ? undefined : "name";
}

const isCapital = ({ text }: Word): boolean => /^\p{Lu}\p{Ll}/u.test(text);

/** A street is the word and the name or number beside it. */
function addStreet(text: string, words: readonly Word[], i: number, add: (at: number, length: number, why: Why) => void): void {
  const [word, before, after] = [words[i]!, words[i - 1], words[i + 1]];
  const named = STREET_ENDS.test(word.text) ? isCapital(word) : (before && isCapital(before) && !before.begins) || (after && isCapital(after)) || /^\s*\p{N}/u.test(text.slice(word.at + word.text.length));
  if (named) add(word.at, word.text.length, "place");
}

// ---- words that few use ----------------------------------------------------------

type Known = ReadonlySet<string>;

function isRare({ lower }: Word, known: Known): boolean {
  return lower.length >= RARE_FROM && !known.has(lower) && !known.has(lower.slice(0, STEM));
}

/** The common words that passphrases are judged by; of them whole words and beginnings. */
const LISTS: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  de: async () => (await import("@zxcvbn-ts/language-de/dist/commonWords.json.esm.js")).default,
  es: async () => (await import("@zxcvbn-ts/language-es-es/dist/commonWords.json.mjs")).default,
  fr: async () => (await import("@zxcvbn-ts/language-fr/dist/commonWords.json.mjs")).default,
  en: async () => Object.values((await import("@zxcvbn-ts/language-common")).dictionary).flat(),
};
const loaded = new Map<string, Promise<Known | undefined>>();

function listOf(language: string): Promise<Known | undefined> {
  const list = LISTS[language];
  if (!list) return Promise.resolve(undefined);
  const loading = loaded.get(language) ?? list().then((words) => new Set(words.flatMap((word) => [word.toLowerCase(), word.toLowerCase().slice(0, STEM)])));
  loaded.set(language, loading);
  // Without a connection the rest of the hints has to do.
  return loading.catch(() => {
    loaded.delete(language);
    return undefined;
  });
}

async function namesOf(language: string): Promise<ReadonlySet<string>> {
  if (language !== "de") return new Set();
  const list = await import("@zxcvbn-ts/language-de/dist/firstnames.json.esm.js").catch(() => undefined);
  return new Set(list?.default.map((name) => name.toLowerCase()));
}
