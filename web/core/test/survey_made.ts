/** Surveys and answers for tests, made up from a seed. */
import type { SurveyDefinition, SurveyQuestion } from "../survey_api.ts";

const en = (text: string) => ({ en: text });
const words = (count: number) => Array.from({ length: count }, (_, at) => en(`Option ${at}`));

type More = Partial<Pick<SurveyQuestion, "required" | "when">>;
const asked = (id: string, { required = true, ...more }: More) => ({ id, text: en(`Question ${id}`), required, ...more });
export const choice = (id: string, options: number, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "choice", options: words(options) });
export const several = (id: string, options: number, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "several", options: words(options) });
export const scale = (id: string, from: number, to: number, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "scale", from, to, low: en("low"), high: en("high") });
export const matrix = (id: string, rows: number, columns: number, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "matrix", rows: words(rows), columns: words(columns) });
export const text = (id: string, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "text" });
export const dates = (id: string, more: More = {}): SurveyQuestion => ({ ...asked(id, more), kind: "dates" });

export function surveyOf(questions: readonly SurveyQuestion[], more: Partial<SurveyDefinition> = {}): SurveyDefinition {
  return {
    v: 1, languages: ["en"], title: en("How are we doing?"), introduction: en("Tell us."), owner: "The practice", audience: { who: "clients" },
    opens: "2026-11-27", closes: "2026-12-27", smallest: 5, release: "close", publicResults: true, recipient: "age1pq1", series: "00".repeat(16), questions, scores: [], ...more,
  };
}

/** Numbers from 0 to 1 that a seed decides (Mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
export const below = (next: () => number, bound: number): number => Math.floor(next() * bound);
