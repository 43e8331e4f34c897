/** Definitions that are read or refused, drafts with what stands against them, what is a valid answer, and when a response leaves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromUtf8, utf8 } from "../bytes.ts";
import { generateSealingKey } from "../sealed.ts";
import { isValid, readResponse, toBeSealed, writeResponse } from "../survey/answers.ts";
import { freeze, problemsOf, readDefinition } from "../survey/definition.ts";
import { ANSWERED, delayOf, waitBefore } from "../survey/leaving.ts";
import type { SurveyAnswers, SurveyDefinition, SurveyDraft, SurveyQuestion } from "../survey_api.ts";
import { dayIn, draftFor } from "./survey_people.ts";

const { recipient } = await generateSealingKey();
const SERIES = "ab".repeat(16);
const draft = draftFor({ who: "clients" });
const frozen = freeze(draft, recipient, SERIES);
const definition = readDefinition(frozen)!;
type Loose = Record<string, unknown>;
const changed = (change: (definition: Loose & { questions: Loose[]; scores: Loose[] }) => void): Uint8Array => {
  const copy = JSON.parse(fromUtf8(frozen)) as Loose & { questions: Loose[]; scores: Loose[] };
  change(copy);
  return utf8(JSON.stringify(copy));
};

test("a draft is frozen into the same bytes whatever order and empty words it has", () => {
  const reordered = Object.fromEntries(Object.entries(draft).reverse()) as unknown as SurveyDraft;
  const padded = { ...reordered, title: { ...draft.title, de: draft.title["de"]! }, questions: draft.questions.map((question) => ({ hint: { en: "" }, ...question })) };
  assert.equal(fromUtf8(freeze(padded, recipient, SERIES)), fromUtf8(frozen));
  assert.deepEqual([definition.v, definition.recipient, definition.series, definition.questions.length], [1, recipient, SERIES, 7]);
  assert(!fromUtf8(freeze({ ...draft, title: { en: "x", de: "" } }, recipient, SERIES)).includes('"de":""'));
});

test("what a server shows is read strictly", () => {
  const refused: readonly Parameters<typeof changed>[0][] = [
    (d) => { d["more"] = 1; }, (d) => { d["v"] = 2; }, (d) => { delete d["owner"]; }, (d) => { d["owner"] = " "; },
    (d) => { d["languages"] = []; }, (d) => { d["languages"] = ["en", "en"]; }, (d) => { d["languages"] = ["en", "nl"]; }, (d) => { d["languages"] = ["fr", "en"]; },
    (d) => { d["title"] = { de: "x" }; }, (d) => { d["title"] = { en: "x".repeat(1_001) }; }, (d) => { d["title"] = { en: 1 }; },
    (d) => { d["smallest"] = 4; }, (d) => { d["smallest"] = 8.5; }, (d) => { d["smallest"] = 1_001; }, (d) => { d["release"] = "now"; },
    (d) => { d["opens"] = "2026-02-30"; }, (d) => { d["closes"] = "2020-01-01"; }, (d) => { d["closes"] = dayIn(400); },
    (d) => { d["audience"] = { who: "room" }; }, (d) => { d["audience"] = { who: "clients", of: SERIES }; }, (d) => { d["audience"] = { who: "room", of: "x" }; },
    (d) => { d["recipient"] = "age1abc"; }, (d) => { d["series"] = "x"; }, (d) => { d["publicResults"] = 1; },
    (d) => { d.questions = []; }, (d) => { d.questions = Array.from({ length: 61 }, (_, i) => ({ ...d.questions[6], id: `q${i + 1}` })); },
    (d) => { d.questions[1]!["id"] = "q1"; }, (d) => { d.questions[0]!["id"] = "first"; }, (d) => { d.questions[0]!["kind"] = "essay"; }, (d) => { d.questions[0]!["kind"] = "__proto__"; },
    (d) => { d.questions[0]!["options"] = [{ en: "one" }]; }, (d) => { d.questions[0]!["rows"] = []; }, (d) => { d.questions[6]!["hint"] = { de: "x" }; }, (d) => { d.questions[6]!["hint"] = null; },
    (d) => { d.questions[1]!["when"] = { question: "q3", anyOf: [1] }; }, (d) => { d.questions[1]!["when"] = { question: "q1", anyOf: [2] }; },
    (d) => { d.questions[1]!["when"] = { question: "q1", anyOf: [] }; }, (d) => { d.questions[4]!["when"] = { question: "q2", anyOf: [0] }; },
    (d) => { d.questions[2]!["to"] = 11; }, (d) => { d.questions[2]!["from"] = 2; }, (d) => { d.questions[4]!["rows"] = Array.from({ length: 13 }, () => ({ en: "x" })); },
    (d) => { d.scores[0]!["questions"] = ["q1"]; }, (d) => { d.scores[0]!["kind"] = "who5"; }, (d) => { d.scores[0]!["questions"] = []; }, (d) => { d.scores[0]!["questions"] = ["q3", "q3"]; },
  ];
  assert(readDefinition(changed(() => undefined)));
  for (const [i, change] of refused.entries()) assert.equal(readDefinition(changed(change)), undefined, `case ${i}: ${change.toString()}`);
  for (const bytes of [utf8(""), utf8("null"), utf8("[]"), utf8("{}"), Uint8Array.of(0xff), new Uint8Array(70_000).fill(32)]) assert.equal(readDefinition(bytes), undefined);
});

test("no cut and no flipped byte of a definition makes the reader fail, and what it takes is one", () => {
  for (let at = 0; at < frozen.length; at += 7) {
    const cut = readDefinition(frozen.slice(0, at));
    assert.equal(cut, undefined);
    const flipped = frozen.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const read = readDefinition(flipped);
    if (read) assert.equal(problemsOf(read, 0).length, 0);
  }
});

test("what stands against a draft is said with its place", () => {
  const said = (change: Partial<SurveyDraft>): readonly string[] => problemsOf({ ...draft, ...change }, Date.now()).map(({ field, question, index, part, why }) => [field, question, index, part, why].filter((each) => each !== undefined).join(" "));
  assert.deepEqual(said({}), []);
  assert.deepEqual(said({ title: {}, owner: "", smallest: 3, opens: "" }), ["title missing", "owner missing", "opens missing", "smallest range"]);
  assert.deepEqual(said({ opens: dayIn(-3), closes: dayIn(-1) }), ["closes past"]);
  const [choice, , , several] = draft.questions as readonly [SurveyQuestion, unknown, unknown, SurveyQuestion];
  assert.deepEqual(said({ scores: [], questions: [{ ...choice, options: [{ en: "a" }, { en: "" }] } as SurveyQuestion, { ...several, when: { question: "q9", anyOf: [0] } }] }), ["options q1 1 missing", "when q4 unfit"]);
  assert.deepEqual(said({ scores: [{ kind: "who5", name: {}, questions: ["q3"] }] }), ["name 0 missing", "scores 0 unfit"]);
});

test("an answer answers what is asked, as it can be answered", () => {
  const valid: readonly SurveyAnswers[] = [{ q1: 0 }, { q1: 1, q2: "x" }, { q1: 0, q3: 0, q4: [0, 2], q5: [null, 1], q6: ["2026-01-01", "2026-01-01"], q7: "y".repeat(2_000) }];
  for (const answers of valid) assert(isValid(definition, answers), JSON.stringify(answers));
  const invalid: readonly unknown[] = [
    null, [], {}, { q1: 2 }, { q1: -1 }, { q1: 0.5 }, { q1: "0" }, { q1: 0, q2: "not asked" }, { q1: 0, q9: 1 }, { q1: 0, q3: 11 }, { q1: 0, q4: [2, 0] }, { q1: 0, q4: [0, 0] }, { q1: 0, q4: [] },
    { q1: 0, q5: [0] }, { q1: 0, q5: [0, 2] }, { q1: 0, q5: [null, null] }, { q1: 0, q6: ["2026-01-02", "2026-01-01"] }, { q1: 0, q6: ["2026-02-30", "2026-03-01"] }, { q1: 0, q6: ["2026-01-01"] },
    { q1: 0, q7: "" }, { q1: 0, q7: "y".repeat(2_001) }, { q1: 0, q7: null },
  ];
  for (const answers of invalid) assert(!isValid(definition, answers), JSON.stringify(answers));
  assert.deepEqual(toBeSealed(definition, { q1: 0, q2: "dropped", q7: "  ", q5: [null, null] }), { q1: 0 });
  const survey = "cd".repeat(16);
  assert.deepEqual(readResponse(survey, definition, writeResponse(survey, "de", { q1: 0 })), { q1: 0 });
  for (const content of [writeResponse(SERIES, "de", { q1: 0 }), writeResponse(survey, "fr", { q1: 0 }), utf8("{"), Uint8Array.of(0xff), utf8(`{"v":1,"survey":"${survey}","language":"en","answers":{"q1":0},"more":1}`)]) {
    assert.equal(readResponse(survey, definition, content), undefined);
  }
});

test("what hangs on a question that was not asked is not asked either", () => {
  const chain: SurveyDefinition = { ...definition, questions: [definition.questions[0]!, { ...definition.questions[3]!, when: { question: "q1", anyOf: [1] } }, { ...definition.questions[6]!, when: { question: "q4", anyOf: [2] } }] };
  assert.deepEqual(toBeSealed(chain, { q1: 1, q4: [0, 2], q7: "x" }), { q1: 1, q4: [0, 2], q7: "x" });
  assert.deepEqual(toBeSealed(chain, { q1: 0, q4: [0, 2], q7: "x" }), { q1: 0 });
});

test("a response leaves after an exponential delay of ten minutes on average, within an hour, and before the close", () => {
  const MINUTE = 60_000;
  const many = Array.from({ length: 10_000 }, (_, i) => delayOf(ANSWERED, (i + 0.5) / 10_000));
  assert(many.every((delay, i) => delay >= 0 && delay <= 60 * MINUTE && (i === 0 || delay > many[i - 1]!)));
  const mean = many.reduce((sum, delay) => sum + delay, 0) / many.length;
  assert(mean > 9.5 * MINUTE && mean < 10 * MINUTE, String(mean / MINUTE));
  assert.equal(delayOf(ANSWERED, 0), 0);
  // What is left to wait does not depend on how long it lasted already: halves of halves.
  const median = many[5_000]!;
  assert(Math.abs(many[7_500]! - 2 * median) < MINUTE / 4);
  const end = 1_000 * MINUTE;
  assert.equal(waitBefore(ANSWERED, end, end - 20 * MINUTE).most, 15 * MINUTE);
  assert.equal(delayOf(waitBefore(ANSWERED, end, end - 2 * MINUTE), 0.99), 0);
});
