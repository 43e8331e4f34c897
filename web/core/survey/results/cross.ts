/** How the answers to two questions go together, where that tells of nobody. */
import { type Count, type CrossTable, crossable, type ScaleQuestion, type SurveyAnswers, type SurveyDefinition } from "../../survey_api.ts";
import type { Block, BlockPart } from "./block.ts";
import { mayReach } from "./bounds.ts";
import { gather } from "./gather.ts";
import { CELL_LEAST, isSmall } from "./suppress.ts";

/** Absent for questions that cannot be compared (`crossable`), and where nothing is shown yet. */
export function crossOf(definition: SurveyDefinition, blocks: readonly Block[], rows: string, columns: string): CrossTable | undefined {
  const able = crossable(definition);
  if (blocks.length === 0 || !able) return undefined;
  if (columns === able.by && able.others.includes(rows)) return turned(crossBy(blocks, columns, rows));
  return rows === able.by && able.others.includes(columns) ? crossBy(blocks, rows, columns) : undefined;
}

function crossBy(blocks: readonly Block[], rows: string, columns: string): CrossTable {
  const size = (id: string) => Math.max(...blocks.map(({ tables }) => tables.get(id)!.parts[0]!.all.length));
  const [height, width] = [size(rows), size(columns)];
  const { of, counts } = gather(blocks.map((block) => ({ of: block.responses.length, counts: blockCross(block, rows, columns, height, width).flat() })));
  return { rows, columns, of, counts: Array.from({ length: height }, (_, row) => counts.slice(row * width, (row + 1) * width)) };
}

const turned = ({ rows, columns, of, counts }: CrossTable): CrossTable =>
  ({ rows: columns, columns: rows, of, counts: (counts[0] ?? []).map((_, at) => counts.map((row) => row[at] ?? null)) });

/**
 * Hidden cells of the two questions' own tables are one row or column together: of them
 * nothing but their sum is known, and nothing more is told.
 */
function blockCross({ responses, tables }: Block, rows: string, columns: string, height: number, width: number): readonly (readonly Count[])[] {
  const [down, across] = [tables.get(rows)!, tables.get(columns)!];
  const [up, side] = [down.parts[0]!, across.parts[0]!];
  const place = (question: typeof down.question, answers: SurveyAnswers, { all }: BlockPart): number => {
    const answer = answers[question.id] as number | undefined;
    return answer === undefined ? all.length - 1 : answer - (question.kind === "scale" ? (question as ScaleQuestion).from : 0);
  };
  const table = up.groups.map(() => side.groups.map(() => 0));
  for (const answers of responses) table[groupOf(up, place(down.question, answers, up))]![groupOf(side, place(across.question, answers, side))]! += 1;
  const shown = suppressCross(table);
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column): Count =>
    (up.counts[row] ?? null) === null || (side.counts[column] ?? null) === null ? null : shown[groupOf(up, row)]![groupOf(side, column)]!));
}

const groupOf = ({ groups }: BlockPart, cell: number): number => groups.findIndex((group) => group.includes(cell));

/** `table`: with margins that are known, none of them small. */
export function suppressCross(table: readonly (readonly number[])[]): readonly (readonly Count[])[] {
  const hidden = table.map((counts) => counts.map(isSmall));
  const isHidden = (row: number, column: number) => hidden[row]![column]!;
  for (let bare = told(table, isHidden); bare; bare = told(table, isHidden)) {
    const next = nextToHide(table, isHidden, bare);
    hidden[next.row]![next.column] = true;
  }
  return table.map((counts, row) => counts.map((count, column) => (isHidden(row, column) ? null : count)));
}

interface At { readonly row: number; readonly column: number }

const cellsOf = (table: readonly (readonly number[])[]): readonly (At & { readonly count: number })[] => table.flatMap((counts, row) => counts.map((count, column) => ({ row, column, count })));

/** A small cell that can be told to be small. */
const told = (table: readonly (readonly number[])[], isHidden: (row: number, column: number) => boolean): At | undefined =>
  cellsOf(table).find(({ row, column, count }) => isSmall(count) && !mayReach(table, isHidden, row, column, CELL_LEAST));

/** The smallest shown cell beside it, or anywhere: in the end all are hidden, and then each may hold as much as its margins. */
function nextToHide(table: readonly (readonly number[])[], isHidden: (row: number, column: number) => boolean, bare: At): At {
  const shown = cellsOf(table).filter(({ row, column }) => !isHidden(row, column)).sort((a, b) => a.count - b.count);
  return shown.find(({ row, column }) => row === bare.row || column === bare.column) ?? shown[0]!;
}

