/** Which questions of a survey are asked, by the answers so far. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SurveyAnswers, SurveyQuestion } from "../../core/survey_api.ts";
import { askedOf } from "../surveys/asked.ts";

const words = { en: "?" };
const questions: readonly SurveyQuestion[] = [
  { id: "q1", kind: "choice", text: words, required: true, options: [words, words] },
  { id: "q2", kind: "several", text: words, required: false, options: [words, words, words], when: { question: "q1", anyOf: [1] } },
  { id: "q3", kind: "scale", text: words, required: false, from: 0, to: 10, low: words, high: words, when: { question: "q2", anyOf: [0, 2] } },
  { id: "q4", kind: "text", text: words, required: false, when: { question: "q3", anyOf: [0] } },
];
const asked = (answers: SurveyAnswers): readonly string[] => askedOf({ questions }, answers).map(({ id }) => id);

test("a question is asked only after the answers that it is asked for", () => {
  assert.deepEqual(asked({}), ["q1"]);
  assert.deepEqual(asked({ q1: 0 }), ["q1"]);
  assert.deepEqual(asked({ q1: 1 }), ["q1", "q2"]);
  assert.deepEqual(asked({ q1: 1, q2: [1] }), ["q1", "q2"]);
  assert.deepEqual(asked({ q1: 1, q2: [1, 2] }), ["q1", "q2", "q3"]);
  assert.deepEqual(asked({ q1: 1, q2: [0], q3: 0 }), ["q1", "q2", "q3", "q4"]);
});

test("what depends on a question that is no longer asked is not asked, whatever was answered before", () => {
  assert.deepEqual(asked({ q1: 0, q2: [0], q3: 0 }), ["q1"]);
});
