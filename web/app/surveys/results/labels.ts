/** What the cells of a table are called: in the words of the survey, or ours. */
import type { Cell, QuestionTable, SurveyDefinition, SurveyQuestion, SurveyText } from "../../../core/survey_api.ts";
import { language, numberText, t } from "../../i18n.ts";

/** In the language of the app, where the survey speaks it. */
export const inWords = (text: SurveyText, { languages }: SurveyDefinition): string => text[language.value] ?? text[languages[0] ?? ""] ?? "";
/** In which language that is. */
export const languageOf = (text: SurveyText, { languages }: SurveyDefinition): string => (text[language.value] === undefined ? languages[0] ?? "" : language.value);

export type Question<K extends SurveyQuestion["kind"] = SurveyQuestion["kind"]> = Extract<SurveyQuestion, { readonly kind: K }>;

const LENGTHS = ["week", "month", "quarter", "year", "longer"] as const;

/** In the order of the cells; the last one may be of those who gave no answer. */
export function cellNames(question: SurveyQuestion, definition: SurveyDefinition): readonly string[] {
  return [...answerNames(question, definition), t("results-no-answer")];
}

function answerNames(question: SurveyQuestion, definition: SurveyDefinition): readonly string[] {
  switch (question.kind) {
    case "choice":
    case "several": return question.options.map((option) => inWords(option, definition));
    case "scale": return Array.from({ length: question.to - question.from + 1 }, (_, at) => scaleName(question, at, definition));
    case "matrix": return question.columns.map((column) => inWords(column, definition));
    case "dates": return LENGTHS.map((length) => t(`results-length-${length}`));
    case "text": return [];
  }
}

/** The ends say what they stand for. */
function scaleName(question: Question<"scale">, at: number, definition: SurveyDefinition): string {
  const value = numberText(question.from + at);
  const end = at === 0 ? question.low : at === question.to - question.from ? question.high : undefined;
  const words = end && inWords(end, definition);
  return words ? t("results-scale-end", { value, words }) : value;
}

export const percent = (share: number): string => numberText(share / 100, { style: "percent", maximumFractionDigits: 0 });
export const range = ([low, high]: readonly [number, number]): string => t("results-range", { low: percent(low), high: percent(high) });
/** Its share in per cent, where it is shown. */
export const shareOf = ({ count }: Cell, of: number | null): number | undefined => (count === null || !of ? undefined : (count / of) * 100);
export const partName = (table: QuestionTable, at: number, question: SurveyQuestion, definition: SurveyDefinition): string | undefined =>
  (table.kind === "matrix" && question.kind === "matrix" ? inWords(question.rows[at] ?? {}, definition) : undefined);
