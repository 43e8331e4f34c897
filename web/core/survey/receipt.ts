/**
 * The receipt: what a respondent keeps on the device (response.ts), and how they find
 * their response counted by it. The list of all leaves is asked for without a session and
 * names no leaf; that it is the list everybody is given, the root in the key log says.
 */
import type { Id } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import { CoreError } from "../errors.ts";
import { type Batch, SurveyState } from "../gen/alcove/v1/survey_pb.ts";
import type { Counted, SurveyDefinition } from "../survey_api.ts";
import type { Apart } from "./apart.ts";
import { endOf } from "./definition.ts";
import { hasRoot } from "./logged.ts";
import type { KeptResponse } from "./response.ts";

/** So long after its end a survey that is still not closed hides something. */
const GRACE = 2 * 86_400_000;

export interface Checking {
  readonly apart: Apart;
  readonly id: Id;
  readonly definition: SurveyDefinition;
  readonly response: KeptResponse | undefined;
  /** Of the batches, hex, in their order, as the key log has them. */
  readonly roots: readonly string[];
  readonly now: number;
}

export interface Found {
  readonly counted: Counted;
  readonly batch?: number;
}

/** Rejects with "survey_no_response", and with "survey_unlogged" where a list is not the one in the key log. */
export async function findCounted({ apart, id, definition, response, roots, now }: Checking): Promise<Found> {
  if (!response || response.state === "elsewhere" || response.state === "refused") throw new CoreError("survey_no_response");
  if (response.state === "waiting") return { counted: "pending" };
  if (response.state === "withdrawn") return { counted: "withdrawn" };
  const { batches, state, withdrawn, erased } = await apart.surveys.getCounted({ surveyId: fromHex(id) });
  if (state === SurveyState.TOO_FEW) return { counted: "too-few" };
  const checked = batches.filter((batch) => isLogged(batch, roots));
  const batch = checked.find(({ leaves }) => has(leaves, response.leaf));
  if (batch) return { counted: has(withdrawn, response.leaf) ? "withdrawn" : "counted", batch: batch.number };
  // A batch that this device has not learnt the root of may have it.
  if (checked.length < batches.length) return { counted: "pending" };
  const over = state === SurveyState.CLOSED || now > endOf(definition) + GRACE;
  if (!over) return { counted: "pending" };
  // A log with more batches than are shown is a list that was cut off.
  if (roots.length > batches.length) throw new CoreError("survey_unlogged");
  // What is said to be left over has to be fewer than the smallest number, or it was kept from the count.
  const leftOver = erased.length < definition.smallest && has(erased, response.leaf);
  return { counted: leftOver ? "too-few" : "missing" };
}

const has = (leaves: readonly Uint8Array[], leaf: string): boolean => leaves.some((each) => toHex(each) === leaf);

function isLogged({ number, leaves }: Batch, roots: readonly string[]): boolean {
  const root = roots[number - 1];
  if (root !== undefined && !hasRoot(leaves, root)) throw new CoreError("survey_unlogged");
  return root !== undefined;
}
