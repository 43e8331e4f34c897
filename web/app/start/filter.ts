/** Which of the practitioners are shown: by language, by what it is about, by whether they have room. */
import { type Profile, SPECIALITIES } from "../../core/api.ts";
import { keptOf } from "../drafts.ts";
import { language, languageName } from "../i18n.ts";
import type { Option } from "../kit/fields.tsx";

export interface Filter {
  /** Without region or script: "de" finds "de-AT". Empty for any. */
  readonly language: string;
  readonly speciality: string;
  readonly accepting: boolean;
}

export const FIRST_FILTER: Filter = { language: "", speciality: "", accepting: true };
export const NO_FILTER: Filter = { ...FIRST_FILTER, accepting: false };

/** Outlives a look at somebody. */
export const filter = keptOf<Filter>();

const baseOf = (tag: string): string => new Intl.Locale(tag).language;

export function matches(profile: Profile, { language, speciality, accepting }: Filter): boolean {
  return (!accepting || profile.accepting)
    && (speciality === "" || profile.specialities.includes(speciality))
    && (language === "" || profile.languages.some((tag) => baseOf(tag) === language));
}

/** The languages that somebody here writes in, by name. */
export function languagesOf(profiles: readonly Profile[]): readonly Option[] {
  const { compare } = new Intl.Collator(language.value);
  const bases = new Set(profiles.flatMap((profile) => profile.languages.map(baseOf)));
  return [...bases].map((value) => ({ value, text: languageName(value) })).sort((a, b) => compare(a.text, b.text));
}

/** What somebody here names as a speciality, in the order that all of them have. */
export const specialitiesOf = (profiles: readonly Profile[]): readonly string[] =>
  SPECIALITIES.filter((key) => profiles.some((profile) => profile.specialities.includes(key)));
