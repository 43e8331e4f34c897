/**
 * What the app of everybody who may answer does when it learns of surveys, whether the
 * person answers or not: it compares them with the key log, takes a ballot of each open
 * one, and the roots of what was released. So none of that tells anything of anybody.
 *
 * A ballot is in the vault before it is asked for: whichever device of the account is
 * first, all have the same one, and a repeated question gets the same signature.
 */
import type { Id } from "../api.ts";
import { fromBase64url, fromHex, toBase64url, toHex } from "../bytes.ts";
import type { CoreContext, DeviceStore, VaultBallot, VaultContents, VaultSurveys } from "../context.ts";
import { hasCode } from "../errors.ts";
import { type Survey as WireSurvey, SurveyService, SurveyState } from "../gen/alcove/v1/survey_pb.ts";
import { endOf } from "./definition.ts";
import { allKnown, keepKnown, type Known, loadRoots, shownOf } from "./known.ts";
import { byAccount, compareWithLog } from "./logged.ts";
import { loadAll, writing } from "./on_device.ts";
import type { OwnBallot } from "./response.ts";

/** So long after a survey is over its ballot is of no use any more, whatever a clock says. */
const GRACE = 86_400_000;

type Shown = NonNullable<ReturnType<typeof shownOf>>;
type Refused = Known["refused"];

/** Lists surveys, compares them, takes ballots, and keeps all of it on the device. */
export async function learnSurveys(ctx: CoreContext, store: DeviceStore): Promise<void> {
  const { toAnswer } = await ctx.transport.client(SurveyService).listSurveys({});
  const shown = toAnswer.flatMap((survey) => shownOf(survey) ?? []);
  const compared = await compareWithLog(byAccount(ctx), await Promise.all(shown.map(async ({ id, source, wire }) => ({ id, definition: source, ballotKey: wire.ballotKey, roots: await loadRoots(store, id) }))));
  const refused = new Map<Id, Refused>(shown.map(({ id }, i) => [id, compared[i]?.holds ? undefined : "survey_unlogged"]));
  for (const [id, why] of await takeBallots(ctx, shown.filter(({ id, wire }) => wire.state === SurveyState.OPEN && !refused.get(id)))) refused.set(id, why);
  await store.put([
    ...shown.flatMap(({ id, wire }, i) => [keepKnown(wire, refused.get(id)), writing("roots", id, compared[i]?.roots ?? [])]),
    ...(await outdated(store, new Set(shown.map(({ id }) => id)))),
  ]);
}

/** What is not listed any more, unless somebody answered it here. */
async function outdated(store: DeviceStore, listed: ReadonlySet<Id>): Promise<readonly ReturnType<typeof writing>[]> {
  const answered = await loadAll(store, "response");
  const gone = (await allKnown(store)).filter(({ id, definition }) => !listed.has(id) && !answered.has(id) && definition.audience.who !== "public");
  return gone.flatMap(({ id }) => [writing("known", id, undefined), writing("roots", id, undefined), writing("begun", id, undefined)]);
}

/** The ballots of these surveys; of those that are not to be had, why. */
async function takeBallots(ctx: CoreContext, open: readonly Shown[]): Promise<ReadonlyMap<Id, Refused>> {
  const missing = open.filter(({ id }) => !ballotIn(ctx.vault.read(), id)?.signature);
  await keepDrawn(ctx, missing);
  if (missing.length === 0) return new Map();
  const { readBallotKey, finishBallot } = await import("./ballot.ts");
  const refused = new Map<Id, Refused>();
  const signed = new Map<Id, string>();
  for (const { id, wire } of missing) {
    const ballot = ballotIn(ctx.vault.read(), id);
    // Another device of the account was first.
    if (ballot?.signature) continue;
    const key = await readBallotKey(wire.ballotKey);
    if (!key || !ballot) {
      refused.set(id, "survey_no_ballot");
      continue;
    }
    try {
      const { blindSignature } = await ctx.transport.client(SurveyService).takeBallot({ surveyId: wire.surveyId, blinded: fromBase64url(ballot.blinded ?? "") });
      signed.set(id, toBase64url(await finishBallot(key, { ...drawnOf(ballot), inverse: fromBase64url(ballot.inverse ?? "") }, blindSignature)));
    } catch (error) {
      // Without a connection it is taken with the next one.
      if (!hasCode(error, "offline")) refused.set(id, "survey_no_ballot");
    }
  }
  if (signed.size > 0) await ctx.vault.update((vault) => withBallots(vault, (ballots) => mapBallots(ballots, (ballot, id) => finished(ballot, signed.get(id)))));
  return refused;
}

/** Draws the ballots that the vault lacks, and drops those of surveys that are over. */
async function keepDrawn(ctx: CoreContext, missing: readonly Shown[]): Promise<void> {
  const before = ctx.vault.read();
  const over = Object.values(before.surveys?.ballots ?? {}).some(({ until }) => until + GRACE < ctx.now());
  const lacking = missing.filter(({ id }) => !ballotIn(before, id));
  if (!over && lacking.length === 0) return;
  const drawn = new Map((await Promise.all(lacking.map(draw))).flatMap((each) => (each ? [each] : [])));
  await ctx.vault.update((vault) => withBallots(vault, (ballots) => {
    const useful = Object.entries(ballots).filter(([, { until }]) => until + GRACE >= ctx.now());
    return { ...Object.fromEntries(drawn), ...Object.fromEntries(useful) };
  }));
}

async function draw({ id, definition, wire }: { readonly id: Id; readonly definition: Shown["definition"]; readonly wire: WireSurvey }): Promise<readonly [Id, VaultBallot] | undefined> {
  const { readBallotKey, drawBallot } = await import("./ballot.ts");
  const ballotKey = await readBallotKey(wire.ballotKey);
  if (!ballotKey) return undefined;
  const { key, randomizer, blinded, inverse } = await drawBallot(ballotKey);
  return [id, {
    privateKey: toHex(key.privateKey), publicKey: toHex(key.publicKey), randomizer: toHex(randomizer),
    blinded: toBase64url(blinded), inverse: toBase64url(inverse), until: endOf(definition),
  }];
}

// ---- the ballot as it is kept --------------------------------------------------

const ballotIn = ({ surveys }: VaultContents, id: Id): VaultBallot | undefined => surveys?.ballots?.[id];
type Ballots = NonNullable<VaultSurveys["ballots"]>;

const withBallots = (vault: VaultContents, change: (ballots: Ballots) => Ballots): VaultContents => ({ ...vault, surveys: { ...vault.surveys, ballots: change(vault.surveys?.ballots ?? {}) } });
const mapBallots = (ballots: Ballots, change: (ballot: VaultBallot, id: Id) => VaultBallot): Ballots => Object.fromEntries(Object.entries(ballots).map(([id, ballot]) => [id, change(ballot, id)]));

/** What took the blinding off is not needed any more. */
function finished(ballot: VaultBallot, signature: string | undefined): VaultBallot {
  if (!signature || ballot.signature) return ballot;
  const { blinded: _sent, inverse: _used, ...rest } = ballot;
  return { ...rest, signature };
}

const drawnOf = ({ privateKey, publicKey, randomizer }: VaultBallot) => ({ key: { privateKey: fromHex(privateKey), publicKey: fromHex(publicKey) }, randomizer: fromHex(randomizer) });

/** The account's ballot, if it is signed. */
export function signedBallot(vault: VaultContents, id: Id): OwnBallot | undefined {
  const ballot = ballotIn(vault, id);
  return ballot?.signature ? { ...drawnOf(ballot), signature: fromBase64url(ballot.signature) } : undefined;
}
