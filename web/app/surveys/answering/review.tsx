/** Everything once more, then it is sealed. */
import type { SurveyAnswer, SurveyDraft, SurveyQuestion } from "../../../core/survey_api.ts";
import { listText, numberText, t } from "../../i18n.ts";
import { Form } from "../../kit/form.tsx";
import { dayOf, said, spoken } from "../said.ts";
import { isAnswered, isComplete } from "./answered.ts";
import type { AskingProps } from "./asking.tsx";
import { StepFrame } from "./step_frame.tsx";

export function Review({ survey, answers, onStep, send, asked }: AskingProps & { readonly asked: readonly SurveyQuestion[] }) {
  const run = async () => {
    // Another way through the questions may have led around one that is required.
    const missing = asked.find((question) => !isComplete(question, answers[question.id]));
    if (missing) return onStep(missing.id);
    if (!asked.some((question) => isAnswered(question, answers[question.id]))) throw { code: "survey_answers_empty" };
    await send?.();
  };
  const back = <button type="button" class="button button-quiet" onClick={() => onStep(asked.at(-1)?.id ?? "")}>{t("back")}</button>;
  return <StepFrame title={t("survey-review")}>
    <p>{t("survey-review-text")}</p>
    <dl class="facts card">{asked.map((question) => <div key={question.id} class="review-row">
      <dt lang={spoken(survey)} dir="auto">{said(question.text, survey)}</dt>
      <dd class="written" dir="auto"><AnswerText survey={survey} question={question} answer={answers[question.id]} /></dd>
      <dd><button type="button" class="button button-quiet button-small" aria-label={t("survey-change-of", { question: said(question.text, survey) })} onClick={() => onStep(question.id)}>{t("change")}</button></dd>
    </div>)}</dl>
    {send ? <>
      <p>{t("survey-send-then")}</p>
      <Form submit={t("survey-send")} run={run} aside={back} />
    </> : <p class="actions">{back}</p>}
  </StepFrame>;
}

function AnswerText({ survey, question, answer }: { readonly survey: SurveyDraft; readonly question: SurveyQuestion; readonly answer: SurveyAnswer | undefined }) {
  if (!isAnswered(question, answer)) return <em>{t("survey-not-answered")}</em>;
  if (question.kind === "matrix") return <ul class="survey-chosen">{question.rows.map((row, at) => {
    const column = Array.isArray(answer) && typeof answer[at] === "number" ? said(question.columns[answer[at]], survey) : t("survey-not-answered");
    return <li key={at}>{said(row, survey)}: {column}</li>;
  })}</ul>;
  return <>{textOf(survey, question, answer)}</>;
}

function textOf(survey: SurveyDraft, question: Exclude<SurveyQuestion, { readonly kind: "matrix" }>, answer: SurveyAnswer | undefined): string {
  switch (question.kind) {
    case "choice": return said(question.options[Number(answer)], survey);
    case "several": return Array.isArray(answer) ? listText(answer.map((at) => said(question.options[Number(at)], survey))) : "";
    case "scale": return numberText(Number(answer));
    case "text": return String(answer);
    case "dates": {
      const [from = "", to = ""] = Array.isArray(answer) ? (answer as readonly string[]) : [];
      return t("survey-from-to", { from: dayOf(from), to: dayOf(to) });
    }
  }
}
