/** Whether an answer says something, and whether it is enough to go on. */
import type { SurveyAnswer, SurveyQuestion } from "../../../core/survey_api.ts";

export function isAnswered({ kind }: SurveyQuestion, answer: SurveyAnswer | undefined): boolean {
  if (answer === undefined) return false;
  if (kind === "text") return typeof answer === "string" && answer.trim() !== "";
  return Array.isArray(answer) ? answer.some((part) => part !== null && part !== "") : true;
}

/** What is required has to be whole; what is not may be left out, but a time that was begun has both its days, in order. */
export function isComplete(question: SurveyQuestion, answer: SurveyAnswer | undefined): boolean {
  if (!isAnswered(question, answer)) return !question.required;
  if (question.kind === "dates" && Array.isArray(answer)) {
    const [from = "", to = ""] = answer as readonly string[];
    return from !== "" && to !== "" && from <= to;
  }
  if (question.kind === "matrix" && question.required && Array.isArray(answer)) return question.rows.every((_, row) => typeof answer[row] === "number");
  return true;
}
