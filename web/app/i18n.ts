/**
 * The words of the app: Fluent catalogues, one chunk a language, and what
 * depends on the language: dates, lists, names of languages.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";
import { noTrace } from "./nearby/trace.ts";

/** What each language calls itself. */
export const LANGUAGES = { ar: "العربية", de: "Deutsch", en: "English", es: "Español", fr: "Français" } as const;
export type Language = keyof typeof LANGUAGES;

const load = {
  ar: () => import("../locales/ar/index.ts"),
  de: () => import("../locales/de/index.ts"),
  en: () => import("../locales/en/index.ts"),
  es: () => import("../locales/es/index.ts"),
  fr: () => import("../locales/fr/index.ts"),
};
/** The catalogues of a screen that is rarely needed, by language. */
type Texts = Readonly<Record<Language, () => Promise<{ readonly default: readonly string[] }>>>;
/** Those that came, to be spoken in the next language as well. */
const more: Texts[] = [];
/** How often some came, so that what was missing then is said anew. */
const came = signal(0);
const bundle = signal<FluentBundle | undefined>(undefined);
export const language = signal<Language>("en");

/** Where a choice made by hand is kept; nothing is kept for who never chose. */
const KEPT = "language";

/** Catalogues that were read, which takes most of the time of a change of language: once, however often one goes back and forth. */
const read = new WeakMap<readonly string[], readonly FluentResource[]>();

function add(into: FluentBundle, texts: readonly string[]): void {
  let resources = read.get(texts);
  if (!resources) read.set(texts, (resources = texts.map((text) => new FluentResource(text))));
  for (const resource of resources) into.addResource(resource);
}

async function show(next: Language): Promise<void> {
  const made = new FluentBundle(regional(next));
  for (const catalogue of await Promise.all([load, ...more].map((texts) => texts[next]()))) add(made, catalogue.default);
  language.value = next;
  bundle.value = made;
  turn(next);
}

/** Adds what a screen says that was not loaded at once; to be awaited before it is shown. */
export async function addTexts(texts: Texts): Promise<void> {
  if (more.includes(texts)) return;
  const [spoken, into] = [language.value, bundle.value];
  const catalogue = await texts[spoken]();
  if (into) add(into, catalogue.default);
  more.push(texts);
  came.value++;
  if (language.value !== spoken) await show(language.value);
}

/** The whole page is in this language and runs in its direction. */
function turn(next: Language): void {
  document.documentElement.lang = next;
  document.documentElement.dir = next === "ar" ? "rtl" : "ltr";
}

/** Turned before anything is shown, so that nobody sees the page flip. */
export function showPreferredLanguage(): Promise<void> {
  const preferred = preferredLanguage();
  turn(preferred);
  return show(preferred);
}

export async function chooseLanguage(next: Language): Promise<void> {
  await show(next);
  if (noTrace.value) return;
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // A browser that keeps nothing simply asks again next time.
  }
}

function isLanguage(tag: string | null | undefined): tag is Language {
  return typeof tag === "string" && Object.hasOwn(LANGUAGES, tag);
}

/** What was chosen on the public page that led here, then what was chosen before, then what the browser prefers. */
function preferredLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const kept = keptLanguage();
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage) ?? "en";
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** The text of a message in the language shown. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.value?.getMessage(id);
  return message?.value ? bundle.value!.formatPattern(message.value, args) : id;
}

export function hasText(id: string): boolean {
  return came.value >= 0 && (bundle.value?.hasMessage(id) ?? false);
}

/** What went wrong and what to do, for a code of the core or the server. */
export function errorText(code: string): string {
  if (hasText(`error-${code}`)) return t(`error-${code}`);
  return t(code.startsWith("invalid_") ? "error-invalid" : "error-unknown");
}

/** "14:05" */
export const timeText = (at: number): string => format({ hour: "2-digit", minute: "2-digit" }, at);
/** "23 November 2026" */
export const dateText = (at: number): string => format({ day: "numeric", month: "long", year: "numeric" }, at);
/** "Monday, 23 November" */
export const dayText = (at: number): string => format({ weekday: "long", day: "numeric", month: "long" }, at);
/** "Monday" */
export const weekdayText = (at: number): string => format({ weekday: "long" }, at);
/** The time of today, the date of any other day: as short as a list wants it. */
export function shortTimeText(at: number, now: number): string {
  return sameDay(at, now) ? timeText(at) : format({ day: "numeric", month: "short" }, at);
}

/** "7 days" */
export const durationText = (value: number, unit: "minute" | "hour" | "day" | "year"): string =>
  new Intl.NumberFormat(regional(language.value), { style: "unit", unit, unitDisplay: "long" }).format(value);

export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions, at: number): string {
  const key = `${language.value} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(regional(language.value), options)));
  return made.format(at);
}

/** The language as it is used where the reader is: clocks and dates differ between en-GB and en-US. */
function regional(tag: Language): string {
  return navigator.languages.find((preferred) => preferred.startsWith(`${tag}-`)) ?? tag;
}

/** "German", for the tag "de". */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language.value], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Germany", for the code "DE". */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([language.value], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "12" or "3 MB", in the digits of the reader. */
export const numberText = (n: number, options?: Intl.NumberFormatOptions): string => new Intl.NumberFormat(regional(language.value), options).format(n);

export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(items);
}
