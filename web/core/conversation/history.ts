/**
 * An account's own history: what its devices read, encrypted again under a key
 * from the vault, in a stream that only this account reads.
 *
 * MLS forgets its keys by design, so a device that logs in later can read
 * nothing of what was said before. Therefore every device writes each record it
 * could read here once: the idempotency key of an entry is derived from its
 * place, so two devices of an account write the same entry only once.
 *
 * Checkpoints are the group's state at the beginning of an epoch. With the last
 * one a device that logs in when all earlier devices are gone can still read
 * what was sent meanwhile. A checkpoint is used to read, never to send.
 */
import type { CoreContext } from "../context.ts";
import type { Id } from "../api.ts";
import { fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import { hmacSha256, openAesGcm, sealAesGcm } from "../kdf.ts";
import { pad, unpad } from "../padding.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Entry, kindOf } from "./entry.ts";

export interface Checkpoint {
  readonly kind: "checkpoint";
  readonly stream: Id;
  readonly epoch: number;
  /** Serialised standing (see standing.ts) at the start of the epoch, base64url. */
  readonly standing: string;
}
export type HistoryItem = Entry | Checkpoint;
/** A place in the history that cannot be read: only who keeps the stream can have brought that about. */
export interface Damage {
  readonly kind: "damaged";
  readonly code: "altered-record" | "missing-record";
}
export type ReadItem = HistoryItem | Damage;

const AAD = utf8("alcove/v1/history");
const QUEUE = "history/queue/";
const CURSOR = "history/cursor";
const BATCH = 64;

export type StoreWrite = readonly [key: string, value: Uint8Array | undefined];

export interface History {
  /** Reads what is new in the history stream, oldest first, and gives each item to `take`, page by page. */
  sync(take: (items: readonly ReadItem[]) => readonly StoreWrite[], progress: (done: number, total: number) => void): Promise<void>;
  /** What to write to the device, together with the rest of a step, so that the items reach the history stream for certain. */
  stage(items: readonly HistoryItem[]): Promise<readonly StoreWrite[]>;
  /** Sends what is staged. Safe to call at any time; failures leave it staged. */
  flush(): Promise<void>;
}

function placeOf(item: HistoryItem): Uint8Array {
  const place = item.kind === "checkpoint" ? `checkpoint/${item.stream}/${item.epoch}` : `${kindOf(item)}/${item.stream}/${item.seq}`;
  return utf8(`alcove/v1/entry/${place}`);
}

export function createHistory(ctx: CoreContext): History {
  const { historyKey, historyStream } = ctx.vault.read();
  const key = fromHex(historyKey);
  const streamId = fromHex(historyStream);
  let order = 0;
  let flushing: Promise<void> | undefined;

  async function seal(item: HistoryItem): Promise<{ readonly id: Uint8Array; readonly sealed: Uint8Array }> {
    const id = (await hmacSha256(key, placeOf(item))).slice(0, 16);
    return { id, sealed: await sealAesGcm(key, pad(utf8(JSON.stringify(item))), AAD) };
  }

  async function open(ciphertext: Uint8Array): Promise<ReadItem> {
    try {
      return JSON.parse(fromUtf8(unpad(await openAesGcm(key, ciphertext, AAD)))) as HistoryItem;
    } catch {
      return { kind: "damaged", code: "altered-record" };
    }
  }

  async function cursor(): Promise<bigint> {
    const stored = await ctx.store.get(CURSOR);
    return stored ? BigInt(new TextDecoder().decode(stored)) : 0n;
  }

  async function flushQueue(): Promise<void> {
    for (;;) {
      const queued = (await ctx.store.list(QUEUE)).slice(0, BATCH);
      if (queued.length === 0) return;
      const records = queued.map(([, value]) => ({
        kind: RecordKind.MESSAGE, epoch: 0n, idempotencyKey: value.slice(0, 16), ciphertext: value.slice(16),
      }));
      await ctx.transport.stream.append({ streamId, records });
      await ctx.store.put(queued.map(([name]) => [name, undefined]));
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
        const items = await Promise.all(records.map((record) => open(record.ciphertext)));
        const gapless = records.every((record, i) => record.seq === from + BigInt(i + 1));
        const ends = records.length > 0 || headSeq === from;
        if (!gapless || !ends) items.push({ kind: "damaged", code: "missing-record" });
        if (items.length === 0) return;
        after = records.reduce((last, record) => (record.seq > last ? record.seq : last), from);
        await ctx.store.put([...take(items), [CURSOR, utf8(after.toString())]]);
        if (after === from) return;
        progress(Number(after) - first, Number(headSeq) - first);
        if (after >= headSeq) return;
      }
    },
    async stage(items) {
      const sealed = await Promise.all(items.map(seal));
      return sealed.map(({ id, sealed: bytes }) => {
        const name = `${QUEUE}${ctx.now().toString().padStart(15, "0")}-${(order++).toString().padStart(8, "0")}-${toHex(id)}`;
        const value = new Uint8Array(16 + bytes.length);
        value.set(id);
        value.set(bytes, 16);
        return [name, value] as const;
      });
    },
    flush() {
      flushing ??= flushQueue().finally(() => {
        flushing = undefined;
      });
      return flushing;
    },
  };
}
