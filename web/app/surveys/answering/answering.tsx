/** A survey that can be answered, wherever it comes from: its steps are paths, its answers are kept as one goes. */
import { useState } from "preact/hooks";
import type { SurveyAnswer, SurveyAnswers, SurveyToAnswer } from "../../../core/survey_api.ts";
import { errorText, t } from "../../i18n.ts";
import { go, goInstead } from "../../router.ts";
import { core } from "../../state.ts";
import { askedOf } from "../asked.ts";
import { useKeeper } from "../keeper.ts";
import { said, spoken } from "../said.ts";
import { About } from "./about.tsx";
import { After } from "./after.tsx";
import { isAnswered } from "./answered.ts";
import { Asking } from "./asking.tsx";
import { StepFrame } from "./step_frame.tsx";

interface AnsweringProps {
  readonly survey: SurveyToAnswer;
  readonly begun: SurveyAnswers;
  /** Under which the steps lie. */
  readonly base: string;
  readonly step: string;
  readonly onChanged: (survey: SurveyToAnswer) => void;
}

export function Answering({ survey, begun, base, step, onChanged }: AnsweringProps) {
  const { id, definition, state, response, refused } = survey;
  const [answers, setAnswers] = useState(begun);
  const keeper = useKeeper((value: SurveyAnswers) => core.keepSurveyAnswers(id, value), 0);
  if (refused) return <StepFrame title={said(definition.title, definition)} lang={spoken(definition)}><p class="notice notice-danger" role="alert">{errorText(refused)}</p></StepFrame>;
  if (state !== "open" || (response.state !== "none" && response.state !== "begun")) return <After survey={survey} onChanged={(next) => onChanged({ ...survey, response: next })} />;
  const onAnswer = (question: string, answer: SurveyAnswer | undefined) => {
    const { [question]: _former, ...others } = answers;
    const next = answer === undefined ? others : { ...others, [question]: answer };
    setAnswers(next);
    keeper.put(next);
  };
  const onStep = (to: string) => go(to === "" ? base : `${base}/${to}`);
  const send = async () => {
    // What waits to be kept must not come after what is sealed.
    await keeper.flush();
    const next = await core.answerSurvey(id, answers, spoken(definition));
    goInstead(base);
    onChanged({ ...survey, response: next });
  };
  const first = askedOf(definition, answers).find((question) => !isAnswered(question, answers[question.id]));
  const about = <About survey={definition} begun={Object.keys(answers).length > 0} onBegin={() => onStep(first?.id ?? "review")} />;
  return <>
    <Asking survey={definition} {...{ answers, onAnswer, step, onStep, about, send }} />
    <p class="visually-hidden" role="status">{keeper.state === "failed" ? t("survey-not-kept") : ""}</p>
  </>;
}
