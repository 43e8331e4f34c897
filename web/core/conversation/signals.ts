/**
 * Signals: told to who is connected now and kept nowhere. They are encrypted
 * under a key from the MLS exporter (RFC 9420 §8.5), not as MLS messages, because
 * signals get lost and each lost MLS message would leave a hole in the ratchet.
 */
import { fromHex, utf8 } from "../bytes.ts";
import type { Id } from "../api.ts";
import { openAesGcm, sealAesGcm } from "../kdf.ts";
import { exportSecret, type Group } from "../mls.ts";
import { pad, unpad } from "../padding.ts";

const AAD = utf8("alcove/v1/signal");
const LABEL = "alcove signal";

/** `from` is writing. */
export interface TypingSignal {
  readonly type: "typing";
  readonly from: Id;
}
/** `from` has the live session `of` on the screen, which began so many milliseconds ago. */
export interface HereSignal {
  readonly type: "here";
  readonly from: Id;
  readonly of: Id;
  readonly elapsed: number;
}
export type Signal = TypingSignal | HereSignal;

export async function sealSignal(group: Group, conversation: Id, signal: Signal): Promise<Uint8Array> {
  return sealAesGcm(await keyOf(group, conversation), pad(utf8(JSON.stringify(signal))), AAD);
}

/** What is told; undefined for anything that cannot be read: a signal matters to nobody a moment later. */
export async function openSignal(group: Group, conversation: Id, ciphertext: Uint8Array): Promise<Signal | undefined> {
  try {
    const plain = unpad(await openAesGcm(await keyOf(group, conversation), ciphertext, AAD));
    const signal: unknown = JSON.parse(new TextDecoder().decode(plain));
    return isSignal(signal) ? signal : undefined;
  } catch {
    return undefined;
  }
}

function isSignal(value: unknown): value is Signal {
  if (typeof value !== "object" || value === null) return false;
  const { type, from, of, elapsed } = value as { readonly [field: string]: unknown };
  if (typeof from !== "string") return false;
  return type === "typing" || (type === "here" && typeof of === "string" && Number.isSafeInteger(elapsed) && (elapsed as number) >= 0);
}

const keyOf = (group: Group, conversation: Id): Promise<Uint8Array> => exportSecret(group, LABEL, fromHex(conversation), 32);
