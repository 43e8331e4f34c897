/**
 * Witnesses of the key log: others, elsewhere, who cosign one history of it alone. So a
 * server that keeps a history of its own for somebody has no new cosignature for it.
 *
 * An account holds to the witnesses that it met first, and keeps them in the vault: one
 * that the server names later might be the server's own. One of them is enough, so that
 * a machine that is down alarms nobody; none of them for a week does. Times are compared
 * with those that the witnesses gave before, and with this device's own clock only over
 * more than one day on which it asked: a clock that is set wrong alarms nobody either.
 */
import { fromUtf8, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { LookUpResponse } from "../gen/alcove/v1/keylog_pb.ts";
import { checkConsistency, cosignedAt, isWitnessKey, openCheckpoint, type Tree } from "./log.ts";

interface Kept {
  /** C2SP tlog-cosignature. */
  readonly keys: readonly string[];
  /** The newest of their cosignatures that was seen, s. */
  readonly time: number;
  /** When that was seen first, or the witnesses were taken over from the vault, ms. */
  readonly at: number;
  /** On how many days the log was asked since then without a newer one, and the last of them. */
  readonly missed: number;
  readonly day: number;
}

const KEPT = "keylog/witnesses";
const MOST = 8;
const DAY = 86_400_000;
const SILENT_DAYS = 7;

/**
 * Answers the witnesses that the account holds to, if there are any. Rejects with
 * "keylog_forked" where what was cosigned is not the beginning of this log, and with
 * "keylog_unwitnessed" where nothing new was for a week.
 */
export async function checkWitnesses(ctx: CoreContext, answer: LookUpResponse, tree: Tree): Promise<readonly string[] | undefined> {
  checkCosigned(answer, tree);
  const before = await load(ctx);
  const keys = before?.keys ?? answer.witnesses.slice(0, MOST).filter(isWitnessKey);
  const time = Math.max(0, ...keys.map((key) => cosignedAt(answer.witnessed, key) ?? 0));
  const day = Math.floor(ctx.now() / DAY);
  if (time > (before?.time ?? 0)) {
    await keep(ctx, { keys, time, at: ctx.now(), missed: 0, day });
    return keys;
  }
  if (!before) return undefined;
  const missed = before.day === day ? before.missed : before.missed + 1;
  await keep(ctx, { ...before, missed, day });
  if (missed > 1 && ctx.now() - before.at > SILENT_DAYS * DAY) throw new CoreError("keylog_unwitnessed");
  return before.keys;
}

export async function forgetWitnesses(ctx: CoreContext): Promise<void> {
  await ctx.store.put([[KEPT, undefined]]);
}

function checkCosigned({ key, witnessed, witnessedProof }: LookUpResponse, tree: Tree): void {
  if (witnessed.length === 0) return;
  const cosigned = openCheckpoint(witnessed, key);
  try {
    checkConsistency(cosigned, tree, witnessedProof?.hashes ?? []);
  } catch {
    throw new CoreError("keylog_forked");
  }
}

async function load(ctx: CoreContext): Promise<Kept | undefined> {
  const kept = await ctx.store.get(KEPT);
  if (kept) return JSON.parse(fromUtf8(kept)) as Kept;
  const keys = ctx.vault.read().keylog?.witnesses;
  return keys && { keys, time: 0, at: ctx.now(), missed: 0, day: Math.floor(ctx.now() / DAY) };
}

const keep = (ctx: CoreContext, kept: Kept): Promise<void> => ctx.store.put([[KEPT, utf8(JSON.stringify(kept))]]);
