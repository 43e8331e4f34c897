/**
 * A survey by its public link, without an account. Nobody is known here who could be
 * told apart, so a ballot costs a proof of work instead, and is kept on this device: one
 * device answers once, unless somebody clears it. That is weaker, and the screen says so.
 */
import type { Id } from "../api.ts";
import { fromBase64url, fromHex, toBase64url, toHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Apart } from "./apart.ts";
import { keepKnown, type Known, loadKnown, loadRoots, shownOf } from "./known.ts";
import { type AskLog, compareWithLog } from "./logged.ts";
import { load, writing } from "./on_device.ts";
import type { OwnBallot } from "./response.ts";

/** Fetches it, compares it with the key log, and keeps it. Rejects with "survey_not_found" where it has no public link. */
export async function learnPublic(apart: Apart, asking: AskLog, store: DeviceStore, id: Id): Promise<Known> {
  const shown = shownOf((await apart.surveys.getSurvey({ surveyId: fromHex(id) })).survey);
  if (shown?.id !== id || shown.definition.audience.who !== "public") throw new CoreError("survey_not_found");
  const [logged] = await compareWithLog(asking, [{ id, definition: shown.source, ballotKey: shown.wire.ballotKey, roots: await loadRoots(store, id) }]);
  await store.put([keepKnown(shown.wire, logged?.holds ? undefined : "survey_unlogged"), writing("roots", id, logged?.roots ?? [])]);
  const known = await loadKnown(store, id);
  if (!known) throw new CoreError("survey_not_found");
  return known;
}

/** As at sign-up (proof_of_work.ts). */
export interface Proof {
  readonly challenge: Uint8Array;
  readonly nonce: bigint;
}

interface Kept {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly randomizer: string;
  readonly signature: string;
}

/** This device's ballot, taken now if it has none yet: nothing is known of anybody that the moment could tell. */
export async function publicBallot(apart: Apart, prove: () => Promise<Proof>, store: DeviceStore, { id, ballotKey }: Known): Promise<OwnBallot> {
  const kept = await load<Kept>(store, "ballot", id);
  if (kept) return { key: { privateKey: fromHex(kept.privateKey), publicKey: fromHex(kept.publicKey) }, randomizer: fromHex(kept.randomizer), signature: fromBase64url(kept.signature) };
  const { readBallotKey, drawBallot, finishBallot } = await import("./ballot.ts");
  const key = await readBallotKey(ballotKey);
  if (!key) throw new CoreError("survey_no_ballot");
  const drawn = await drawBallot(key);
  const { blindSignature } = await apart.surveys.takePublicBallot({ surveyId: fromHex(id), blinded: drawn.blinded, proof: await prove() });
  const signature = await finishBallot(key, drawn, blindSignature);
  const { privateKey, publicKey } = drawn.key;
  await store.put([writing("ballot", id, { privateKey: toHex(privateKey), publicKey: toHex(publicKey), randomizer: toHex(drawn.randomizer), signature: toBase64url(signature) } satisfies Kept)]);
  return { key: drawn.key, randomizer: drawn.randomizer, signature };
}
