/**
 * What is shown of a survey tells of nobody. An attacker who counts has all that is
 * published (tables, cross-tables, scores, what was published before) and goes through
 * every survey that could be behind it. One who also knows the rules goes through those
 * alone from which the rules make the same. Both are played by brute force, by code that
 * shares nothing with the rules.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { suppressCross } from "../survey/results/cross.ts";
import { comparable, countLater, makeCrossTable, makeResults, makeTexts, publishable, type ReadBatch } from "../survey/results/index.ts";
import { ofMean, ofNps, studentT, wilson } from "../survey/results/interval.ts";
import { suppress } from "../survey/results/suppress.ts";
import { crossable, type SurveyAnswers, type SurveyDefinition, type SurveyResults } from "../survey_api.ts";
import { below, choice, dates, matrix, random, scale, several, surveyOf, text } from "./survey_made.ts";

const LEAST = 5;

/** What can be answered, by somebody who is asked what a survey asks. */
interface World { readonly definition: SurveyDefinition; readonly answers: readonly SurveyAnswers[]; readonly size: number }

/** A batch of which each response is a valid answer. */
const whole = (responses: readonly SurveyAnswers[]): ReadBatch => ({ released: responses.length, responses });

/** Every way in which `size` people may have answered: how many gave each answer. */
function* everyWay(size: number, kinds: number): Generator<readonly number[]> {
  if (kinds === 1) { yield [size]; return; }
  for (let first = 0; first <= size; first++) for (const rest of everyWay(size - first, kinds - 1)) yield [first, ...rest];
}
const peopleOf = ({ answers }: World, way: readonly number[]): readonly SurveyAnswers[] => way.flatMap((count, kind) => new Array<SurveyAnswers>(count).fill(answers[kind]!));

/** What is protected: the cells of all tables, by whether an answer is in them. `at`: where a published result has them. */
interface Protected { readonly name: string; readonly member: readonly boolean[]; readonly shown: (of: Published) => number | null }
interface Published { readonly results: SurveyResults; readonly crosses: ReadonlyMap<string, readonly (readonly (number | null)[])[]> }

const publish = (definition: SurveyDefinition, people: readonly SurveyAnswers[]): Published => ({
  results: makeResults(definition, [whole(people)], true),
  crosses: new Map((crossable(definition)?.others ?? []).map((other) => [other, makeCrossTable(definition, [whole(people)], true, crossable(definition)!.by, other)!.counts])),
});

function cellsOf(world: World): readonly Protected[] {
  const { definition, answers } = world;
  const member = (is: (each: SurveyAnswers) => boolean) => answers.map(is);
  const inCell = (question: SurveyDefinition["questions"][number], cell: number) => (each: SurveyAnswers): boolean => {
    const answer = each[question.id];
    if (question.kind === "choice") return cell < question.options.length ? answer === cell : answer === undefined;
    if (question.kind === "scale") return cell <= question.to - question.from ? answer === cell + question.from : answer === undefined;
    return ((answer ?? []) as readonly number[]).includes(cell);
  };
  const sizeOf = (question: SurveyDefinition["questions"][number]): number =>
    (question.kind === "choice" || question.kind === "several" ? question.options.length : question.kind === "scale" ? question.to - question.from + 1 : 0) + (question.required || question.kind === "several" ? 0 : 1);
  const askedAt = (question: SurveyDefinition["questions"][number]) => (each: SurveyAnswers): boolean =>
    question.when === undefined || question.when.anyOf.some((value) => [each[question.when!.question]].flat().includes(value));
  const list: Protected[] = [];
  definition.questions.forEach((question, at) => {
    const part = (of: Published) => of.results.tables[at]?.parts[0];
    list.push({ name: `${question.id} asked`, member: member(askedAt(question)), shown: (of) => part(of)?.of ?? null });
    for (let cell = 0; cell < sizeOf(question); cell++) {
      list.push({ name: `${question.id}[${cell}]`, member: member((each) => askedAt(question)(each) && inCell(question, cell)(each)), shown: (of) => part(of)?.cells[cell]?.count ?? null });
      if (question.kind === "several") list.push({ name: `${question.id}[not ${cell}]`, member: member((each) => askedAt(question)(each) && !inCell(question, cell)(each)), shown: () => null });
    }
  });
  const able = crossable(definition);
  const byId = (id: string) => definition.questions.find((question) => question.id === id)!;
  for (const other of able?.others ?? []) for (let row = 0; row < sizeOf(byId(able!.by)); row++) for (let column = 0; column < sizeOf(byId(other)); column++) {
    list.push({ name: `${able!.by}[${row}] and ${other}[${column}]`, member: member((each) => inCell(byId(able!.by), row)(each) && inCell(byId(other), column)(each)), shown: (of) => of.crosses.get(other)?.[row]?.[column] ?? null });
  }
  // A cell in which nobody can be is known to be empty without any survey.
  return list.filter(({ member, name }) => member.some(Boolean) && !(name.endsWith("asked") && member.every(Boolean)));
}

