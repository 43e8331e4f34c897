/**
 * The keys of an account's history. They lie in the vault, one for each lane:
 * the words of one conversation that were said within one period and are kept
 * equally long. When the last of a lane's words has come to its end, its key is
 * taken out of the vault, and nothing that was sealed under it can be opened
 * any more, wherever a copy of it may lie.
 *
 * A lane is named
 *   d<hours>.<period>  words kept for so many hours; a period is an eighth of that, an hour at least
 *   q<period>          words kept without end; a period is 90 days
 *   c<epoch>           the checkpoint of an epoch
 *   s                  what holds no words, or none that its key opens (a sealed record, see record.ts)
 * A period counts from 1970. What was sealed before there were lanes is under
 * the history key, which has no end.
 */
import type { Id, Keeping } from "../api.ts";
import { fromBase64url, randomBytes, toBase64url, toHex } from "../bytes.ts";
import type { VaultContents } from "../context.ts";
import { hkdfSha256 } from "../kdf.ts";
import type { HistoryItem } from "./history.ts";
import { DAY, hasEnd, HOUR } from "./lifetime.ts";

const QUARTER = 90 * DAY;

/** How long after a lane's end its key is still there, so that nothing is without a key that the server was yet to destroy. */
const slack = (lifetime: number): number => (lifetime > 7 * DAY ? DAY : HOUR) + HOUR;

/** An eighth of the time, an hour at least. */
const periodOf = (hours: number): number => Math.max(1, Math.ceil(hours / 8)) * HOUR;

/** The lane of an item whose end may be known. */
export function laneOf(item: HistoryItem, end: number | undefined): string {
  if (item.kind === "checkpoint") return `c${item.epoch}`;
  if (item.kind !== "payload" || item.scrubbed || !hasEnd(item.payload)) return "s";
  const { at } = item.payload;
  if (end === undefined) return `q${Math.floor(at / QUARTER)}`;
  const hours = Math.max(1, Math.ceil((end - at) / HOUR));
  return `d${hours}.${Math.floor(at / periodOf(hours))}`;
}

/** From when on a lane holds nothing that is to be kept; undefined while that cannot be said. */
export function endOfLane(lane: string, { days }: Keeping): number | undefined {
  const retention = days > 0 ? days * DAY : Number.POSITIVE_INFINITY;
  const [, hours, period] = /^d(\d+)\.(\d+)$/.exec(lane) ?? [];
  const quarter = /^q(\d+)$/.exec(lane)?.[1];
  const [last, lifetime] = hours !== undefined && period !== undefined
    ? [(Number(period) + 1) * periodOf(Number(hours)), Math.min(Number(hours) * HOUR, retention)]
    : [(Number(quarter) + 1) * QUARTER, retention];
  const end = last + lifetime + slack(lifetime);
  return Number.isFinite(end) ? end : undefined;
}

/** The vault with a key for each of these lanes. One that leads to an end says so, for whoever reads the history. */
export function withLanes(vault: VaultContents, wanted: readonly (readonly [stream: Id, lane: string])[]): VaultContents {
  const missing = wanted.filter(([stream, lane]) => vault.historyKeys?.[stream]?.[lane] === undefined);
  if (missing.length === 0) return vault;
  const historyKeys: Record<Id, Record<string, string>> = { ...vault.historyKeys };
  for (const [stream, lane] of missing) {
    const lanes = historyKeys[stream] ?? {};
    if (lanes[lane] === undefined) historyKeys[stream] = { ...lanes, [lane]: toBase64url(randomBytes(32)) };
  }
  const forgets = vault.forgets === true || missing.some(([, lane]) => lane.startsWith("d"));
  return { ...vault, historyKeys, ...(forgets ? { forgets } : {}) };
}

/** The vault without those lanes of a conversation that are to go. */
export function withoutLanes(vault: VaultContents, stream: Id, goes: (lane: string) => boolean): VaultContents {
  const lanes = vault.historyKeys?.[stream] ?? {};
  const kept = Object.entries(lanes).filter(([lane]) => !goes(lane));
  if (kept.length === Object.keys(lanes).length) return vault;
  return { ...vault, historyKeys: { ...vault.historyKeys, [stream]: Object.fromEntries(kept) } };
}

export interface LaneKey {
  /** 16 bytes that stand before what is sealed under the key. */
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

const known = new Map<string, Promise<LaneKey>>();

/** A key as it stands in the vault, with its name: HKDF-SHA256 of it. */
export function laneKey(stored: string): Promise<LaneKey> {
  const before = known.get(stored);
  if (before) return before;
  const key = fromBase64url(stored);
  const made = hkdfSha256(key, "alcove/v1/history/key-id", 16).then((id) => ({ id, key }));
  known.set(stored, made);
  return made;
}

/** The keys of a vault by their names in hex. */
export async function laneKeys({ historyKeys }: VaultContents): Promise<ReadonlyMap<string, LaneKey>> {
  const stored = Object.values(historyKeys ?? {}).flatMap((lanes) => Object.values(lanes));
  for (const key of known.keys()) if (!stored.includes(key)) known.delete(key);
  return new Map((await Promise.all(stored.map(laneKey))).map((lane) => [toHex(lane.id), lane]));
}
