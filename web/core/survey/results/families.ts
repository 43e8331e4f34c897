/**
 * Tables that tell of each other. How many were asked a question follows from the answers
 * to the one it depends on, and a net promoter score from three groups of its scale. So
 * an answer's table is parted along these lines, and the sums of the parts are taken to
 * be known; a line that would make a part small is not drawn, and what it stands for is
 * not shown.
 */
import type { SurveyAnswers, SurveyDefinition, SurveyQuestion } from "../../survey_api.ts";
import { chosen, wasAsked } from "./asked.ts";
import { isSmall } from "./suppress.ts";

/** A line through the cells of a table: on which side each is. */
export interface Line {
  /** The question that depends on it, or "nps". */
  readonly of: string;
  readonly sideOf: (cell: number) => number;
}

export interface Parted {
  /** By cell: the part it is in. */
  readonly classes: readonly number[];
  /** The lines that could be drawn. */
  readonly drawn: ReadonlySet<string>;
}

export function part(counts: readonly number[], lines: readonly Line[]): Parted {
  let names = counts.map(() => "");
  const drawn = new Set<string>();
  for (const { of, sideOf } of lines) {
    const finer = names.map((name, cell) => `${name} ${sideOf(cell)}`);
    if (sumsOf(counts, finer).some(isSmall)) continue;
    names = finer;
    drawn.add(of);
  }
  const order = [...new Set(names)];
  return { classes: names.map((name) => order.indexOf(name)), drawn };
}

function sumsOf(counts: readonly number[], names: readonly string[]): readonly number[] {
  const sums = new Map<string, number>();
  names.forEach((name, cell) => sums.set(name, (sums.get(name) ?? 0) + (counts[cell] ?? 0)));
  return [...sums.values()];
}

/** Detractors, passives and promoters of a scale from 0 to 10; who gave no answer stands apart. */
const npsSide = (cell: number): number => (cell <= 6 ? 0 : cell <= 8 ? 1 : cell <= 10 ? 2 : 3);

/** The lines through a question's table, for what is asked after it and made of it. */
export function linesOf(definition: SurveyDefinition, question: SurveyQuestion): readonly Line[] {
  if (question.kind !== "choice" && question.kind !== "scale") return [];
  const first = question.kind === "scale" ? question.from : 0;
  const asked = definition.questions.filter(({ when }) => when?.question === question.id)
    .map(({ id, when }): Line => ({ of: id, sideOf: (cell) => (when?.anyOf.includes(cell + first) ? 1 : 0) }));
  const nps = definition.scores.some(({ kind, questions }) => kind === "nps" && questions[0] === question.id);
  return nps ? [...asked, { of: "nps", sideOf: npsSide }] : asked;
}

/**
 * Whether a question that depends on options of "several" can be shown: of all ways to
 * choose among these options none is small, so that neither their own tables nor how many
 * were asked tells a small number.
 */
export function mayAskAfterSeveral(parent: SurveyQuestion, child: SurveyQuestion, responses: readonly SurveyAnswers[]): boolean {
  const options = [...new Set(child.when?.anyOf)];
  const ways = new Array<number>(2 ** Math.min(options.length, 20)).fill(0);
  for (const answers of responses.filter((each) => wasAsked(parent, each))) {
    ways[options.reduce((way, option, at) => (chosen(answers[parent.id]).includes(option) ? way | (1 << at) : way), 0)]! += 1;
  }
  return !ways.some(isSmall);
}