/** The figures that scores show, worked out from their definitions alone. */
function figuresOf({ definition, answers }: World, way: readonly number[]): readonly number[] {
  const size = way.reduce((sum, count) => sum + count, 0);
  return definition.scores.map(({ kind, questions }) => {
    const total = (figure: (each: SurveyAnswers) => number) => way.reduce((sum, count, at) => sum + count * figure(answers[at]!), 0);
    if (kind === "nps") {
      const counted = total((each) => (each[questions[0]!] === undefined ? 0 : 1));
      return (100 * total((each) => { const answer = each[questions[0]!] as number | undefined; return answer === undefined ? 0 : answer >= 9 ? 1 : answer <= 6 ? -1 : 0; })) / counted;
    }
    return total((each) => questions.reduce((sum, id) => sum + (each[id] as number), 0)) / size / questions.length;
  });
}

type Found = string | undefined;

/** What a published survey tells of one of the protected cells: that it holds fewer than five. */
function toldBy(cells: readonly Protected[], of: Published, fitting: Iterable<readonly number[]>): Found {
  const most = cells.map(() => -1);
  for (const counts of fitting) counts.forEach((count, at) => { if (count > most[at]!) most[at] = count; });
  const at = most.findIndex((count) => count < LEAST);
  return at < 0 ? undefined : `${cells[at]!.name} is at most ${most[at]}: ${JSON.stringify(of.results)} ${JSON.stringify([...of.crosses])}`;
}

interface Played { readonly cells: readonly Protected[]; readonly ways: readonly { readonly way: readonly number[]; readonly counts: readonly number[]; readonly figures: readonly number[] }[] }

function play(world: World): Played {
  const cells = cellsOf(world);
  const count = (way: readonly number[], member: readonly boolean[]) => way.reduce((sum, each, at) => sum + (member[at] ? each : 0), 0);
  return { cells, ways: [...everyWay(world.size, world.answers.length)].map((way) => ({ way, counts: cells.map(({ member }) => count(way, member)), figures: figuresOf(world, way) })) };
}

/** Counts what is shown. */
function countingTells({ definition }: World, { cells, ways }: Played, of: Published): Found {
  const shown = cells.map(({ shown }) => shown(of));
  const near = (score: number, figure: number) => {
    const { value, kind } = of.results.scores[score]!;
    return value === undefined || Math.abs(value - figure) <= (kind === "nps" ? 0.5 : 0.05) + 1e-9;
  };
  const fitting = ways.filter(({ counts, figures }) => counts.every((count, at) => shown[at] === null || shown[at] === count) && figures.every((figure, score) => near(score, figure)));
  assert.ok(fitting.length > 0, `what is shown is not true: ${JSON.stringify(of.results)} of ${JSON.stringify(definition.questions)}`);
  return toldBy(cells, of, fitting.map(({ counts }) => counts));
}

