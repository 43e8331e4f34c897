/** A new survey, and the next round of one that was asked before. */
import type { Account, Id } from "../../../core/api.ts";
import { SMALLEST_USUAL, type SurveyAudience, type SurveyDefinition, type SurveyDraft } from "../../../core/survey_api.ts";
import { type Language, language, LANGUAGES } from "../../i18n.ts";

const DAY = 86_400_000;
/** For how many days one is asked, unless another time is chosen. */
const USUAL_DAYS = 14;

export const newId = (): Id => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** "2026-11-27", UTC. */
export const dayAfter = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The language that is spoken first, then those of the practice that the app speaks. */
export function languagesFor(practice: readonly string[]): readonly Language[] {
  const spoken = practice.map((tag) => tag.split("-")[0] ?? tag).filter((tag): tag is Language => Object.hasOwn(LANGUAGES, tag));
  return [...new Set([language.value, ...spoken])];
}

const audienceOf = ({ role, accountId }: Account): SurveyAudience => (role === "steward" ? { who: "clients" } : { who: "practitioner", of: accountId });

/** `owner`: what they call themselves. */
export function blankDraft(account: Account, owner: string, languages: readonly string[]): SurveyDraft {
  return {
    languages, title: {}, introduction: {}, owner, audience: audienceOf(account), opens: dayAfter(0), closes: dayAfter(USUAL_DAYS),
    smallest: SMALLEST_USUAL, release: "close", publicResults: false, questions: [], scores: [],
  };
}

/** The same questions to the same people from today on, for as long as before. */
export function nextRound({ v: _v, recipient: _recipient, ...asked }: SurveyDefinition): SurveyDraft {
  const days = Math.max(1, Math.round((Date.parse(asked.closes) - Date.parse(asked.opens)) / DAY));
  return { ...asked, opens: dayAfter(0), closes: dayAfter(days) };
}
