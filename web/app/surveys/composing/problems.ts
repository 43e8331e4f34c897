/** Where in the builder stands what has to be mended, and what is not translated yet. */
import type { SurveyDraft, SurveyProblem, SurveyQuestion, SurveyText } from "../../../core/survey_api.ts";

/** The field of the builder that a problem is about. */
export function fieldOf({ field, question, index, part }: SurveyProblem): string {
  if (index !== undefined) return `score-${index}`;
  if (field === "size" || field === "languages" || field === "scores") return "questions";
  if (question === undefined) return field;
  const list = field === "options" || field === "rows" || field === "columns";
  return list ? `${question}-${field}-${part ?? 0}` : `${question}-${field}`;
}

/** Which text says what is wrong: most of what does not fit is the same in all fields. */
export function whyText({ field, why }: SurveyProblem): SurveyProblem["why"] | "when" | "score" {
  if (field === "when") return "when";
  return field === "scores" && why === "unfit" ? "score" : why;
}

function textsOfQuestion(question: SurveyQuestion): readonly SurveyText[] {
  const own = question.hint ? [question.text, question.hint] : [question.text];
  switch (question.kind) {
    case "choice":
    case "several": return [...own, ...question.options];
    case "scale": return [...own, question.low, question.high];
    case "matrix": return [...own, ...question.rows, ...question.columns];
    case "text":
    case "dates": return own;
  }
}

const isSaid = (text: SurveyText, language: string): boolean => (text[language] ?? "").trim() !== "";

/** How many texts are there in the first language and not in this one. */
export function untranslated({ languages, title, introduction, questions, scores }: SurveyDraft, language: string): number {
  const texts = [title, introduction, ...questions.flatMap(textsOfQuestion), ...scores.map(({ name }) => name)];
  return texts.filter((text) => isSaid(text, languages[0] ?? "") && !isSaid(text, language)).length;
}
