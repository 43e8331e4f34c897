/** One question, how far one has come, and the way on. */
import { useId } from "preact/hooks";
import type { SurveyQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { Form } from "../../kit/form.tsx";
import { askedOf } from "../asked.ts";
import { said, spoken } from "../said.ts";
import { isAnswered, isComplete } from "./answered.ts";
import { AnswerField } from "./answer_field.tsx";
import type { AskingProps } from "./asking.tsx";
import { StepFrame } from "./step_frame.tsx";

interface QuestionStepProps extends AskingProps {
  readonly asked: readonly SurveyQuestion[];
  readonly at: number;
  readonly question: SurveyQuestion;
}

export function QuestionStep({ survey, answers, onAnswer, onStep, asked, at, question }: QuestionStepProps) {
  const hint = useId();
  const lang = spoken(survey);
  const answer = answers[question.id];
  const answered = isAnswered(question, answer);
  const next = async () => {
    if (!isComplete(question, answer)) throw { code: question.kind === "dates" && answered ? "survey_dates_order" : "survey_answer_missing" };
    // What is asked next may have come from this answer.
    onStep(askedOf(survey, answers)[at + 1]?.id ?? "review");
  };
  const back = <button type="button" class="button button-quiet" onClick={() => onStep(asked[at - 1]?.id ?? "")}>{t("back")}</button>;
  const title = said(question.text, survey);
  const words = said(question.hint, survey);
  return <StepFrame title={title} lang={lang} over={<Progress at={at + 1} of={asked.length} />}>
    {words !== "" && <p class="hint written" id={hint} lang={lang} dir="auto">{words}</p>}
    {question.required || <p class="quiet">{t("survey-may-skip")}</p>}
    <Form submit={t(answered || question.required ? "survey-next" : "survey-skip")} run={next} aside={back}>
      <AnswerField survey={survey} question={question} answer={answer} label={title} hint={words === "" ? undefined : hint} onAnswer={(value) => onAnswer(question.id, value)} />
    </Form>
    {answered && !question.required && question.kind !== "text" && <p class="actions"><button type="button" class="button button-quiet button-small" onClick={() => onAnswer(question.id, undefined)}>{t("survey-clear")}</button></p>}
  </StepFrame>;
}

function Progress({ at, of }: { readonly at: number; readonly of: number }) {
  return <p class="survey-progress quiet">
    <span>{t("survey-progress", { at, of })}</span>
    <progress aria-hidden="true" max={of} value={at} />
  </p>;
}
