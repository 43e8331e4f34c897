/**
 * What forgetting still has to do with the server: kept on the device in one
 * step with what was forgotten there, done when there is a connection, repeated
 * until it is done.
 *
 * - *forward*: the time for which things are kept became shorter, so what is
 *   there already is due earlier;
 * - *tell*: all up to a record was forgotten, so this account needs its
 *   ciphertext no longer;
 * - *renew*: keys of the present epoch could open something that was forgotten,
 *   so an epoch has to begin (own_commit.ts).
 */
import type { Id } from "../api.ts";
import { fromHex, fromUtf8, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { hasCode } from "../errors.ts";
import { type Entry, entryTime } from "./entry.ts";
import type { Folded } from "./fold.ts";
import type { History, HistoryItem, StoreWrite } from "./history.ts";
import { DAY, forgetHour, hasEnd } from "./lifetime.ts";
import type { Payload } from "./payload.ts";
import { writeKey } from "./uploads.ts";

export interface Duties {
  /** Up to which record; and which of them went meanwhile. */
  readonly forward?: { readonly upTo: number; readonly gone: readonly number[] };
  readonly tell?: {
    readonly upTo: number;
    /** Up to where it was forgotten earlier, and the last record there was. */
    readonly before: number;
    readonly reached: number;
    readonly blobs: readonly Id[];
  };
  /** The newest record that was forgotten. */
  readonly renew?: number;
}

const name = (conversation: Id): string => `conversation/${conversation}/duties`;
const AT_ONCE = 1_000;

export const keepDuties = (conversation: Id, duties: Duties): StoreWrite =>
  [name(conversation), Object.keys(duties).length === 0 ? undefined : utf8(JSON.stringify(duties))];

export async function loadDuties({ store }: CoreContext, conversation: Id): Promise<Duties> {
  const kept = await store.get(name(conversation));
  return kept ? (JSON.parse(fromUtf8(kept)) as Duties) : {};
}

/** Files that this account sent. */
export function ownBlobs(entries: readonly Entry[], me: Id): readonly Id[] {
  return entries.flatMap((entry) =>
    entry.kind === "payload" && entry.from === me && !("unknown" in entry.payload) && entry.payload.type === "attachment" ? [entry.payload.blob] : []);
}

/** Tells the server when what is here already goes. */
export async function bringForward(ctx: CoreContext, history: History, stream: Id, me: Id, { ends, keeping }: Pick<Folded, "ends" | "keeping">, gone: readonly number[]): Promise<void> {
  await forgetSeqs(ctx, stream, gone, 0);
  await history.forget(gone.map((seq) => anythingAt(stream, seq)), 0);
  // In the conversation what changes a message has its own time, as when it was written.
  const own = new Map([...ends.keys()].map((entry) => [entry, entryTime(entry) + keeping.days * DAY]));
  for (const [hour, entries] of byHour(own, ctx.now())) {
    await forgetSeqs(ctx, stream, entries.map(({ seq }) => seq), hour);
  }
  for (const [hour, entries] of byHour(ends, ctx.now())) {
    await history.forget(entries, hour);
    for (const blob of ownBlobs(entries, me)) {
      await unlessGone(async () => ctx.transport.blob.commitBlob({ blobId: fromHex(blob), writeKey: await writeKey(ctx, blob), forgetHour: BigInt(hour) }));
    }
  }
}

async function forgetSeqs(ctx: CoreContext, stream: Id, seqs: readonly number[], hour: number): Promise<void> {
  for (let i = 0; i < seqs.length; i += AT_ONCE) {
    await ctx.transport.stream.forget({ streamId: fromHex(stream), seqs: seqs.slice(i, i + AT_ONCE).map(BigInt), hour: BigInt(hour) });
  }
}

function byHour(ends: ReadonlyMap<Entry, number>, now: number): ReadonlyMap<number, readonly Entry[]> {
  const hours = new Map<number, Entry[]>();
  for (const [entry, end] of ends) {
    const hour = forgetHour(end, now);
    const there = hours.get(hour);
    if (there) there.push(entry);
    else hours.set(hour, [entry]);
  }
  return hours;
}

/** Tells the server that this account needs nothing up to a record. */
export async function tellForgotten(ctx: CoreContext, history: History, stream: Id, { upTo, before, reached, blobs }: NonNullable<Duties["tell"]>): Promise<void> {
  await ctx.transport.stream.forget({ streamId: fromHex(stream), marks: [{ upTo: BigInt(upTo), hour: 0n }] });
  for (const blob of blobs) await unlessGone(async () => ctx.transport.blob.deleteBlob({ blobId: fromHex(blob), writeKey: await writeKey(ctx, blob) }));
  await history.forget(placesUpTo(stream, reached), 0, before);
}

async function unlessGone(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!hasCode(error, "blob_not_found")) throw error;
  });
}

/** Whatever may stand in the history of these records; by its place alone it is found. */
function placesUpTo(stream: Id, upTo: number): readonly HistoryItem[] {
  return Array.from({ length: upTo }, (_, i) => i + 1).flatMap((seq): HistoryItem[] => [
    anythingAt(stream, seq),
    { ...anythingAt(stream, seq), scrubbed: true },
    { kind: "devices", stream, seq, at: 0, added: [], removed: [] },
  ]);
}

const anything: Payload = { v: 1, type: "end", id: "", at: 0, chain: { n: 0, seq: 0, hash: "" } };
const anythingAt = (stream: Id, seq: number) => ({ kind: "payload", stream, seq, from: "", device: "", payload: anything }) as const;

/** Whether a payload shortened the time for which things are kept. */
export function shortens(before: number, after: number): boolean {
  return after > 0 && (before === 0 || after < before);
}

/** What a device's own words are given as their end at the server; undefined where they have none. */
export function wireEnd(payload: Payload, now: number, lifetime: number): number | undefined {
  if (!hasEnd(payload) || lifetime === Number.POSITIVE_INFINITY) return undefined;
  return now + lifetime;
}
