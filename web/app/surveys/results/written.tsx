/** Free texts of one question, in an order that says nothing. */
import type { SurveyDefinition, SurveyQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { inWords, languageOf } from "./labels.ts";

export function Written({ definition, question, texts }: { readonly definition: SurveyDefinition; readonly question: SurveyQuestion; readonly texts: readonly string[] }) {
  const id = `results-${question.id}`;
  return <section class="card part results-question" aria-labelledby={id}>
    <h2 id={id} class="h3" dir="auto" lang={languageOf(question.text, definition)}>{inWords(question.text, definition)}</h2>
    {texts.length === 0 ? <p class="notice notice-calm">{t("results-texts-few")}</p> : <>
      <p class="quiet">{t("results-texts-text")}</p>
      <ul class="results-texts">{texts.map((text, at) => <li key={at} class="written" dir="auto">{text}</li>)}</ul>
    </>}
  </section>;
}
