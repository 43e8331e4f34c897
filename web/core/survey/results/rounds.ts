/** Rounds of a survey beside each other. */
import type { SurveyDefinition, SurveyQuestion, SurveyResults } from "../../survey_api.ts";

/** Of an earlier round, the tables of questions that are asked now with the same answers to choose from. */
export function comparable(now: SurveyDefinition, before: SurveyDefinition, results: SurveyResults): SurveyResults {
  const same = new Set(now.questions.filter((question) => before.questions.some((other) => asksTheSame(question, other))).map(({ id }) => id));
  return { ...results, scores: [], tables: results.tables.filter(({ question }) => same.has(question)) };
}

const asksTheSame = (a: SurveyQuestion, b: SurveyQuestion): boolean => JSON.stringify(choices(a)) === JSON.stringify(choices(b));

/** What makes a question's table what it is; hints and wording of rows of text may change. */
function choices(question: SurveyQuestion): unknown {
  const { id, kind, required, when } = question;
  switch (question.kind) {
    case "choice":
    case "several": return { id, kind, required, when, options: question.options };
    case "scale": return { id, kind, required, when, from: question.from, to: question.to };
    case "matrix": return { id, kind, required, when, rows: question.rows, columns: question.columns };
    case "text":
    case "dates": return { id, kind, required, when };
  }
}