/** Knows the rules as well, and looks at all surveys from which they make the same: what cell below five has one value in all of them. */
function rulesTell(world: World, { cells, ways }: Played): Found {
  const alike = new Map<string, { readonly least: number[]; readonly most: number[] }>();
  for (const { way, counts } of ways) {
    const of = publish(world.definition, peopleOf(world, way));
    const key = JSON.stringify([of.results, [...of.crosses]]);
    const group = alike.get(key);
    if (!group) alike.set(key, { least: [...counts], most: [...counts] });
    else counts.forEach((count, at) => {
      group.least[at] = Math.min(group.least[at]!, count);
      group.most[at] = Math.max(group.most[at]!, count);
    });
  }
  for (const [key, { least, most }] of alike) {
    const at = most.findIndex((count, cell) => count < LEAST && count === least[cell]);
    if (at >= 0) return `${cells[at]!.name} is ${most[at]}: ${key}`;
  }
  return undefined;
}

const both = (...lists: readonly (readonly SurveyAnswers[])[]): readonly SurveyAnswers[] => lists.reduce((all, list) => all.flatMap((one) => list.map((other) => ({ ...one, ...other }))), [{}]);
const values = (id: string, from: number, to: number): readonly SurveyAnswers[] => Array.from({ length: to - from + 1 }, (_, at) => ({ [id]: at + from }));

const WORLDS: Readonly<Record<string, World>> = {
  "one choice": { definition: surveyOf([choice("q1", 4)]), answers: values("q1", 0, 3), size: 24 },
  "a choice that may be left out": { definition: surveyOf([choice("q1", 2, { required: false })]), answers: [...values("q1", 0, 1), {}], size: 30 },
  "two choices, crossed": { definition: surveyOf([choice("q1", 2), choice("q2", 3)]), answers: both(values("q1", 0, 1), values("q2", 0, 2)), size: 17 },
  "two choices, one of which may be left out": { definition: surveyOf([choice("q1", 2, { required: false }), choice("q2", 2)]), answers: both([...values("q1", 0, 1), {}], values("q2", 0, 1)), size: 18 },
  "three choices that cross one": { definition: surveyOf([choice("q1", 2), choice("q2", 2), choice("q3", 2)]), answers: both(values("q1", 0, 1), values("q2", 0, 1), values("q3", 0, 1)), size: 12 },
  "a question asked of some": { definition: surveyOf([choice("q1", 2), choice("q2", 3, { when: { question: "q1", anyOf: [0] } })]), answers: [{ q1: 1 }, ...both([{ q1: 0 }], values("q2", 0, 2))], size: 28 },
  "two questions asked of some, one of those again": {
    definition: surveyOf([choice("q1", 3), choice("q2", 2, { when: { question: "q1", anyOf: [0, 1] } }), choice("q3", 2, { required: false, when: { question: "q2", anyOf: [1] } })]),
    answers: [{ q1: 2 }, { q1: 0, q2: 0 }, { q1: 1, q2: 0 }, { q1: 0, q2: 1, q3: 0 }, { q1: 1, q2: 1, q3: 1 }, { q1: 1, q2: 1 }], size: 18,
  },
  "several": { definition: surveyOf([several("q1", 2, { required: false })]), answers: [{}, { q1: [0] }, { q1: [1] }, { q1: [0, 1] }], size: 24 },
  "several, at least one": { definition: surveyOf([several("q1", 2)]), answers: [{ q1: [0] }, { q1: [1] }, { q1: [0, 1] }], size: 36 },
  "asked of who chose one of several": { definition: surveyOf([several("q1", 2, { required: false }), choice("q2", 2, { when: { question: "q1", anyOf: [0, 1] } })]), answers: [{}, ...both([{ q1: [0] }, { q1: [1] }, { q1: [0, 1] }], values("q2", 0, 1))], size: 11 },
  "a mean of two scales": { definition: surveyOf([scale("q1", 1, 3), scale("q2", 1, 2)], { scores: [{ kind: "mean", name: { en: "m" }, questions: ["q1", "q2"] }] }), answers: both(values("q1", 1, 3), values("q2", 1, 2)), size: 13 },
  "a mean of one scale": { definition: surveyOf([scale("q1", 0, 4)], { scores: [{ kind: "mean", name: { en: "m" }, questions: ["q1"] }] }), answers: values("q1", 0, 4), size: 20 },
};
// Between the answers to a scale of eleven that somebody gives there are none to be protected.
const RECOMMEND: World = { definition: surveyOf([scale("q1", 0, 10)], { scores: [{ kind: "nps", name: { en: "n" }, questions: ["q1"] }] }), answers: [0, 6, 7, 8, 9, 10].map((q1) => ({ q1 })), size: 18 };

