/**
 * An account's own history: what its devices read, encrypted again under keys
 * from the vault (lanes.ts), in a stream that only this account reads.
 *
 * MLS forgets its keys by design, so a device that logs in later can read
 * nothing of what was said before. Therefore every device writes each record it
 * could read here once: the idempotency key of an entry is derived from its
 * place, so two devices of an account write the same entry only once, and any of
 * them can say later which one is to be destroyed. A device goes on reading while
 * it runs: what it could not read when it came in, another one may be about to
 * write.
 *
 * Checkpoints are the group's state at the beginning of an epoch. With the last
 * one a device that logs in when all earlier devices are gone can still read
 * what was sent meanwhile. A checkpoint is used to read, never to send; once
 * there is a later one it is destroyed.
 */
import type { CoreContext } from "../context.ts";
import type { Id } from "../api.ts";
import { type AccessKey, accessKey } from "../access_key.ts";
import { concatBytes, equalBytes, fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import { hmacSha256, openAesGcm, sealAesGcm } from "../kdf.ts";
import { pad, unpad } from "../padding.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Entry, kindOf } from "./entry.ts";
import { type LaneKey, laneKey, laneKeys, laneOf, withLanes, withoutLanes } from "./lanes.ts";
import { forgetHour } from "./lifetime.ts";

export interface Checkpoint {
  readonly kind: "checkpoint";
  readonly stream: Id;
  readonly epoch: number;
  /** Serialised standing (see standing.ts) at the start of the epoch, base64url. */
  readonly standing: string;
}
/** A file of a practitioner's sealed record (record.ts); it stands in the history on its own account, whatever becomes of the entries in it. */
export interface SealedPiece {
  readonly kind: "sealed";
  readonly stream: Id;
  readonly part: Id;
  readonly piece: number;
  /** An age file, base64url. */
  readonly file: string;
}
export type HistoryItem = Entry | Checkpoint | SealedPiece;
/** A place in the history that cannot be read: only who keeps the stream can have brought that about. */
export interface Damage {
  readonly kind: "damaged";
  readonly code: "altered-record" | "missing-record";
}
/** Where a file of a record was met. */
export interface Placed {
  readonly piece: SealedPiece;
  readonly seq: number;
}
export type ReadItem = Entry | Checkpoint | Damage | { readonly kind: "placed"; readonly placed: Placed };

const AAD = utf8("alcove/v1/history");
/** Sealed items, as earlier versions left them. */
const QUEUE = "history/queue/";
const WAITING = "history/waiting/";
const CURSOR = "history/cursor";
const BATCH = 64;
/** How many are forgotten in one request. */
const AT_ONCE = 1_000;

export type StoreWrite = readonly [key: string, value: Uint8Array | undefined];

/** What waits to be written; `end` where the item has one. */
interface Waiting {
  readonly item: HistoryItem;
  readonly end?: number;
}

export interface History {
  /** Reads what is new in the history stream, oldest first, and gives each item to `take`, page by page. */
  sync(take: (items: readonly ReadItem[]) => readonly StoreWrite[], progress: (done: number, total: number) => void): Promise<void>;
  /** What to write to the device, together with the rest of a step, so that the items reach the history stream for certain. */
  stage(items: readonly HistoryItem[], endOf?: (item: HistoryItem) => number | undefined): readonly StoreWrite[];
  /** What to write so that items that wait are not written any more. */
  unstage(goes: (item: HistoryItem) => boolean): Promise<readonly StoreWrite[]>;
  /** Sends what is staged. Safe to call at any time; failures leave it staged. */
  flush(): Promise<void>;
  /**
   * Lets items be destroyed at the server from an hour (since 1970) on; 0 means now.
   * `forgotten`: up to which record the conversation was forgotten when they were written, if not as now.
   */
  forget(items: readonly HistoryItem[], hour: number, forgotten?: number): Promise<void>;
  /** Writes now, to be destroyed from an hour on (0: not yet known); gives where each item stands. */
  write(items: readonly SealedPiece[], hour: number): Promise<readonly number[]>;
  /** Looks at the sealed files that came since `sync`, and takes nothing else. */
  peek(take: (found: readonly Placed[]) => Promise<void>): Promise<void>;
  /** What stands in a place, if it can be read. */
  at(seq: number): Promise<HistoryItem | undefined>;
}

/** What was written anew after something was forgotten has another place than before. */
function placeOf(item: HistoryItem, forgotten: number): string {
  if (item.kind === "checkpoint") return checkpointPlace(item.stream, item.epoch);
  if (item.kind === "sealed") return `sealed/${item.stream}/${item.part}/${item.piece}`;
  const kind = item.kind === "payload" && item.scrubbed ? "scrubbed" : kindOf(item);
  return `${kind}/${item.stream}/${item.seq}${forgotten > 0 ? `/${forgotten}` : ""}`;
}
/** What was staged again by a step that was repeated is written once: the server takes a key once in a request. */
const oncePerPlace = (waiting: readonly Waiting[]): readonly Waiting[] => [...new Map(waiting.map((each) => [placeOf(each.item, 0), each])).values()];

const checkpointPlace = (stream: Id, epoch: number): string => `checkpoint/${stream}/${epoch}`;

/** `wrote` is told of what this device wrote, of which the server tells its other devices alone. */
export function createHistory(ctx: CoreContext, wrote: () => void): History {
  const { historyKey, historyStream } = ctx.vault.read();
  const key = fromHex(historyKey);
  let access: Promise<AccessKey> | undefined;
  const streamId = fromHex(historyStream);
  let order = 0;
  let flushing: Promise<void> | undefined;

  const idAt = async (place: string): Promise<Uint8Array> => (await hmacSha256(key, utf8(`alcove/v1/entry/${place}`))).slice(0, 16);

  async function open(record: WireRecord, lanes: ReadonlyMap<string, LaneKey>): Promise<ReadItem | undefined> {
    if (record.forgottenSha256.length > 0) return (await mayBeGone(record)) ? undefined : { kind: "damaged", code: "missing-record" };
    const lane = lanes.get(toHex(record.ciphertext.slice(0, 16)));
    try {
      const padded = await (lane ? openAesGcm(lane.key, record.ciphertext.subarray(16), AAD) : openAesGcm(key, record.ciphertext, AAD));
      const item = JSON.parse(fromUtf8(unpad(padded))) as HistoryItem;
      return item.kind === "sealed" ? { kind: "placed", placed: { piece: item, seq: Number(record.seq) } } : item;
    } catch {
      // Its key may have been taken out of the vault.
      return !lane && (await mayBeGone(record)) ? undefined : { kind: "damaged", code: "altered-record" };
    }
  }

  /** Whether this account had something destroyed: anything at all that has an end, or this checkpoint, because a later one came. */
  async function mayBeGone(record: WireRecord): Promise<boolean> {
    const { forgets, historyKeys = {} } = ctx.vault.read();
    if (forgets) return true;
    const wanted = toHex(record.idempotencyKey);
    for (const [stream, lanes] of Object.entries(historyKeys)) {
      const newest = newestCheckpoint(lanes);
      for (let epoch = newest - 1; epoch >= 0; epoch--) if (toHex(await idAt(checkpointPlace(stream, epoch))) === wanted) return true;
    }
    return false;
  }

  /** Opens records in their order. A key is in the vault before anything is written under it, so a vault that lacks one is fetched again. */
  async function openAll(records: readonly WireRecord[]): Promise<readonly ReadItem[]> {
    let lanes = await laneKeys(ctx.vault.read());
    const lacks = ({ forgottenSha256, ciphertext }: WireRecord): boolean => forgottenSha256.length === 0 && !lanes.has(toHex(ciphertext.slice(0, 16)));
    // The access log lies here as well, and is read by itself (accesslog/).
    access ??= accessKey(historyKey);
    const { id } = await access;
    const own = records.filter(({ ciphertext }) => !equalBytes(ciphertext.subarray(0, 16), id));
    if (own.some(lacks)) lanes = await laneKeys(await ctx.vault.refresh());
    return (await Promise.all(own.map((record) => open(record, lanes)))).filter((item) => item !== undefined);
  }

  async function cursor(): Promise<bigint> {
    const stored = await ctx.store.get(CURSOR);
    return stored ? BigInt(new TextDecoder().decode(stored)) : 0n;
  }

  async function flushQueue(): Promise<void> {
    for (;;) {
      const queued = (await ctx.store.list(QUEUE)).slice(0, BATCH);
      if (queued.length === 0) break;
      const records = queued.map(([, value]) => ({
        kind: RecordKind.MESSAGE, epoch: 0n, idempotencyKey: value.slice(0, 16), ciphertext: value.slice(16),
      }));
      await ctx.transport.stream.append({ streamId, records });
      wrote();
      await ctx.store.put(queued.map(([name]) => [name, undefined]));
    }
    for (;;) {
      const waiting = (await ctx.store.list(WAITING)).slice(0, BATCH);
      if (waiting.length === 0) return;
      await send(waiting.map(([, value]) => JSON.parse(fromUtf8(value)) as Waiting));
      await ctx.store.put(waiting.map(([name]) => [name, undefined]));
    }
  }

  async function append(items: readonly { readonly item: HistoryItem; readonly lane: string; readonly hour: number }[]): Promise<readonly bigint[]> {
    const vault = await ctx.vault.update((v) => withLanes(v, items.map(({ item, lane }) => [item.stream, lane])));
    const records = await Promise.all(items.map(async ({ item, lane, hour }) => {
      const { id, key: under } = await laneKey(vault.historyKeys?.[item.stream]?.[lane] ?? "");
      const sealed = await sealAesGcm(under, pad(utf8(JSON.stringify(item))), AAD);
      return {
        kind: RecordKind.MESSAGE, epoch: 0n, idempotencyKey: await idAt(placeOf(item, vault.forgotten?.[item.stream] ?? 0)), ciphertext: concatBytes(id, sealed),
        forgetHour: BigInt(hour),
      };
    }));
    const { seqs } = await ctx.transport.stream.append({ streamId, records });
    wrote();
    return seqs;
  }

  async function send(waiting: readonly Waiting[]): Promise<void> {
    const now = ctx.now();
    const before = ctx.vault.read().historyKeys ?? {};
    // What has come to its end while it waited is not written; nor is a checkpoint when another device wrote a later one.
    const due = waiting.filter(({ item, end }) => (end === undefined || end > now) && !(item.kind === "checkpoint" && newestCheckpoint(before[item.stream]) > item.epoch));
    if (due.length === 0) return;
    await append(oncePerPlace(due).map(({ item, end }) => ({ item, lane: laneOf(item, end), hour: end === undefined ? 0 : forgetHour(end, now) })));
    for (const { item } of due) if (item.kind === "checkpoint") await dropCheckpoints(item.stream, item.epoch);
  }

  /** Those of earlier epochs are of no use any more. */
  async function dropCheckpoints(stream: Id, before: number): Promise<void> {
    await forgetAt(Array.from({ length: before }, (_, epoch) => checkpointPlace(stream, epoch)).slice(-AT_ONCE), 0);
    await ctx.vault.update((v) => withoutLanes(v, stream, (lane) => lane.startsWith("c") && Number(lane.slice(1)) < before));
  }

  async function forgetAt(places: readonly string[], hour: number): Promise<void> {
    for (let i = 0; i < places.length; i += AT_ONCE) {
      const idempotencyKeys = await Promise.all(places.slice(i, i + AT_ONCE).map(idAt));
      await ctx.transport.stream.forget({ streamId, idempotencyKeys, hour: BigInt(hour) });
    }
  }

  return {
    async sync(take, progress) {
      let after = await cursor();
      const first = Number(after);
      for (;;) {
        const page = await ctx.transport.stream.read({ streamId, after, limit: 1000 });
        const { records, headSeq } = page;
        const from = after;
        const items = [...(await openAll(records))];
        const gapless = records.every((record, i) => record.seq === from + BigInt(i + 1));
        const ends = records.length > 0 || headSeq === from;
        if (!gapless || !ends) items.push({ kind: "damaged", code: "missing-record" });
        if (records.length === 0 && items.length === 0) return;
        after = records.reduce((last, record) => (record.seq > last ? record.seq : last), from);
        await ctx.store.put([...take(items), [CURSOR, utf8(after.toString())]]);
        if (after === from) return;
        progress(Number(after) - first, Number(headSeq) - first);
        if (after >= headSeq) return;
      }
    },
    stage(items, endOf) {
      return items.map((item) => {
        const name = `${WAITING}${ctx.now().toString().padStart(15, "0")}-${(order++).toString().padStart(8, "0")}-${item.stream}`;
        const end = endOf?.(item);
        return [name, utf8(JSON.stringify({ item, ...(end === undefined ? {} : { end }) } satisfies Waiting))] as const;
      });
    },
    async unstage(goes) {
      const waiting = await ctx.store.list(WAITING);
      return waiting.filter(([, value]) => goes((JSON.parse(fromUtf8(value)) as Waiting).item)).map(([name]) => [name, undefined] as const);
    },
    flush() {
      flushing ??= flushQueue().finally(() => {
        flushing = undefined;
      });
      return flushing;
    },
    write: async (items, hour) => (await append(items.map((item) => ({ item, lane: laneOf(item, undefined), hour })))).map(Number),
    async peek(take) {
      for (let after = await cursor(); ; ) {
        const { records, headSeq } = await ctx.transport.stream.read({ streamId, after, limit: 1000 });
        await take((await openAll(records)).flatMap((item) => (item.kind === "placed" ? [item.placed] : [])));
        after = records.at(-1)?.seq ?? headSeq;
        if (after >= headSeq) return;
      }
    },
    async at(seq) {
      const { records: [record] } = await ctx.transport.stream.read({ streamId, after: BigInt(seq - 1), limit: 1 });
      const [item] = record && record.seq === BigInt(seq) ? await openAll([record]) : [];
      if (item?.kind === "placed") return item.placed.piece;
      return item?.kind === "damaged" ? undefined : item;
    },
    forget: (items, hour, forgotten) => forgetAt(items.map((item) => placeOf(item, forgotten ?? ctx.vault.read().forgotten?.[item.stream] ?? 0)), hour),
  };
}

const checkpointName = (stream: Id): string => `history/checkpoint/${stream}`;

/** The write that keeps on the device what it needs to join; undefined takes it away. */
export const keepCheckpoint = (stream: Id, checkpoint: Checkpoint | undefined): StoreWrite =>
  [checkpointName(stream), checkpoint && utf8(JSON.stringify(checkpoint))];

export async function loadCheckpoint({ store }: CoreContext, stream: Id): Promise<Checkpoint | undefined> {
  const kept = await store.get(checkpointName(stream));
  return kept && (JSON.parse(fromUtf8(kept)) as Checkpoint);
}

/** The latest epoch of which there is a checkpoint; -1 for none. */
const newestCheckpoint = (lanes: Readonly<Record<string, string>> = {}): number =>
  Object.keys(lanes).reduce((newest, lane) => (lane.startsWith("c") ? Math.max(newest, Number(lane.slice(1))) : newest), -1);
