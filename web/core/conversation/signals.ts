/**
 * Typing: told to who is connected now and kept nowhere. It is encrypted under
 * a key from the MLS exporter (RFC 9420 §8.5), not as an MLS message, because
 * signals get lost and each lost MLS message would leave a hole in the ratchet.
 */
import { fromHex, utf8 } from "../bytes.ts";
import type { Id } from "../api.ts";
import { openAesGcm, sealAesGcm } from "../kdf.ts";
import { exportSecret, type Group } from "../mls.ts";
import { pad, unpad } from "../padding.ts";

const AAD = utf8("alcove/v1/signal");
const LABEL = "alcove signal";

interface Signal {
  readonly type: "typing";
  readonly from: Id;
}

/** Seals that `from` is typing in this conversation. */
export async function sealTyping(group: Group, conversation: Id, from: Id): Promise<Uint8Array> {
  const signal: Signal = { type: "typing", from };
  return sealAesGcm(await keyOf(group, conversation), pad(utf8(JSON.stringify(signal))), AAD);
}

/** Who is typing; undefined for anything that cannot be read: a signal matters to nobody a moment later. */
export async function openTyping(group: Group, conversation: Id, ciphertext: Uint8Array): Promise<Id | undefined> {
  try {
    const plain = unpad(await openAesGcm(await keyOf(group, conversation), ciphertext, AAD));
    const signal: unknown = JSON.parse(new TextDecoder().decode(plain));
    return isTyping(signal) ? signal.from : undefined;
  } catch {
    return undefined;
  }
}

function isTyping(value: unknown): value is Signal {
  if (typeof value !== "object" || value === null) return false;
  const signal = value as Partial<Signal>;
  return signal.type === "typing" && typeof signal.from === "string";
}

const keyOf = (group: Group, conversation: Id): Promise<Uint8Array> => exportSecret(group, LABEL, fromHex(conversation), 32);
