/**
 * Hiding how long something is: before encryption it is padded to a bucket.
 *
 * Padding is ISO/IEC 7816-4: one byte 0x80, then zeros up to the bucket, so it
 * can be told from the content whatever that is. Buckets are 256, 512, 1024 …
 * bytes, each double the last; content that fills a bucket exactly goes to the
 * next one, because the 0x80 always needs its place. What the server sees is
 * one of a dozen sizes.
 *
 * Who pads: `mls.ts` pads and unpads by itself, so no message can leave
 * unpadded; `sealed.ts` does when asked to; the vault and the history call
 * these functions before they seal.
 */
const SMALLEST = 256;
const MARK = 0x80;

/** The largest bucket: 1 MiB. Whoever stores the result has limits of their own below that. */
export const LARGEST_BUCKET = 1 << 20;

/** Bytes that are not padded as `pad` pads. */
export class PaddingError extends Error {
  constructor() {
    super("padding is malformed");
    this.name = "PaddingError";
  }
}

/** The bucket for content of `length` bytes; throws a RangeError when it is larger than the largest. */
export function bucketFor(length: number): number {
  let bucket = SMALLEST;
  while (bucket < length + 1) bucket *= 2;
  if (bucket > LARGEST_BUCKET) throw new RangeError("too long to be padded");
  return bucket;
}

/** `content` || 0x80 || zeros, as long as its bucket. */
export function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(bucketFor(content.length));
  padded.set(content);
  padded[content.length] = MARK;
  return padded;
}

/** The content of what `pad` made. Throws PaddingError, also when the length is no bucket or not the smallest that fits. */
export function unpad(padded: Uint8Array): Uint8Array {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (padded[end] !== MARK || padded.length > LARGEST_BUCKET || bucketFor(end) !== padded.length) throw new PaddingError();
  return padded.slice(0, end);
}
