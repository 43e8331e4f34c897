/** One question's bars as a picture that stands by itself: an SVG file, in ink on white, to be put into a report. */
import type { QuestionTable, SurveyDefinition, SurveyQuestion } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { cellNames, inWords, languageOf, partName, percent, shareOf } from "./labels.ts";

const WIDTH = 800;
const EDGE = 24;
const LINE = 22;
const BAR = 20;
/** Letters that fit a line. */
const LETTERS = 78;

interface Drawn { readonly svg: string; readonly height: number }

export function pictureOf(definition: SurveyDefinition, question: SurveyQuestion, table: QuestionTable): string {
  const language = languageOf(question.text, definition);
  const rtl = language === "ar";
  const names = cellNames(question, definition);
  const title = inWords(question.text, definition);
  let y = EDGE;
  const draw = (part: (y: number) => Drawn): string => { const { svg, height } = part(y); y += height; return svg; };
  const body = [
    draw((at) => words(title, at, rtl, "600")),
    ...table.parts.flatMap(({ of, cells }, part) => [
      ...(table.kind === "matrix" ? [draw((at) => words(partName(table, part, question, definition) ?? "", at + LINE / 2, rtl, "600"))] : []),
      ...cells.map((cell, place) => draw((at) => bar(names[place] ?? "", cell.count, shareOf(cell, of), at, rtl))),
    ]),
  ].join("\n");
  const height = y + EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" direction="${rtl ? "rtl" : "ltr"}" xml:lang="${language}" font-family="system-ui, sans-serif" font-size="16">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${body}
</svg>
`;
}

/** In a text that runs from the right, "start" is its right edge. */
function words(text: string, y: number, rtl: boolean, weight = "400"): Drawn {
  const lines = linesOf(text);
  const spans = lines.map((line, at) => `<text x="${rtl ? WIDTH - EDGE : EDGE}" y="${y + LINE * (at + 0.75)}" fill="#1e2b2a" font-weight="${weight}">${escaped(line)}</text>`);
  return { svg: spans.join("\n"), height: lines.length * LINE };
}

function bar(name: string, count: number | null, share: number | undefined, y: number, rtl: boolean): Drawn {
  const label = words(t("results-picture-line", { name, figure: count === null || share === undefined ? t("results-few") : `${numberText(count)} (${percent(share)})` }), y + LINE / 2, rtl);
  const top = y + LINE / 2 + label.height;
  const [full, long] = [WIDTH - 2 * EDGE, ((WIDTH - 2 * EDGE) * (share ?? 0)) / 100];
  const track = `<rect x="${EDGE}" y="${top}" width="${full}" height="${BAR}" fill="#f2ebdd"${share === undefined ? ' stroke="#857c68" stroke-dasharray="4 4"' : ""}/>`;
  return { svg: `${label.svg}\n${track}\n<rect x="${rtl ? WIDTH - EDGE - long : EDGE}" y="${top}" width="${long.toFixed(1)}" height="${BAR}" fill="#12605a"/>`, height: LINE / 2 + label.height + BAR };
}

function linesOf(text: string): readonly string[] {
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + word.length >= LETTERS) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

/** Isolates around what was put into a text are for browsers; some readers of pictures draw them. Control characters no XML may hold. */
const escaped = (text: string): string => text.replace(/[\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
