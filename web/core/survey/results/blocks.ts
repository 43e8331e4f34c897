/**
 * Responses are counted in blocks of whole batches, and each block is made safe by
 * itself. What is shown after each batch is then a sum over blocks that no respondent
 * shares, and the difference of two such sums is what one of them tells anyway.
 */
import type { SurveyAnswers, SurveyDefinition } from "../../survey_api.ts";

/** Below it, a table of five options has hardly a cell of five or more that could be shown. */
export const BLOCK_LEAST = 30;

type Responses = readonly SurveyAnswers[];

/** Where blocks end follows from sizes alone, never from answers. `closed`: no batch follows. */
export function blocksOf({ smallest, release }: SurveyDefinition, batches: readonly Responses[], closed: boolean): { readonly blocks: readonly Responses[]; readonly later: number } {
  const least = Math.max(smallest, BLOCK_LEAST);
  const blocks: Responses[] = [];
  let waiting: Responses = [];
  for (const batch of batches) {
    waiting = [...waiting, ...batch];
    if (waiting.length < least) continue;
    blocks.push(waiting);
    waiting = [];
  }
  if ((closed || release === "close") && waiting.length >= smallest) {
    blocks.push(waiting);
    waiting = [];
  }
  return { blocks, later: waiting.length };
}
