/**
 * Responses are counted in blocks of whole batches, and each block is made safe by
 * itself. What is shown after each batch is then a sum over blocks that no respondent
 * shares, and the difference of two such sums is what one of them tells anyway.
 */
import type { SurveyAnswers, SurveyDefinition } from "../../survey_api.ts";

/** Below it, a table of five options has hardly a cell of five or more that could be shown. */
export const BLOCK_LEAST = 30;

type Responses = readonly SurveyAnswers[];

/** A released batch, as it was read. */
export interface ReadBatch {
  /** How many responses were released: with those that were withdrawn afterwards, or are no valid answer. */
  readonly released: number;
  readonly responses: Responses;
}

/**
 * Where blocks end follows from how many were released, which never changes again: a
 * response that is withdrawn moves nobody into another block. One that has lost so many
 * that it is below the smallest number is not shown. `closed`: no batch follows.
 */
export function blocksOf({ smallest, release }: SurveyDefinition, batches: readonly ReadBatch[], closed: boolean): { readonly blocks: readonly Responses[]; readonly later: number } {
  const least = Math.max(smallest, BLOCK_LEAST);
  const blocks: Responses[] = [];
  let waiting: Responses = [];
  let released = 0;
  const end = (): void => {
    if (waiting.length >= smallest) blocks.push(waiting);
    [waiting, released] = [[], 0];
  };
  for (const batch of batches) {
    waiting = [...waiting, ...batch.responses];
    released += batch.released;
    if (released >= least) end();
  }
  if ((closed || release === "close") && released >= smallest) end();
  return { blocks, later: waiting.length };
}
