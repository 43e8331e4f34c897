/**
 * Files on their way out. A file is encrypted first and its ciphertext kept on
 * the device; then it is sent piece by piece, each piece forgotten here once the
 * server has it, across reloads and lost connections. At the end the message
 * that names it is posted under an id chosen at the beginning, so that a crash
 * in between neither loses nor doubles it.
 *
 * Stored: `upload/<blob>` and `upload-chunk/<blob>/<n>`.
 */
import type { Id, NewFile, Upload } from "../api.ts";
import { chunkCount, hashOf, hashOfChunk, sealFile } from "../attachment.ts";
import { fromHex, fromUtf8, randomBytes, sha256, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { hkdfSha256 } from "../kdf.ts";
import { backOff } from "../socket.ts";
import { forgetHour } from "./lifetime.ts";
import type { FilePayload } from "./payload.ts";
import { together } from "./together.ts";

interface Kept {
  readonly blob: Id;
  readonly conversation: Id;
  /** Of the message that will name it. */
  readonly message: Id;
  /** Of the ciphertext. */
  readonly size: number;
  /** Absent until all of it is encrypted: before that the file is not here to go on with. */
  readonly file?: FilePayload;
}

export interface Uploads {
  /** Goes on with what is kept. */
  start(): Promise<void>;
  stop(): void;
  add(conversation: Id, file: NewFile): Promise<void>;
  retry(blob: Id): void;
  cancel(blob: Id): Promise<void>;
  /** Gives up all of a conversation. */
  cancelAll(conversation: Id): Promise<void>;
  /** Destroys at the server what this account sent; what cannot be reached stays there as ciphertext without a key. */
  remove(blob: Id): Promise<void>;
}

export interface UploadArgs {
  /** How long what is said now is kept, in ms; infinite without end. */
  readonly lifetime: (conversation: Id) => number;
  readonly post: (conversation: Id, message: Id, file: FilePayload) => Promise<void>;
}

const record = (blob: Id): string => `upload/${blob}`;
const chunkName = (blob: Id, index: number): string => `upload-chunk/${blob}/${index}`;
/** A chunk may take as long as this on a slow line. */
const PATIENCE = { timeoutMs: 60_000 };

/** The key that allows writing and deleting a blob: any device of the account can make it. */
export async function writeKey(ctx: CoreContext, blob: Id): Promise<Uint8Array> {
  return hkdfSha256(fromHex(ctx.vault.read().historyKey), `alcove/v1/blob/${blob}`);
}

export function createUploads(ctx: CoreContext, { lifetime, post }: UploadArgs): Uploads {
  const all = new Map<Id, { readonly kept: Kept; shown: Upload; running: boolean }>();
  const timers = new Map<Id, ReturnType<typeof setTimeout>>();
  let stopped = false;

  function tell(): void {
    if (!stopped) ctx.emit({ type: "uploads", uploads: [...all.values()].map((each) => each.shown) });
  }

  function show(blob: Id, change: Partial<Upload>): void {
    const one = all.get(blob);
    if (!one) return;
    one.shown = { ...one.shown, ...change };
    tell();
  }

  function shownOf(kept: Kept, file: Pick<FilePayload, "name">): Upload {
    return { id: kept.blob, conversation: kept.conversation, name: file.name, done: 0, total: chunkCount(kept.size) };
  }

  async function forget(kept: Kept): Promise<void> {
    const chunks = Array.from({ length: chunkCount(kept.size) }, (_, index) => [chunkName(kept.blob, index), undefined] as const);
    await ctx.store.put([[record(kept.blob), undefined], ...chunks]);
  }

  /** Encrypts the file onto the device; rejects when it was cancelled meanwhile. */
  async function stage(kept: Kept, { name, type, content, preview, voice }: NewFile, sealing: Awaited<ReturnType<typeof sealFile>>): Promise<Kept> {
    const hashes: Uint8Array[] = [];
    await ctx.store.put([[record(kept.blob), utf8(JSON.stringify(kept))]]);
    for await (const chunk of sealing.chunks) {
      if (!all.has(kept.blob) || stopped) throw new CoreError("cancelled");
      await ctx.store.put([[chunkName(kept.blob, hashes.length), chunk]]);
      hashes.push(await hashOfChunk(chunk));
    }
    const file: FilePayload = {
      name, mime: type, size: content.size, blob: kept.blob, sealed: kept.size, hash: hashOf(hashes), key: sealing.identity,
      ...(preview === undefined ? {} : { preview }), ...(voice === undefined ? {} : { voice }),
    };
    const staged = { ...kept, file };
    await ctx.store.put([[record(kept.blob), utf8(JSON.stringify(staged))]]);
    return staged;
  }

  /** What the server lacks; announces the blob when it does not know it. */
  async function missing(kept: Kept, key: Uint8Array): Promise<readonly number[]> {
    const blobId = fromHex(kept.blob);
    try {
      const known = await ctx.transport.blob.getBlob({ blobId });
      return known.missing;
    } catch (error) {
      if (!hasCode(error, "blob_not_found")) throw error;
    }
    await ctx.transport.blob.createBlob({ blobId, streamId: fromHex(kept.conversation), size: BigInt(kept.size), writeHash: sha256(key) });
    return Array.from({ length: chunkCount(kept.size) }, (_, index) => index);
  }

  async function send(kept: Kept, file: FilePayload): Promise<void> {
    const blobId = fromHex(kept.blob);
    const key = await writeKey(ctx, kept.blob);
    const left = await missing(kept, key);
    show(kept.blob, { done: chunkCount(kept.size) - left.length });
    await together(left, async (index) => {
      if (!all.has(kept.blob) || stopped) return;
      const data = await ctx.store.get(chunkName(kept.blob, index));
      if (!data) throw new CoreError("file_gone");
      await ctx.transport.blob.putChunk({ blobId, writeKey: key, index, data, sha256: await hashOfChunk(data) }, PATIENCE);
      show(kept.blob, { done: (all.get(kept.blob)?.shown.done ?? 0) + 1 });
    });
    if (!all.has(kept.blob) || stopped) return;
    // The message that names it goes a moment later: neither is of use without the other.
    const now = ctx.now();
    const end = now + lifetime(kept.conversation);
    await ctx.transport.blob.commitBlob({ blobId, writeKey: key, forgetHour: BigInt(Number.isFinite(end) ? forgetHour(end, now) : 0) });
    await post(kept.conversation, kept.message, file);
    await forget(kept);
    all.delete(kept.blob);
    tell();
  }

  /** Runs an upload to its end; without a connection it is tried again by and by, a refusal waits for a person. */
  async function run(blob: Id, attempt = 0): Promise<void> {
    const one = all.get(blob);
    const file = one?.kept.file;
    if (!one || !file || one.running || stopped) return;
    one.running = true;
    try {
      await send(one.kept, file);
    } catch (error) {
      if (hasCode(error, "offline") || hasCode(error, "shutting_down") || hasCode(error, "storage_full")) timers.set(blob, setTimeout(() => void run(blob, attempt + 1), backOff(attempt)));
      else show(blob, { failure: error instanceof CoreError ? error.code : "internal" });
    } finally {
      one.running = false;
    }
  }

  async function remove(blob: Id): Promise<void> {
    await ctx.transport.blob.deleteBlob({ blobId: fromHex(blob), writeKey: await writeKey(ctx, blob) });
  }

  return {
    async start() {
      for (const [, value] of await ctx.store.list("upload/")) {
        const kept = JSON.parse(fromUtf8(value)) as Kept;
        if (all.has(kept.blob)) continue;
        if (!kept.file) {
          await forget(kept);
          continue;
        }
        all.set(kept.blob, { kept, shown: shownOf(kept, kept.file), running: false });
        void run(kept.blob);
      }
      tell();
    },
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
    async add(conversation, file) {
      const sealing = await sealFile(file.content);
      const kept: Kept = { blob: toHex(randomBytes(16)), conversation, message: toHex(randomBytes(16)), size: sealing.size };
      all.set(kept.blob, { kept, shown: shownOf(kept, file), running: false });
      tell();
      try {
        const staged = await stage(kept, file, sealing);
        const one = all.get(kept.blob);
        if (one) all.set(kept.blob, { ...one, kept: staged });
      } catch (error) {
        all.delete(kept.blob);
        await forget(kept);
        tell();
        if (!hasCode(error, "cancelled")) throw error;
      }
      void run(kept.blob);
    },
    retry(blob) {
      const one = all.get(blob);
      if (!one) return;
      const { failure: _, ...shown } = one.shown;
      one.shown = shown;
      tell();
      void run(blob);
    },
    async cancelAll(conversation) {
      for (const { kept } of [...all.values()]) if (kept.conversation === conversation) await cancel(kept.blob);
    },
    cancel,
    remove,
  };

  async function cancel(blob: Id): Promise<void> {
    const one = all.get(blob);
    if (!one) return;
    all.delete(blob);
    clearTimeout(timers.get(blob));
    tell();
    await forget(one.kept);
    // What does not reach the server is collected there by age.
    await remove(blob).catch(() => undefined);
  }
}
