/**
 * Forgetting on a device: what is to go from its storage, and what stays of it.
 *
 * There are two ways. By time: each entry goes when its end has come. At once:
 * all up to a record goes, and a *base* stays, which says where the conversation
 * stood, so that it can go on. That an account forgot is first a fact of its
 * vault (`forgotten`), in one step with the keys of its history; whatever device
 * sees it does what remains, and every step may be repeated, so nothing stays
 * half forgotten. What was forgotten is not shown from the moment it is said.
 */
import type { Id } from "../api.ts";
import type { VaultContents } from "../context.ts";
import type { Entry } from "./entry.ts";
import type { Folded } from "./fold.ts";
import { withoutLanes } from "./lanes.ts";
import { leftOf } from "./lifetime.ts";

/** Where a conversation stood: to be kept in place of all entries that were folded. */
export function baseOf(stream: Id, seq: number, folded: Folded, at: number): Entry {
  const { state, endedAt, askedBack, keeping, delivered, read, myReceipt, intake, clientName = "" } = folded;
  const agreed = intake?.consent;
  const consent = agreed && { at: agreed.at, text: agreed.text, ...(agreed.revokedAt === undefined ? {} : { revokedAt: agreed.revokedAt }) };
  return { kind: "base", stream, seq, at, state, ...(endedAt === undefined ? {} : { endedAt }), askedBack, keeping, clientName, delivered, read, myReceipt, ...(consent ? { consent } : {}) };
}

export interface Due {
  readonly gone: readonly Entry[];
  /** In place of some of these. */
  readonly left: readonly Entry[];
}

/** What has come to its end. */
export function dueOf(ends: ReadonlyMap<Entry, number>, now: number): Due {
  const gone = [...ends].filter(([, end]) => end <= now).map(([entry]) => entry);
  return { gone, left: gone.map(leftOf).filter((entry) => entry !== undefined) };
}

/** The vault after its account forgot a conversation up to a record: without the keys that open words, and without stars. */
export function withForgotten(vault: VaultContents, stream: Id, upTo: number): VaultContents {
  if ((vault.forgotten?.[stream] ?? 0) >= upTo) return vault;
  const { [stream]: _, ...stars } = vault.stars ?? {};
  return {
    ...withoutLanes(vault, stream, (lane) => lane !== "s"),
    ...(vault.stars ? { stars } : {}),
    forgets: true,
    forgotten: { ...vault.forgotten, [stream]: upTo },
  };
}
