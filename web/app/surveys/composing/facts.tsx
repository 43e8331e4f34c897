/** What is fixed of a survey, in short. */
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { languageName, listText, numberText, t } from "../../i18n.ts";
import { dayOf } from "../said.ts";

export function Facts({ survey }: { readonly survey: SurveyDraft }) {
  const { audience, opens, closes, smallest, release, languages, questions, publicResults } = survey;
  const facts: readonly (readonly [term: string, fact: string])[] = [
    [t("survey-audience"), t(`survey-audience-${audience.who}`)],
    [t("survey-period"), t("survey-from-to", { from: dayOf(opens), to: dayOf(closes) })],
    [t("survey-questions"), numberText(questions.length)],
    [t("survey-languages"), listText(languages.map(languageName))],
    [t("survey-smallest"), numberText(smallest)],
    [t("survey-release"), t(`survey-release-${release}`)],
    [t("survey-results-who"), t(publicResults ? "survey-results-may-public" : "survey-results-own")],
  ];
  return <dl class="facts facts-pairs">{facts.map(([term, fact]) => <div key={term}><dt>{term}</dt><dd>{fact}</dd></div>)}</dl>;
}
