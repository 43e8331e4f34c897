/**
 * Message franking, the members' half: whatever is said in a room can be shown to
 * its moderators with proof, by whoever read it, and by nobody to anybody else.
 *
 * Who says something draws a franking key for it and puts that inside the
 * ciphertext, before the payload; beside it they give the server a commitment:
 *
 *     plaintext  = franking key (32) || payload
 *     commitment = HMAC-SHA256(franking key, "alcove/v1/franking" || room id (16) || sender (16) || payload)
 *
 * sender being their identity in the room. The server attests to the commitment
 * (internal/attest) without knowing what it is to: the key is random, so HMAC hides
 * the payload. And it is binding: nobody finds two openings without a collision of
 * SHA-256, the key having one length. The ciphertext alone would not be, since
 * AES-GCM does not commit to its key: one ciphertext can open to two messages, of
 * which the harmless one is reported (Dodis, Grubbs, Ristenpart, Woodage, "Fast
 * Message Franking: From Invisible Salamanders to Encryptment", CRYPTO 2018). So
 * every client refuses what does not fit its commitment; and what would be too long
 * for a report, for otherwise one could say so what nobody can report.
 *
 * The scheme is that of Facebook's Secret Conversations (2016), in the form that
 * Grubbs, Lu and Ristenpart call CtE2 ("Message Franking via Committing
 * Authenticated Encryption", CRYPTO 2017), with MLS in the place of the AEAD.
 */
import type { Id } from "../api.ts";
import { concatBytes, equalBytes, fromHex, fromUtf8, randomBytes, utf8 } from "../bytes.ts";
import { hmacSha256 } from "../kdf.ts";

const KEY = 32;
const LABEL = utf8("alcove/v1/franking");
/** Of the payload of a message, as a string of JSON: what fits into a report beside the rest. */
export const MOST_PROVABLE = 50 << 10;

export interface Franked {
  readonly plaintext: Uint8Array;
  readonly commitment: Uint8Array;
}

/** What was said, with what opens the commitment to it. */
export interface Opened {
  readonly key: Uint8Array;
  readonly payload: Uint8Array;
}

/** The commitment of `from` to a payload in a room. */
export function commitmentTo(room: Id, from: Id, { key, payload }: Opened): Promise<Uint8Array> {
  return hmacSha256(key, concatBytes(LABEL, fromHex(room), fromHex(from), payload));
}

/** Makes ready for encryption what `from` says. */
export async function frank(room: Id, from: Id, payload: Uint8Array): Promise<Franked> {
  const key = randomBytes(KEY);
  return { plaintext: concatBytes(key, payload), commitment: await commitmentTo(room, from, { key, payload }) };
}

/** What was decrypted, if it is what `from` committed to. */
export async function openFranked(room: Id, from: Id, { plaintext, commitment }: Franked): Promise<Opened | undefined> {
  if (plaintext.length < KEY) return undefined;
  const opened = { key: plaintext.slice(0, KEY), payload: plaintext.subarray(KEY) };
  return equalBytes(await commitmentTo(room, from, opened), commitment) ? opened : undefined;
}

/** A payload as it stands in a report; undefined where none can hold it, and leave so many bytes. */
export function provable(payload: Uint8Array, spare = 0): string | undefined {
  const text = fromUtf8(payload);
  // A byte order mark would be lost on the way.
  if (!equalBytes(utf8(text), payload)) return undefined;
  return utf8(JSON.stringify(text)).length <= MOST_PROVABLE - spare ? text : undefined;
}
