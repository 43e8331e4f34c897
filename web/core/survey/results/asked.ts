/** Who was asked a question: the answer to an earlier one may decide it. */
import type { SurveyAnswer, SurveyAnswers, SurveyQuestion } from "../../survey_api.ts";

export function wasAsked({ when }: SurveyQuestion, answers: SurveyAnswers): boolean {
  return when === undefined || when.anyOf.some((value) => chosen(answers[when.question]).includes(value));
}

/** What was chosen in a choice, a scale or several. */
export function chosen(answer: SurveyAnswer | undefined): readonly unknown[] {
  if (answer === undefined || typeof answer === "string") return [];
  return typeof answer === "number" ? [answer] : answer;
}
