/** The idempotency keys of what is said. */
import { randomBytes } from "./bytes.ts";

/** Who has read on knows all but a few of the records before their own; these are no more exact than that. */
const ROUNDED = 64;

/**
 * The key of a new record by somebody who knows `known` records of its stream: that number
 * in 64s (4 bytes, big-endian) and 12 random bytes. It must not be more than there are in the
 * stream: the server takes it as a promise that no record with the key is among them, and
 * need not look for it where it has all later ones at hand. Keys of about the same time lie
 * beside one another, too.
 * It tells what the record's own number tells, or that its writer was far behind.
 */
export function recordKey(known: number): Uint8Array {
  const key = randomBytes(16);
  new DataView(key.buffer).setUint32(0, Math.floor(known / ROUNDED));
  return key;
}
