/** Before the first question: who asks what, until when, and why nobody can tell who answered. */
import type { SurveyDraft } from "../../../core/survey_api.ts";
import { listText, languageName, t } from "../../i18n.ts";
import { minutesFor } from "../asked.ts";
import { dayOf, said, spoken } from "../said.ts";
import { EnvelopePicture } from "./picture.tsx";
import { StepFrame } from "./step_frame.tsx";

interface AboutProps {
  readonly survey: SurveyDraft;
  readonly begun: boolean;
  readonly onBegin: () => void;
}

export function About({ survey, begun, onBegin }: AboutProps) {
  const lang = spoken(survey);
  const introduction = said(survey.introduction, survey);
  const open = survey.audience.who === "public";
  return <StepFrame title={said(survey.title, survey)} lang={lang}>
    {introduction !== "" && <p class="lead written" lang={lang} dir="auto">{introduction}</p>}
    <dl class="facts card">
      <div><dt>{t("survey-asked-by")}</dt><dd dir="auto">{survey.owner}</dd></div>
      <div><dt>{t("survey-until")}</dt><dd>{dayOf(survey.closes)}</dd></div>
      <div><dt>{t("survey-takes")}</dt><dd>{t("survey-takes-about", { questions: survey.questions.length, minutes: minutesFor(survey) })}</dd></div>
      <div><dt>{t("survey-sees")}</dt><dd>{t(survey.publicResults ? "survey-sees-public" : "survey-sees-own")}</dd></div>
      {survey.languages.length > 1 && <div><dt>{t("survey-languages")}</dt><dd>{listText(survey.languages.map(languageName))}</dd></div>}
    </dl>
    <p class="actions survey-begin"><button type="button" class="button" onClick={onBegin}>{t(begun ? "survey-go-on" : "survey-begin")}</button></p>
    <p>{t("survey-free")}</p>
    {open && <div class="notice notice-clay"><p><strong>{t("survey-public-title")}</strong> {t("survey-public-text")}</p></div>}
    <Why smallest={survey.smallest} batches={survey.release === "batches"} />
  </StepFrame>;
}

function Why({ smallest, batches }: { readonly smallest: number; readonly batches: boolean }) {
  return <section class="card survey-why" aria-labelledby="survey-why">
    <h2 id="survey-why" class="h3">{t("survey-why")}</h2>
    <EnvelopePicture />
    <ol class="points">
      <li>{t("survey-why-ballot")}</li>
      <li>{t("survey-why-sealed")}</li>
      <li>{t("survey-why-delay")}</li>
      <li>{t(batches ? "survey-why-batches" : "survey-why-close", { smallest })}</li>
    </ol>
    <h3>{t("survey-limits")}</h3>
    <ul class="points">
      <li>{t("survey-limits-words")}</li>
      <li>{t("survey-limits-nearby")}</li>
      <li>{t("survey-limits-network")}</li>
    </ul>
  </section>;
}
