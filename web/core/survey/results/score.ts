/**
 * One figure of some answers. A net promoter score is made of three groups that the
 * scale's table is parted by. A mean over several scales says something of each cell of
 * each of them: it is shown where, with all that is published, every hidden cell may
 * still hold five.
 */
import { type ScaleQuestion, type ScoreTable, SMALLEST_LEAST, type SurveyDefinition, type SurveyScore } from "../../survey_api.ts";
import type { Block, BlockTable } from "./block.ts";
import { largestVariance, ofMean, ofNps } from "./interval.ts";
import { shownMeans } from "./room.ts";
import { sum } from "./suppress.ts";

type Interval = readonly [low: number, high: number];

/** By score; what is not shown has no figure. */
export function scoresOf(definition: SurveyDefinition, blocks: readonly Block[]): readonly ScoreTable[] {
  const means = blocks.map((block) => meansOf(definition, block));
  return definition.scores.map((score, at) => (score.kind === "nps" ? nps(score, blocks) : together(score.kind, means.flatMap((block) => block[at] ?? []), rangeOf(definition, score))));
}

function nps({ kind, questions: [question = ""] }: SurveyScore, blocks: readonly Block[]): ScoreTable {
  const counts = blocks.flatMap(({ tables }) => { const table = tables.get(question); return table?.drawn.has("nps") ? [table.parts[0]!.all.slice(0, 11)] : []; });
  const of = sum(counts.flat());
  if (of === 0) return { kind, of: null };
  const [promoters, detractors] = [sum(counts.flatMap((cells) => cells.slice(9))), sum(counts.flatMap((cells) => cells.slice(0, 7)))];
  return { kind, of, value: Math.round(((promoters - detractors) / of) * 100), interval: ofNps(promoters, detractors, of) };
}

interface Mean { readonly of: number; readonly value: number; readonly interval: Interval }

/** The mean of the blocks' figures as each was shown, by how many answered. */
function together(kind: SurveyScore["kind"], means: readonly Mean[], [least, most]: Interval): ScoreTable {
  const of = sum(means.map((mean) => mean.of));
  if (of === 0) return { kind, of: null };
  const value = sum(means.map((mean) => mean.value * mean.of)) / of;
  const side = (at: 0 | 1) => Math.hypot(...means.map((mean) => (mean.interval[at] - mean.value) * mean.of)) / of;
  return { kind, of, value, interval: [Math.max(least, value - side(0)), Math.min(most, value + side(1))] };
}

/** What a figure is counted in: points of its scale for each unit of all answers added up, and what it is rounded to. */
interface Unit { readonly points: number; readonly step: number }
const unitOf = ({ kind, questions }: SurveyScore): Unit => (kind === "who5" ? { points: 4, step: 1 } : { points: 1 / questions.length, step: 0.1 });

function rangeOf({ questions }: SurveyDefinition, { kind, questions: ids }: SurveyScore): Interval {
  if (kind === "who5") return [0, 100];
  const scale = questions.find(({ id }) => id === ids[0]) as ScaleQuestion;
  return [scale.from, scale.to];
}

/** By score, those of one block that are shown. A question that is not shown whole stands in one mean only, the first. */
function meansOf(definition: SurveyDefinition, block: Block): readonly (Mean | undefined)[] {
  return definition.scores.map((score, at) => {
    const tables = score.kind === "nps" ? undefined : scalesOf(definition, score, block);
    if (!tables) return undefined;
    const whole = tables.every(isWhole);
    const before = definition.scores.slice(0, at).filter(({ kind }) => kind !== "nps").flatMap(({ questions }) => questions);
    if (!whole && score.questions.some((id) => before.includes(id))) return undefined;
    return meanOf(score, tables, block, rangeOf(definition, score), whole);
  });
}

const isWhole = ({ parts }: BlockTable): boolean => parts[0]!.counts.every((count) => count !== null);

/** The tables of a score's questions, where the same people were asked all of them and had to answer. */
function scalesOf(definition: SurveyDefinition, { questions }: SurveyScore, { tables }: Block): readonly BlockTable[] | undefined {
  const found = questions.map((id) => tables.get(id));
  const condition = JSON.stringify(found[0]?.question.when);
  const complete = (table: BlockTable | undefined): table is BlockTable => {
    if (table?.question.kind !== "scale") return false;
    const { question: { required, from, to, when }, parts } = table as BlockTable & { readonly question: ScaleQuestion };
    return required && parts[0]!.all.length === to - from + 1 && JSON.stringify(when) === condition;
  };
  return found.every(complete) ? found : undefined;
}

function meanOf(score: SurveyScore, tables: readonly BlockTable[], { responses }: Block, range: Interval, whole: boolean): Mean | undefined {
  const { points, step } = unitOf(score);
  const values = responses.filter((answers) => answers[score.questions[0]!] !== undefined).map((answers) => sum(score.questions.map((id) => answers[id] as number)) * points);
  const of = values.length;
  if (of < SMALLEST_LEAST) return undefined;
  const mean = sum(values) / of;
  const rounded = (total: number) => Math.round((total * points) / of / step);
  const at = rounded(Math.round((mean * of) / points));
  if (!whole && !shownMeans(tables, rounded, (step * of) / points).has(at)) return undefined;
  const value = at * step;
  const variance = whole ? sum(values.map((each) => (each - mean) ** 2)) / (of - 1) : largestVariance(Math.min(range[1], Math.max(range[0], value)), of, range);
  return { of, value, interval: ofMean(value, variance, of, range) };
}
