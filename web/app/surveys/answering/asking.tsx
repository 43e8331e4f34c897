/** The way through a survey: what it is about, one question a screen, everything once more. */
import type { ComponentChildren } from "preact";
import type { SurveyAnswer, SurveyAnswers, SurveyDraft } from "../../../core/survey_api.ts";
import { askedOf } from "../asked.ts";
import { QuestionStep } from "./question_step.tsx";
import { Review } from "./review.tsx";

export interface AskingProps {
  readonly survey: SurveyDraft;
  readonly answers: SurveyAnswers;
  /** Nothing: the answer is taken back. */
  readonly onAnswer: (question: string, answer: SurveyAnswer | undefined) => void;
  /** A question's id, "review", or else what it is about. */
  readonly step: string;
  readonly onStep: (step: string) => void;
  readonly about: ComponentChildren;
  /** What follows everything once more; absent where nothing is sent. */
  readonly send?: () => Promise<void>;
}

export function Asking(props: AskingProps) {
  const { survey, answers, step, about } = props;
  const asked = askedOf(survey, answers);
  const at = asked.findIndex(({ id }) => id === step);
  if (step === "review") return <Review {...props} asked={asked} />;
  const question = asked[at];
  return question ? <QuestionStep key={question.id} {...props} asked={asked} at={at} question={question} /> : <>{about}</>;
}
