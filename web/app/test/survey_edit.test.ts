/** Editing a draft: conditions, scores and languages follow what is done to questions and options. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SurveyDraft, SurveyQuestion } from "../../core/survey_api.ts";
import { added, duplicated, moved, swapped, taken, withOptions, without, withoutLanguage } from "../surveys/composing/edit.ts";
import { SATISFACTION } from "../surveys/composing/template_satisfaction.ts";
import { begun } from "../surveys/composing/templates.ts";

const words = (text: string) => ({ en: text, de: `${text} (de)` });
const first: SurveyQuestion = { id: "q1", kind: "choice", text: words("first"), required: true, options: [words("a"), words("b"), words("c")] };
const second: SurveyQuestion = { id: "q2", kind: "scale", text: words("second"), required: false, from: 0, to: 10, low: words("low"), high: words("high"), when: { question: "q1", anyOf: [0, 2] } };
const draft: SurveyDraft = {
  languages: ["en", "de"], title: words("title"), introduction: words("why"), owner: "us", audience: { who: "clients" }, opens: "2026-11-27", closes: "2026-12-11",
  smallest: 8, release: "close", publicResults: false, questions: [first, second], scores: [{ kind: "nps", name: words("figure"), questions: ["q2"] }],
};
const conditions = ({ questions }: SurveyDraft) => questions.map(({ when }) => when?.anyOf);
const ids = ({ questions }: SurveyDraft) => questions.map(({ id }) => id);

test("an option that goes or moves takes its conditions along", () => {
  assert.deepEqual(conditions(withOptions(draft, "q1", [first.options[1]!, first.options[2]!], taken(0))), [undefined, [1]]);
  assert.deepEqual(conditions(withOptions(draft, "q1", [first.options[1]!, first.options[0]!, first.options[2]!], swapped(1, 0))), [undefined, [1, 2]]);
});

test("a question that goes takes its score along, and what depended on it is asked always", () => {
  assert.deepEqual(conditions(without(draft, "q1")), [undefined]);
  assert.deepEqual(without(draft, "q2").scores, []);
});

test("ids are never used twice", () => {
  const [more, id] = added(without(draft, "q1"), "text");
  assert.equal(id, "q3");
  const [copied, copy] = duplicated(more, "q2");
  assert.deepEqual([ids(copied), copy], [["q2", "q4", "q3"], "q4"]);
});

test("moved beyond the end it stays where it is", () => {
  assert.deepEqual([ids(moved(draft, "q1", 1)), ids(moved(draft, "q1", -1)), ids(moved(draft, "q2", 1))], [["q2", "q1"], ["q1", "q2"], ["q1", "q2"]]);
});

test("of a language that is taken out nothing stays", () => {
  const left = withoutLanguage(draft, "de");
  assert.deepEqual(left.languages, ["en"]);
  assert(!JSON.stringify(left).includes("(de)"));
});

test("a template speaks those languages of the draft that it knows, and English else", () => {
  assert.deepEqual(begun({ ...draft, languages: ["fr", "pt"] }, SATISFACTION).languages, ["fr"]);
  const other = begun({ ...draft, languages: ["pt"] }, SATISFACTION);
  assert.deepEqual([other.languages, Object.keys(other.questions[0]!.text)], [["en"], ["en"]]);
});
