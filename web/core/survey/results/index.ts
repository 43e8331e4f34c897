/**
 * What is made of the responses to a survey, so that it tells of nobody: tables with
 * small cells taken out (suppress.ts), of blocks of responses (blocks.ts), each made safe
 * by itself (block.ts), and added up (gather.ts). docs/surveys.md, "Results", gives the
 * reasons. Nothing here knows the network or the screen.
 *
 * `batches`: those that were released, by their number. `closed`: no
 * other batch follows; where one may, the last responses wait for it.
 */
import type { Cell, CrossTable, QuestionTable, SurveyDefinition, SurveyResults } from "../../survey_api.ts";
import { type Block, makeBlock } from "./block.ts";
import { blocksOf, type ReadBatch } from "./blocks.ts";
import { crossOf } from "./cross.ts";
import { gather } from "./gather.ts";
import { ofMean, wilson } from "./interval.ts";
import { scoresOf } from "./score.ts";
import { sum } from "./suppress.ts";
import { textsOf } from "./texts.ts";

export type { ReadBatch } from "./blocks.ts";
export { comparable } from "./rounds.ts";
export { isSmall } from "./suppress.ts";

type Batches = readonly ReadBatch[];

export function makeResults(definition: SurveyDefinition, batches: Batches, closed: boolean): SurveyResults {
  const blocks = made(definition, batches, closed);
  const { smallest } = definition;
  if (blocks.length === 0) return { v: 1, smallest, tables: [], scores: [] };
  return {
    v: 1, smallest, answered: sum(blocks.map(({ responses }) => responses.length)),
    tables: definition.questions.flatMap((question) => (question.kind === "text" ? [] : [tableOf(question, blocks)])),
    scores: scoresOf(definition, blocks),
  };
}

/** Free texts by question, in an order of chance; not to be published. */
export const makeTexts = (definition: SurveyDefinition, batches: Batches, closed: boolean): Readonly<Record<string, readonly string[]>> =>
  textsOf(definition, made(definition, batches, closed));

/** How many wait to be counted together with later ones. */
export const countLater = (definition: SurveyDefinition, batches: Batches, closed: boolean): number => blocksOf(definition, batches, closed).later;

/** `rows`, `columns`: questions, one of them the one that the others are compared by (`crossable`). */
export const makeCrossTable = (definition: SurveyDefinition, batches: Batches, closed: boolean, rows: string, columns: string): CrossTable | undefined =>
  crossOf(definition, made(definition, batches, closed), rows, columns);

/** What may be shown to everybody: no texts, nothing of what could not be read, no other round. */
export const publishable = ({ v, answered, smallest, tables, scores }: SurveyResults): SurveyResults => ({ v, ...(answered === undefined ? {} : { answered }), smallest, tables, scores });

const made = (definition: SurveyDefinition, batches: Batches, closed: boolean): readonly Block[] =>
  blocksOf(definition, batches, closed).blocks.map((responses) => makeBlock(definition, responses));

type Tabled = Extract<SurveyDefinition["questions"][number], { readonly kind: QuestionTable["kind"] }>;

function tableOf(question: Tabled, blocks: readonly Block[]): QuestionTable {
  const tables = blocks.flatMap(({ tables }) => tables.get(question.id) ?? []);
  const parts = Array.from({ length: question.kind === "matrix" ? question.rows.length : 1 }, (_, at) => {
    const { of, counts } = gather(tables.map(({ parts }) => parts[at]!));
    return { of, cells: counts.map((count): Cell => (count === null || of === null ? { count: null } : { count, interval: wilson(count, of) })) };
  });
  const mean = question.kind === "scale" ? meanOf(question, parts[0]!.cells) : undefined;
  return { question: question.id, kind: question.kind, parts, ...(mean ? { mean } : {}) };
}

/** From the shown cells alone; of those who answered. */
function meanOf({ from, to }: { readonly from: number; readonly to: number }, cells: readonly Cell[]): QuestionTable["mean"] {
  const counts = cells.slice(0, to - from + 1).map(({ count }) => count);
  if (counts.length === 0 || cells.some(({ count }) => count === null)) return undefined;
  const of = sum(counts.map((count) => count ?? 0));
  const over = (figure: (value: number) => number) => sum(counts.map((count, at) => (count ?? 0) * figure(at + from)));
  const value = over((each) => each) / of;
  return { value, interval: ofMean(value, over((each) => (each - value) ** 2) / (of - 1), of, [from, to]) };
}
