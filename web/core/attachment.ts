/**
 * A file as ciphertext that says nothing of it: an age file (C2SP age) to a
 * hybrid identity made for it alone, in chunks as the server takes them.
 *
 * Before it is encrypted the content is padded by one byte 0x80 and zeros to a
 * length with few significant bits (Padmé, PETS 2019, "Reducing Metadata Leakage
 * from Encrypted Files"), so that its length tells little and costs at most an
 * eighth. The identity, the name and the type travel inside a message only.
 */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { MAX_FILE_SIZE } from "./api.ts";
import { concatBytes, plainBytes, sha256, toHex } from "./bytes.ts";
import { CoreError } from "./errors.ts";

/** What the server takes at once. */
const CHUNK = 512 << 10;
const SMALLEST = 16 << 10;
const MARK = 0x80;

/** The length that content of `length` bytes is padded to. */
export function paddedLength(length: number): number {
  const needed = length + 1;
  if (needed <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(needed));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(needed / step) * step;
}

export interface Sealing {
  /** Secret: opens the file. */
  readonly identity: string;
  /** Of the ciphertext. */
  readonly size: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How many chunks ciphertext of this size has. */
export const chunkCount = (size: number): number => Math.ceil(size / CHUNK);

/** SHA-256, hex, over the SHA-256 of each chunk: what a message says of its file. */
export const hashOf = (hashes: readonly Uint8Array[]): string => toHex(sha256(...hashes));

export async function hashOfChunk(chunk: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", plainBytes(chunk)));
}

/** Encrypts a file as it is read; refuses with "blob_too_large". */
export async function sealFile(file: Blob): Promise<Sealing> {
  if (file.size > MAX_FILE_SIZE) throw new CoreError("blob_too_large");
  const identity = await generateHybridIdentity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const length = paddedLength(file.size);
  const padded = new Blob([file, Uint8Array.of(MARK), new Uint8Array(length - file.size - 1)]);
  const sealed = await encrypter.encrypt(padded.stream());
  return { identity, size: sealed.size(length), chunks: inChunks(sealed) };
}

async function* inChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let parts: Uint8Array[] = [];
  let held = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    held += value.length;
    if (held < CHUNK) continue;
    const whole = concatBytes(...parts);
    let at = 0;
    for (; held - at >= CHUNK; at += CHUNK) yield whole.slice(at, at + CHUNK);
    parts = [whole.slice(at)];
    held -= at;
  }
  if (held > 0) yield concatBytes(...parts);
}

/** The file of `length` bytes in the ciphertext; refuses what is not as it was sent with "file_damaged". */
export async function openFile(identity: string, sealed: Blob, length: number, type: string): Promise<Blob> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const padded = await new Response(await decrypter.decrypt(sealed.stream())).blob();
    if (padded.size !== paddedLength(length)) throw new RangeError("not padded as it must be");
    const [mark] = new Uint8Array(await padded.slice(length, length + 1).arrayBuffer());
    if (mark !== MARK) throw new RangeError("not padded as it must be");
    return padded.slice(0, length, harmless(type));
  } catch {
    throw new CoreError("file_damaged");
  }
}

/** Shown or played by the browser as they are; everything else is only ever saved. */
const SHOWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "audio/webm", "audio/mp4", "audio/ogg"]);

/** A type with which no browser runs what somebody sent. */
export const harmless = (type: string): string => (SHOWN.has(type) ? type : "application/octet-stream");