for (const [name, world] of [...Object.entries(WORLDS), ["a net promoter score", RECOMMEND] as const]) {
  test(`no count below five can be told: ${name}`, () => {
    const played = play(world);
    const next = random(name.length);
    for (let round = 0; round < 120; round++) {
      const { way } = played.ways[below(next, played.ways.length)]!;
      const found = countingTells(world, played, publish(world.definition, peopleOf(world, way)));
      assert.equal(found, undefined, `${JSON.stringify(way)}: ${found}`);
    }
    assert.equal(rulesTell(world, played), undefined);
  });
}

test("no count below five can be told: a mean beside two tables that hide something", () => {
  // A mean says nothing of who gave which two answers: so what each scale's table may have been is gone through, not who gave what.
  const size = 20;
  const definition = surveyOf([scale("q1", 1, 3), scale("q2", 1, 3)], { scores: [{ kind: "mean", name: { en: "m" }, questions: ["q1", "q2"] }] });
  const tables = [...everyWay(size, 3)];
  const spread = (way: readonly number[]) => way.flatMap((count, at) => new Array<number>(count).fill(at + 1));
  const alike = new Map<string, number[][]>();
  let means = 0;
  for (const one of tables) for (const other of tables) {
    const [first, second] = [spread(one), spread(other)];
    const { tables: shown, scores: [score] } = makeResults(definition, [whole(first.map((q1, at) => ({ q1, q2: second[at]! })))], true);
    if (score!.value === undefined || shown.every(({ mean }) => mean)) continue;
    means++;
    const key = JSON.stringify([shown.map(({ parts }) => parts[0]!.cells.map(({ count }) => count)), score!.value.toFixed(1)]);
    alike.set(key, [...(alike.get(key) ?? []), [...one, ...other]]);
  }
  assert.ok(means > 500, `${means} means were shown beside hidden cells`);
  for (const [key, fitting] of alike) {
    for (let cell = 0; cell < 6; cell++) {
      const counts = new Set(fitting.map((way) => way[cell]!));
      assert.ok(counts.size > 1 || [...counts][0]! >= LEAST, `${cell} is ${[...counts].join()}: ${key}`);
    }
    const [cells, mean] = JSON.parse(key) as [(number | null)[][], string];
    const most = new Array<number>(6).fill(0);
    for (const one of tables.filter((way) => cells[0]!.every((count, at) => count === null || count === way[at]))) {
      for (const other of tables.filter((way) => cells[1]!.every((count, at) => count === null || count === way[at]))) {
        const all = [...one, ...other];
        const figure = all.reduce((sum, count, at) => sum + count * ((at % 3) + 1), 0) / size / 2;
        if (Math.abs(figure - Number(mean)) <= 0.05 + 1e-9) all.forEach((count, at) => { most[at] = Math.max(most[at]!, count); });
      }
    }
    assert.ok(most.every((count) => count >= LEAST), `${most.join()}: ${key}`);
  }
});

