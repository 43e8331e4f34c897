/** Counting answers into the cells of a question's tables. */
import { DATES_UPTO, type MatrixQuestion, type SurveyAnswers, type SurveyQuestion } from "../../survey_api.ts";
import { wasAsked } from "./asked.ts";

/** What one respondent adds to: a cell, or none for no answer. */
type Place = (answers: SurveyAnswers) => number | undefined;

export interface Counted {
  /** How many were asked. */
  readonly of: number;
  /** The last one is of those who gave no answer, unless one is required. */
  readonly counts: readonly number[];
}

/** By part. In several each option is a part with who chose it and who did not. */
export function counted(question: SurveyQuestion, responses: readonly SurveyAnswers[]): readonly Counted[] {
  const asked = responses.filter((answers) => wasAsked(question, answers));
  return partsOf(question).map(({ cells, place }) => count(asked, cells, place, question.required || question.kind === "several"));
}

/** `answered`: everybody gave an answer, so there is no cell for none. */
function count(asked: readonly SurveyAnswers[], cells: number, place: Place, answered: boolean): Counted {
  const places = asked.map(place).filter((at) => at !== undefined || !answered);
  const counts = new Array<number>(answered ? cells : cells + 1).fill(0);
  for (const at of places) counts[at ?? cells]! += 1;
  return { of: places.length, counts };
}

function partsOf(question: SurveyQuestion): readonly { readonly cells: number; readonly place: Place }[] {
  const { id } = question;
  switch (question.kind) {
    case "choice": return [{ cells: question.options.length, place: (answers) => answers[id] as number | undefined }];
    case "scale": return [{ cells: question.to - question.from + 1, place: (answers) => (answers[id] === undefined ? undefined : (answers[id] as number) - question.from) }];
    case "several": return question.options.map((_, option) => ({ cells: 2, place: (answers) => ((answers[id] as readonly number[] | undefined)?.includes(option) ? 0 : 1) }));
    case "matrix": return matrixParts(question);
    case "dates": return [{ cells: DATES_UPTO.length + 1, place: (answers) => lengthOf(answers[id] as readonly [string, string] | undefined) }];
    case "text": return [];
  }
}

const matrixParts = ({ id, rows, columns }: MatrixQuestion) =>
  rows.map((_, row) => ({ cells: columns.length, place: (answers: SurveyAnswers) => (answers[id] as readonly (number | null)[] | undefined)?.[row] ?? undefined }));

const DAY = 86_400_000;

/** Both days belong to the time. */
function lengthOf(dates: readonly [from: string, to: string] | undefined): number | undefined {
  if (!dates) return undefined;
  const days = (Date.parse(dates[1]) - Date.parse(dates[0])) / DAY + 1;
  const cell = DATES_UPTO.findIndex((upTo) => days <= upTo);
  return cell < 0 ? DATES_UPTO.length : cell;
}
