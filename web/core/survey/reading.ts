/**
 * Reading what was released: everything in it comes from the server and from people who
 * could be anybody with a ballot. A batch is believed if its leaves have the root that
 * the key log has and its responses are those leaves; a response fills tables if a ballot
 * of this survey signed it, once, and what is in it is a valid answer. What is not is
 * counted as spoilt, and tells nothing else.
 */
import type { Client } from "@connectrpc/connect";
import type { Id } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type Batch, type Released, SurveyService, type Survey as WireSurvey } from "../gen/alcove/v1/survey_pb.ts";
import { openSealed } from "../sealed.ts";
import type { OwnSurvey, SurveyAnswers, SurveyDefinition } from "../survey_api.ts";
import { readResponse } from "./answers.ts";
import type { Apart } from "./apart.ts";
import { leafOf, readBallotKey, verifyAnswer, verifyBallot } from "./ballot.ts";
import { byAccount, compareWithLog, hasRoot } from "./logged.ts";
import type { ReadBatch } from "./results/index.ts";

export interface Read {
  /** By number; of their responses those that are valid answers. */
  readonly batches: readonly ReadBatch[];
  /** Responses that could not be read, or are no valid answer. */
  readonly spoilt: number;
}

export interface Reading {
  readonly ctx: CoreContext;
  readonly apart: Apart;
  readonly survey: WireSurvey;
  readonly own: OwnSurvey;
  /** Opens the responses. */
  readonly identity: string;
}

/** Reads all batches; rejects with "survey_unlogged" where they are not what the key log says. */
export async function readReleased({ ctx, apart, survey, own, identity }: Reading): Promise<Read> {
  const { definition, ballotKey, surveyId } = survey;
  const [logged] = await compareWithLog(byAccount(ctx), [{ id: own.id, definition, ballotKey, roots: [] }]);
  const key = await readBallotKey(ballotKey);
  const service = ctx.transport.client(SurveyService);
  const counted = await apart.surveys.getCounted({ surveyId });
  if (!logged?.holds || !key || counted.batches.length !== logged.roots.length) throw new CoreError("survey_unlogged");
  const withdrawn = new Set(counted.withdrawn.map(toHex));
  const seen = new Set<string>();
  const batches: ReadBatch[] = [];
  let spoilt = 0;
  for (const [i, root] of logged.roots.entries()) {
    const batch = counted.batches.find(({ number }) => number === i + 1);
    const responses = await responsesOf(service, surveyId, i + 1, batch?.leaves.length ?? 0);
    const standing = responses.filter((response) => !response.withdrawn);
    checkBatch(own.id, batch, root, standing, withdrawn);
    const answers = await Promise.all(standing.map((response) => answersIn({ id: own.id, definition: own.definition, key, identity, seen }, response)));
    const valid = answers.filter((each) => each !== undefined);
    spoilt += answers.length - valid.length;
    batches.push({ released: responses.length, responses: valid });
  }
  return { batches, spoilt };
}

/** All of a batch, and one more at most than it has leaves: a server that never ends is not listened to. */
async function responsesOf(service: Client<typeof SurveyService>, surveyId: Uint8Array, batch: number, leaves: number): Promise<readonly Released[]> {
  const all: Released[] = [];
  for (let more = true; more && all.length <= leaves;) {
    const answer = await service.getReleased({ surveyId, batch, after: all.at(-1)?.ballot?.publicKey ?? new Uint8Array() });
    all.push(...answer.responses);
    more = answer.more && answer.responses.length > 0;
  }
  return all;
}

/** All leaves of the batch are there, as responses or as withdrawn. */
function checkBatch(id: Id, batch: Batch | undefined, root: string, standing: readonly Released[], withdrawn: ReadonlySet<string>): void {
  const leaves = new Set(standing.map(({ ballot, sealed }) => toHex(leafOf(fromHex(id), ballot?.publicKey ?? new Uint8Array(), sealed))));
  const whole = batch !== undefined && hasRoot(batch.leaves, root) && batch.leaves.every((leaf) => leaves.has(toHex(leaf)) !== withdrawn.has(toHex(leaf)))
    && standing.length === batch.leaves.filter((leaf) => !withdrawn.has(toHex(leaf))).length;
  if (!whole) throw new CoreError("survey_unlogged");
}

interface Opening {
  readonly id: Id;
  readonly definition: SurveyDefinition;
  readonly key: CryptoKey;
  readonly identity: string;
  /** Ballots that answered already, in any batch. */
  readonly seen: Set<string>;
}

async function answersIn({ id, definition, key, identity, seen }: Opening, { ballot, sealed, signature }: Released): Promise<SurveyAnswers | undefined> {
  if (!ballot || seen.has(toHex(ballot.publicKey))) return undefined;
  seen.add(toHex(ballot.publicKey));
  if (!(await verifyBallot(key, ballot)) || !verifyAnswer(ballot.publicKey, fromHex(id), sealed, signature)) return undefined;
  const content = await openSealed(identity, sealed).catch(() => undefined);
  return content && readResponse(id, definition, content);
}