test("small cells that are taken out without others are found", () => {
  const world = WORLDS["two choices, crossed"]!;
  const played = play(world);
  const bare = (count: number) => (count < LEAST ? null : count);
  const people = peopleOf(world, [7, 0, 0, 2, 0, 8]);
  const honest = publish(world.definition, people);
  const counts = (id: string, cells: number) => Array.from({ length: cells }, (_, cell) => ({ count: bare(people.filter((each) => each[id] === cell).length) }));
  const careless: Published = {
    results: { ...honest.results, tables: honest.results.tables.map((table, at) => ({ ...table, parts: [{ of: people.length, cells: counts(table.question, at === 0 ? 2 : 3) }] })) },
    crosses: new Map([["q2", [0, 1].map((row) => [0, 1, 2].map((column) => bare(people.filter(({ q1, q2 }) => q1 === row && q2 === column).length)))]]),
  };
  assert.equal(countingTells(world, played, honest), undefined);
  assert.match(countingTells(world, played, careless) ?? "", /is at most [0-4]/u);
});

/** Every table of whole numbers with these margins that has what is shown. */
function* everyTable(shown: readonly (readonly (number | null)[])[], rows: readonly number[], columns: readonly number[]): Generator<readonly (readonly number[])[]> {
  const [row, ...below] = shown;
  if (!row) { if (columns.every((left) => left === 0)) yield []; return; }
  const fill = function* (at: number, left: number, spent: readonly number[]): Generator<readonly number[]> {
    if (at === row.length) { if (left === 0) yield spent; return; }
    const fixed = row[at];
    for (let count = fixed ?? 0; count <= Math.min(fixed ?? left, left, columns[at]!); count++) yield* fill(at + 1, left - count, [...spent, count]);
  };
  for (const line of fill(0, rows[0]!, [])) for (const rest of everyTable(below, rows.slice(1), columns.map((left, at) => left - line[at]!))) yield [line, ...rest];
}

test("of thousands of cross-tables none tells of a small cell, by whichever table fits it", () => {
  const next = random(7);
  let shownAtAll = 0;
  let careless = 0;
  for (let round = 0; round < 1500; round++) {
    const [height, width] = [2 + below(next, 2), 2 + below(next, 2)];
    const table = Array.from({ length: height }, () => Array.from({ length: width }, () => below(next, 3) === 0 ? 5 + below(next, 9) : below(next, 6)));
    const rows = table.map((counts) => counts.reduce((sum, count) => sum + count, 0));
    const columns = table[0]!.map((_, column) => table.reduce((sum, counts) => sum + counts[column]!, 0));
    if ([...rows, ...columns].some((margin) => margin < LEAST)) continue;
    const tells = (shown: readonly (readonly (number | null)[])[]): boolean => {
      const most = table.map((counts) => counts.map(() => 0));
      const open = () => most.some((counts) => counts.some((count) => count < LEAST));
      for (const fits of everyTable(shown, rows, columns)) {
        fits.forEach((counts, row) => counts.forEach((count, column) => { most[row]![column] = Math.max(most[row]![column]!, count); }));
        if (!open()) return false;
      }
      return open();
    };
    const shown = suppressCross(table);
    assert.ok(!tells(shown), JSON.stringify({ table, shown }));
    shownAtAll += shown.flat().some((count) => count !== null) ? 1 : 0;
    careless += tells(table.map((counts) => counts.map((count) => (count < LEAST ? null : count)))) ? 1 : 0;
  }
  assert.ok(shownAtAll > 200 && careless > 200, `${shownAtAll} showed something, ${careless} would have told without more`);
});

