/**
 * Files that are fetched: a few chunks at a time, each hashed as it comes, and
 * nothing is opened before the whole is what the message says. What has come is
 * kept while the line is down, so that fetching goes on where it was; the browser
 * may move it to its disk, as ciphertext.
 */
import type { Id } from "../api.ts";
import { chunkCount, hashOf, hashOfChunk, openFile } from "../attachment.ts";
import { fromHex, plainBytes } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError, hasCode } from "../errors.ts";
import { backOff } from "../socket.ts";
import type { FilePayload } from "./payload.ts";
import { together } from "./together.ts";

const PATIENCE = { timeoutMs: 60_000 };
/** How often a chunk is asked for again while nobody answers. */
const ATTEMPTS = 6;

export interface Downloads {
  /** The file that a message names. Rejects with "blob_not_found", "file_damaged" or "cancelled". */
  get(message: Id, file: FilePayload): Promise<Blob>;
  cancel(message: Id): void;
  stop(): void;
}

interface Running {
  done: number;
  readonly total: number;
  readonly given: AbortController;
  readonly result: Promise<Blob>;
}

export function createDownloads(ctx: CoreContext): Downloads {
  const all = new Map<Id, Running>();

  function tell(): void {
    ctx.emit({ type: "downloads", downloads: [...all].map(([message, { done, total }]) => ({ message, done, total })) });
  }

  async function chunk(file: FilePayload, index: number, given: AbortSignal, attempt = 0): Promise<Uint8Array> {
    if (given.aborted) throw new CoreError("cancelled");
    try {
      return (await ctx.transport.blob.getChunk({ blobId: fromHex(file.blob), index }, { ...PATIENCE, signal: given })).data;
    } catch (error) {
      if (given.aborted) throw new CoreError("cancelled");
      if (attempt >= ATTEMPTS || !(hasCode(error, "offline") || hasCode(error, "shutting_down"))) throw error;
      await pause(backOff(attempt), given);
      return chunk(file, index, given, attempt + 1);
    }
  }

  async function fetchAll(file: FilePayload, given: AbortSignal, came: () => void): Promise<Blob> {
    const parts: Blob[] = [];
    const hashes: Uint8Array[] = [];
    await together(Array.from({ length: chunkCount(file.sealed) }, (_, index) => index), async (index) => {
      const data = await chunk(file, index, given);
      hashes[index] = await hashOfChunk(data);
      parts[index] = new Blob([plainBytes(data)]);
      came();
    });
    if (hashOf(hashes) !== file.hash) throw new CoreError("file_damaged");
    return openFile(file.key, new Blob(parts), file.size, file.mime);
  }

  return {
    get(message, file) {
      const known = all.get(message);
      if (known) return known.result;
      const given = new AbortController();
      const came = (): void => {
        const one = all.get(message);
        if (one) one.done++;
        tell();
      };
      const result = fetchAll(file, given.signal, came).finally(() => {
        all.delete(message);
        tell();
      });
      all.set(message, { done: 0, total: chunkCount(file.sealed), given, result });
      tell();
      return result;
    },
    cancel: (message) => all.get(message)?.given.abort(),
    stop() {
      for (const { given } of all.values()) given.abort();
    },
  };
}

/** Waits, or until it was given up. */
function pause(ms: number, given: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    given.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
