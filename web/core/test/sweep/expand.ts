/** What is compressed, unpacked: wherever a gzip member (RFC 1952) or a zlib stream (RFC 1950) begins, also one that was cut off. */
import { constants, gunzipSync, inflateSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** How deep and how much is unpacked of one beginning. */
const DEEPEST = 2;
const MOST = 64 << 20;
/** Less than this is no text of anybody's: chance made it look like a beginning. */
const LEAST = 8;

const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST } as const;

/** The second byte of a zlib header whose first is 0x78. */
const LEVELS: ReadonlySet<number> = new Set([0x01, 0x5e, 0x9c, 0xda]);

function unpack(how: (from: Buffer) => Buffer, from: Buffer): Buffer | undefined {
  // What follows the stream is no error to us, and neither is that it ends too soon: a piece is enough.
  try {
    return how(from);
  } catch {
    return undefined;
  }
}

/** The part itself, and whatever is packed in it. */
export function* expanded(part: Part, depth = 0): Generator<Part> {
  yield part;
  if (depth === DEEPEST) return;
  const { name, bytes } = part;
  const begins = (how: (from: Buffer) => Buffer, at: number): Part | undefined => {
    const plain = unpack(how, bytes.subarray(at, at + MOST));
    return plain && plain.length >= LEAST ? { name: `${name}, unpacked from ${at}`, bytes: plain } : undefined;
  };
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8 || (bytes[at + 3]! & 0xe0) !== 0) continue;
    const found = begins((from) => gunzipSync(from, options), at);
    if (found) yield* expanded(found, depth + 1);
  }
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    if (!LEVELS.has(bytes[at + 1] ?? 0)) continue;
    const found = begins((from) => inflateSync(from, options), at);
    if (found) yield* expanded(found, depth + 1);
  }
}
