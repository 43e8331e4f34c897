/**
 * Signals: told to who is connected now and kept nowhere. They are encrypted
 * under a key from the MLS exporter (RFC 9420 §8.5), not as MLS messages, because
 * signals get lost and each lost MLS message would leave a hole in the ratchet.
 */
import type { Id } from "./api.ts";
import { fromHex, utf8 } from "./bytes.ts";
import { openAesGcm, sealAesGcm } from "./kdf.ts";
import { exportSecret, type Group } from "./mls.ts";
import { pad, unpad } from "./padding.ts";

const AAD = utf8("alcove/v1/signal");
const LABEL = "alcove signal";

export async function sealSignal(group: Group, stream: Id, signal: object): Promise<Uint8Array> {
  return sealAesGcm(await keyOf(group, stream), pad(utf8(JSON.stringify(signal))), AAD);
}

/** What is told; undefined for anything that cannot be read: a signal matters to nobody a moment later. */
export async function openSignal(group: Group, stream: Id, ciphertext: Uint8Array): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(unpad(await openAesGcm(await keyOf(group, stream), ciphertext, AAD))));
  } catch {
    return undefined;
  }
}

const keyOf = (group: Group, stream: Id): Promise<Uint8Array> => exportSecret(group, LABEL, fromHex(stream), 32);
