/** What one block of responses shows: every table of it, made safe together. */
import type { Count, SurveyAnswers, SurveyDefinition, SurveyQuestion } from "../../survey_api.ts";
import { type Counted, counted } from "./counted.ts";
import { linesOf, mayAskAfterSeveral, part } from "./families.ts";
import { isSmall, sum, suppress } from "./suppress.ts";

export interface BlockPart {
  /** How many were asked; 0 where nothing is shown. */
  readonly of: number;
  readonly counts: readonly Count[];
  /** As it is, for what is made beside it; never shown. */
  readonly all: readonly number[];
  /** By cell: the part of the table it is in, whose sum is taken to be known. */
  readonly classes: readonly number[];
  /** Cells that are told apart from each other only by their sum: each shown cell, each part's hidden ones. */
  readonly groups: readonly (readonly number[])[];
}
export interface BlockTable {
  readonly question: SurveyQuestion;
  readonly parts: readonly BlockPart[];
  /** Questions asked after it, and "nps", that may be shown. */
  readonly drawn: ReadonlySet<string>;
}
export interface Block {
  readonly responses: readonly SurveyAnswers[];
  /** By question, those that are shown. */
  readonly tables: ReadonlyMap<string, BlockTable>;
  /** Of a text too, which has no table: whether how many were asked it may be known. */
  readonly shows: (question: SurveyQuestion) => boolean;
}

export function makeBlock(definition: SurveyDefinition, responses: readonly SurveyAnswers[]): Block {
  const tables = new Map<string, BlockTable>();
  const shows = ({ when, id }: SurveyQuestion) => when === undefined || (tables.get(when.question)?.drawn.has(id) ?? false);
  for (const question of definition.questions) {
    if (shows(question) && question.kind !== "text") tables.set(question.id, tableOf(definition, question, responses));
  }
  return { responses, tables, shows };
}

function tableOf(definition: SurveyDefinition, question: SurveyQuestion, responses: readonly SurveyAnswers[]): BlockTable {
  const all = counted(question, responses);
  if (question.kind === "several") return { question, parts: [severalPart(all, question.required)], drawn: askedAfterSeveral(definition, question, responses) };
  const lines = linesOf(definition, question);
  const parted = all.map(({ counts }) => part(counts, lines));
  return {
    question, drawn: parted[0]?.drawn ?? new Set(),
    parts: all.map(({ of, counts }, at) => {
      const { classes } = parted[at]!;
      const shown = suppress(counts, classes);
      return { of, counts: shown, all: counts, classes, groups: groupsOf(shown, classes) };
    }),
  };
}

function groupsOf(shown: readonly Count[], classes: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  shown.forEach((count, cell) => {
    const name = count === null ? `part ${classes[cell]}` : `cell ${cell}`;
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  });
  return [...groups.values()];
}

const askedAfterSeveral = (definition: SurveyDefinition, question: SurveyQuestion, responses: readonly SurveyAnswers[]) =>
  new Set(definition.questions.filter((child) => child.when?.question === question.id && mayAskAfterSeveral(question, child, responses)).map(({ id }) => id));

/**
 * Of each option is known, beside who chose it, who did not. Where at least one has to be
 * chosen, all options together also tell how many choices were made beyond one each.
 */
function severalPart(all: readonly Counted[], required: boolean): BlockPart {
  const of = all[0]?.of ?? 0;
  const chose = all.map(({ counts }) => counts[0] ?? 0);
  const counts = all.map((option): Count => suppress(option.counts, [0, 0])[0] ?? null);
  if (required && !counts.includes(null) && isSmall(sum(chose) - of)) counts[chose.indexOf(Math.min(...chose))] = null;
  return { of, counts, all: chose, classes: chose.map(() => 0), groups: chose.map((_, option) => [option]) };
}
