/** The numbers as a file for a spreadsheet, with the same ones held back; no free texts. */
import type { SurveyDefinition, SurveyResults } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { cellNames, inWords, partName, shareOf } from "./labels.ts";
import { type Line, spreadsheet } from "./spreadsheet.ts";

export function csvOf(definition: SurveyDefinition, results: SurveyResults): string {
  const heads: Line = [t("results-question"), t("results-row"), t("results-answer"), t("results-count"), t("results-asked"), t("results-csv-share"), t("results-csv-low"), t("results-csv-high")];
  return spreadsheet([heads, ...linesOf(definition, results)]);
}

function linesOf(definition: SurveyDefinition, { tables, scores }: SurveyResults): readonly Line[] {
  const cells = tables.flatMap((table) => {
    const question = definition.questions.find(({ id }) => id === table.question)!;
    const names = cellNames(question, definition);
    return table.parts.flatMap(({ of, cells }, at) => cells.map((cell, place): Line => [
      inWords(question.text, definition), partName(table, at, question, definition) ?? "", names[place] ?? "", cell.count ?? t("results-few"), of ?? "",
      ...[shareOf(cell, of), ...(cell.interval ?? [undefined, undefined])].map((share) => (share === undefined ? "" : rounded(share))),
    ]));
  });
  return [...cells, ...scores.map(({ value, interval, of }, at): Line => [inWords(definition.scores[at]!.name, definition), "", "", value === undefined ? t("results-few") : rounded(value), of ?? "", "", ...(interval ?? []).map(rounded)])];
}

/** A number with a point, as a file has it whatever the reader's language. */
const rounded = (figure: number): number => Math.round(figure * 10) / 10;
