/**
 * Free texts. Each is somebody's own words, as they were told before they wrote: apart
 * from all other answers, in an order that says nothing, and never fewer than five new
 * ones at once, so that what came lately is not one person's.
 */
import type { SurveyAnswers, SurveyDefinition } from "../../survey_api.ts";
import { randomBelow } from "../../random.ts";
import type { Block } from "./block.ts";
import { isSmall } from "./suppress.ts";

/** By question; shuffled anew each time. */
export function textsOf(definition: SurveyDefinition, blocks: readonly Block[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(definition.questions.filter(({ kind }) => kind === "text").map((question) => {
    const shown: string[] = [];
    let waiting: string[] = [];
    for (const block of blocks.filter(({ shows }) => shows(question))) {
      waiting.push(...written(question.id, block.responses));
      if (isSmall(waiting.length)) continue;
      shown.push(...waiting);
      waiting = [];
    }
    return [question.id, shuffled(shown)];
  }));
}

const written = (id: string, responses: readonly SurveyAnswers[]): readonly string[] =>
  responses.flatMap(({ [id]: text }) => (typeof text === "string" && text.trim() !== "" ? [text] : []));

/** Fisher and Yates. */
function shuffled(texts: readonly string[]): readonly string[] {
  const out = [...texts];
  for (let last = out.length - 1; last > 0; last--) {
    const other = randomBelow(last + 1);
    [out[last], out[other]] = [out[other]!, out[last]!];
  }
  return out;
}
