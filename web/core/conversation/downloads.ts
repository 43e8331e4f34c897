/** Files that are fetched: every chunk is compared with what the message says before anything is opened. */
import { chunkCount, hashOf, hashOfChunk, openFile } from "../attachment.ts";
import { fromHex, plainBytes } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { FilePayload } from "./payload.ts";

const PATIENCE = { timeoutMs: 60_000 };

/** The file that a message names. Rejects with "blob_not_found" or "file_damaged". */
export async function download(ctx: CoreContext, file: FilePayload): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const hashes: Uint8Array[] = [];
  for (let index = 0; index < chunkCount(file.sealed); index++) {
    const { data } = await ctx.transport.blob.getChunk({ blobId: fromHex(file.blob), index }, PATIENCE);
    chunks.push(plainBytes(data));
    hashes.push(await hashOfChunk(data));
  }
  if (hashOf(hashes) !== file.hash) throw new CoreError("file_damaged");
  return openFile(file.key, new Blob(chunks), file.size, file.mime);
}
