/** The entrant's side: a browser that read the code says who it is and waits until it is let in. */
import type { DeviceKind } from "../api.ts";
import type { Transport } from "../context.ts";
import { CoreError } from "../errors.ts";
import { generateSealingKey, openSealed, SealedError } from "../sealed.ts";
import { createMailbox } from "./mailbox.ts";
import { type Grant, readGrantFields, writeReveal } from "./messages.ts";
import { checkWords, commitmentTo, parseLinkCode, readAnswer, readGrant, tampered, transcriptOf } from "./secrets.ts";

export interface ComingInArgs {
  readonly transport: Transport;
  readonly typed: string;
  readonly kind: DeviceKind;
  readonly signal: AbortSignal;
  readonly compare: (words: readonly string[]) => void;
}

/** Rejects with "link_invalid", "link_expired", "link_taken", "link_cancelled" or "link_tampered". */
export async function comeIn({ transport, typed, kind, signal, compare }: ComingInArgs): Promise<Grant> {
  const code = parseLinkCode(typed);
  if (!code) throw new CoreError("link_invalid");
  const mailbox = await createMailbox(transport, code, signal);
  try {
    const { identity, recipient } = await generateSealingKey();
    const reveal = writeReveal({ recipient, kind });
    const commitment = commitmentTo(reveal);
    await mailbox.put(1, commitment);
    const nonce = readAnswer(code, mailbox.id, commitment, await mailbox.take(2));
    await mailbox.put(3, reveal);
    const transcript = transcriptOf(code, commitment, nonce, reveal);
    compare(await checkWords(transcript));
    const sealed = readGrant(code, transcript, await mailbox.take(4));
    const grant = readGrantFields(await opened(identity, sealed));
    // Said before it is used: the owner takes back what it gave if nobody says so in time.
    await mailbox.put(5, new Uint8Array());
    return grant;
  } catch (error) {
    await mailbox.cancel();
    throw error;
  }
}

async function opened(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
  try {
    return await openSealed(identity, sealed);
  } catch (error) {
    throw error instanceof SealedError ? tampered() : error;
  }
}
