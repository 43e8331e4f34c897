/** Which questions are asked, by the answers so far, and how long that takes. */
import type { SurveyAnswers, SurveyDraft, SurveyQuestion } from "../../core/survey_api.ts";

/** In their order. What depends on a question that is not asked is not asked either. */
export function askedOf({ questions }: Pick<SurveyDraft, "questions">, answers: SurveyAnswers): readonly SurveyQuestion[] {
  const asked = new Set<string>();
  return questions.filter((question) => {
    if (question.when && !(asked.has(question.when.question) && chosen(answers[question.when.question]).some((value) => question.when?.anyOf.includes(value)))) return false;
    asked.add(question.id);
    return true;
  });
}

function chosen(answer: SurveyAnswers[string] | undefined): readonly number[] {
  if (typeof answer === "number") return [answer];
  return Array.isArray(answer) ? answer.filter((value): value is number => typeof value === "number") : [];
}

/** Seconds that a question takes most people. */
const TAKES = { choice: 12, several: 18, scale: 8, matrix: 8, text: 60, dates: 20 } as const;

/** Whole minutes, at least one. */
export function minutesFor({ questions }: Pick<SurveyDraft, "questions">): number {
  const seconds = questions.reduce((sum, question) => sum + TAKES[question.kind] * (question.kind === "matrix" ? question.rows.length : 1), 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