test("of thousands of tables what is hidden holds five at least, and no cell of it is known", () => {
  const next = random(8);
  for (let round = 0; round < 5000; round++) {
    const counts = Array.from({ length: 2 + below(next, 9) }, () => (below(next, 2) === 0 ? below(next, 6) : below(next, 40)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < LEAST) continue;
    const shown = suppress(counts, counts.map(() => 0));
    const hidden = counts.filter((_, cell) => shown[cell] === null);
    assert.ok(shown.every((count, cell) => count === null || (count === counts[cell] && count >= LEAST)));
    assert.ok(hidden.length === 0 || (hidden.length > 1 && hidden.reduce((sum, count) => sum + count, 0) >= LEAST), JSON.stringify({ counts, shown }));
  }
});

test("what is shown after a further batch tells nothing of the answers that came in between", () => {
  // Thirty answers, published, and six to twelve more before the close: of both is gone through what they may have been.
  const definition = surveyOf([choice("q1", 3)], { release: "batches" });
  const answers = values("q1", 0, 2);
  const earlier = [...everyWay(30, 3)];
  const next = random(9);
  for (let round = 0; round < 40; round++) {
    const ways = [...everyWay(6 + below(next, 7), 3)];
    const people = (way: readonly number[]) => peopleOf({ definition, answers, size: 0 }, way);
    const cellsShown = (batches: readonly (readonly SurveyAnswers[])[], closed: boolean) => makeResults(definition, batches.map(whole), closed).tables[0]!.parts[0]!;
    const [first, second] = [earlier[below(next, earlier.length)]!, ways[below(next, ways.length)]!];
    const [before, after] = [cellsShown([people(first)], false), cellsShown([people(first), people(second)], true)];
    assert.deepEqual(cellsShown([people(first), people(second)], false), before, "a block that is not full shows nothing yet");
    const most = [0, 0, 0];
    const fits = (shown: typeof before, way: readonly number[]) => shown.cells.every(({ count }, cell) => count === null || count === way[cell]);
    for (const one of earlier.filter((way) => fits(before, way))) {
      for (const other of ways) {
        const all = after.of === 30 ? one : one.map((count, cell) => count + other[cell]!);
        if (fits(after, all)) other.forEach((count, cell) => { most[cell] = Math.max(most[cell]!, count); });
      }
    }
    assert.ok(most.every((count) => count >= LEAST), JSON.stringify({ first, second, before, after, most }));
  }
});

test("below the smallest number there is nothing, and what waits is counted with what comes later", () => {
  const definition = surveyOf([choice("q1", 2), text("q2")], { smallest: 8, release: "batches" });
  const people = (count: number) => Array.from({ length: count }, (_, at): SurveyAnswers => ({ q1: at % 2, q2: `words ${at}` }));
  assert.deepEqual(makeResults(surveyOf(definition.questions, { smallest: 8 }), [whole(people(7))], true), { v: 1, smallest: 8, tables: [], scores: [] });
  assert.deepEqual(makeResults(definition, [whole(people(8)), whole(people(8))], false), { v: 1, smallest: 8, tables: [], scores: [] });
  assert.equal(countLater(definition, [whole(people(8)), whole(people(8))], false), 16);
  assert.equal(makeResults(definition, [whole(people(8)), whole(people(8))], true).answered, 16);
  assert.equal(makeResults(definition, [whole(people(16)), whole(people(16)), whole(people(8))], false).answered, 32);
  assert.equal(countLater(definition, [whole(people(16)), whole(people(16)), whole(people(8))], false), 8);
  assert.equal(makeCrossTable(definition, [whole(people(8))], false, "q1", "q2"), undefined);
});

test("a response that is withdrawn after it was released moves nobody else into another block", () => {
  const definition = surveyOf([choice("q1", 2)], { smallest: 8, release: "batches" });
  const people = (count: number, q1: number): readonly SurveyAnswers[] => Array.from({ length: count }, () => ({ q1 }));
  const [first, second, third] = [people(30, 0), people(20, 1), people(10, 0)];
  const counts = (withdrawn: number) => {
    const { answered, tables: [table] } = makeResults(definition, [{ released: 30, responses: first.slice(withdrawn) }, whole([...second, ...third])], false);
    return { answered, cells: table!.parts[0]!.cells.map(({ count }) => count) };
  };
  assert.deepEqual(counts(0), { answered: 60, cells: [10, 20] });
  assert.equal(counts(1).answered, 59);
  assert.equal(makeResults(definition, [{ released: 30, responses: first.slice(23) }], true).answered, undefined, "of seven nothing is shown");
});

test("texts come apart from all else, five new ones at least, in an order of chance", () => {
  const definition = surveyOf([choice("q1", 2), text("q2", { required: false })], { release: "batches" });
  const people = (count: number, of: string) => Array.from({ length: 30 }, (_, at): SurveyAnswers => (at < count ? { q1: 0, q2: `${of} ${at}` } : { q1: 1 }));
  const shown = (...batches: (readonly SurveyAnswers[])[]) => makeTexts(definition, batches.map(whole), false)["q2"]!;
  assert.equal(shown(people(4, "a")).length, 0);
  assert.equal(shown(people(4, "a"), people(1, "b")).length, 5);
  assert.equal(shown(people(6, "a"), people(4, "b")).length, 6);
  const orders = new Set(Array.from({ length: 20 }, () => shown(people(9, "a")).join()));
  assert.ok(orders.size > 1, "an order of chance");
  assert.deepEqual([...shown(people(9, "a"))].sort(), people(9, "a").slice(0, 9).map(({ q2 }) => q2));
  assert.ok(!JSON.stringify(publishable({ ...makeResults(definition, [whole(people(9, "a"))], true), texts: {} } as SurveyResults)).includes("texts"));
});

test("a matrix, times and several are counted into their cells", () => {
  const definition = surveyOf([matrix("q1", 2, 2, { required: false }), dates("q2", { required: false }), several("q3", 3, { required: false }), scale("q4", 1, 2)]);
  const people = Array.from({ length: 40 }, (_, at): SurveyAnswers => ({
    q1: [at < 25 ? 0 : 1, at < 30 ? 1 : null], q2: ["2026-11-01", at < 10 ? "2026-11-07" : at < 20 ? "2026-11-08" : at < 30 ? "2027-01-30" : "2028-01-01"], q3: at < 20 ? [0, 1] : [1], q4: at < 10 ? 1 : 2,
  }));
  const counts = (at: number) => makeResults(definition, [whole(people)], true).tables[at]!.parts.map(({ cells }) => cells.map(({ count }) => count));
  assert.deepEqual(counts(0), [[null, 15, null], [null, null, 10]], "nobody left the first row out, ten the second, where nobody chose the first column");
  assert.deepEqual(counts(1), [[null, 10, 10, null, 10, null]], "nobody up to a year or without an answer, and the next after these");
  assert.deepEqual(counts(2), [[20, null, null]]);
  const { mean } = makeResults(definition, [whole(people)], true).tables[3]!;
  assert.equal(mean?.value, 1.75);
});

test("intervals are those of the literature", () => {
  const near = (found: readonly number[], known: readonly number[], within: number) => found.forEach((value, at) => assert.ok(Math.abs(value - known[at]!) <= within, `${found} is not ${known}`));
  // Newcombe 1998, table I, method 3.
  near(wilson(81, 263), [25.53, 36.62], 0.005);
  near(wilson(15, 148), [6.24, 16.05], 0.005);
  near(wilson(0, 20), [0, 16.11], 0.005);
  near(wilson(1, 29), [0.61, 17.18], 0.005);
  near([studentT(4), studentT(10), studentT(30), studentT(120)], [2.776, 2.228, 2.042, 1.98], 0.003);
  // Ten values 1 to 10: mean 5.5, standard deviation 3.0277, t 2.262.
  near(ofMean(5.5, 82.5 / 9, 10, [0, 10]), [3.334, 7.666], 0.002);
  // 30 promoters, 10 detractors of 60, with three more: (30.75 - 10.75) / 63 and its Wald interval.
  near(ofNps(30, 10, 60), [13.3, 50.19], 0.05);
  assert.deepEqual(ofNps(8, 0, 8)[1] <= 100, true);
});

test("rounds are compared by the same questions alone", () => {
  const before = surveyOf([choice("q1", 2), scale("q2", 0, 10), choice("q3", 3)]);
  const now = surveyOf([choice("q1", 2), scale("q2", 1, 10), choice("q3", 3, { required: false })]);
  const people = Array.from({ length: 12 }, (_, at): SurveyAnswers => ({ q1: at % 2, q2: 5, q3: 0 }));
  assert.deepEqual(comparable(now, before, makeResults(before, [whole(people)], true)).tables.map(({ question }) => question), ["q1"]);
});
