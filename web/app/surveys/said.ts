/** What a survey says, in the reader's language where it speaks that, and its days. */
import type { SurveyDraft, SurveyText } from "../../core/survey_api.ts";
import { dateText, language } from "../i18n.ts";

/** The language in which somebody reads a survey. */
export function spoken({ languages }: Pick<SurveyDraft, "languages">): string {
  return languages.includes(language.value) ? language.value : (languages[0] ?? "");
}

export function said(text: SurveyText | undefined, survey: Pick<SurveyDraft, "languages">): string {
  return text?.[spoken(survey)] ?? text?.[survey.languages[0] ?? ""] ?? "";
}

/** "23 November 2026", for "2026-11-23"; empty where that is no day. */
export function dayOf(day: string): string {
  const at = Date.parse(`${day}T12:00Z`);
  return Number.isNaN(at) ? "" : dateText(at);
}
