/** The owner's side: the browser that is logged in shows a code and lets in whoever has the same words. */
import type { DeviceKind, Linking } from "../api.ts";
import { equalBytes, randomBytes } from "../bytes.ts";
import type { Transport } from "../context.ts";
import { generateSigningKey } from "../device_credential.ts";
import { sealTo } from "../sealed.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { type Grant, readReveal, writeGrant } from "./messages.ts";
import { checkWords, commitmentTo, formatLinkCode, type LinkCode, signAnswer, signGrant, tampered, transcriptOf } from "./secrets.ts";

export interface LettingIn {
  /** What is shown first. */
  readonly code: string;
  readonly until: number;
  /** Resolves once somebody is there whose words can be compared. */
  readonly met: Promise<Met>;
  cancel(): Promise<void>;
}

export interface Met {
  readonly words: readonly string[];
  readonly kind: DeviceKind;
  /** Rejects when the other side ends it, or it takes too long; resolves when what was given has arrived. */
  readonly arrived: Promise<void>;
  /** Gives the account away: only after a person said that the words are the same. */
  give(grant: Grant): Promise<void>;
}

export async function letIn(transport: Transport, now: () => number, signal: AbortSignal): Promise<LettingIn> {
  const { privateKey, publicKey } = generateSigningKey();
  const code: LinkCode = { secret: randomBytes(16), key: publicKey };
  const mailbox = await createMailbox(transport, code, signal);
  const until = now() + 1_000 * (await mailbox.open());
  return { code: formatLinkCode(code), until, met: meet(mailbox, code, privateKey), cancel: () => mailbox.cancel() };
}

async function meet(mailbox: Mailbox, code: LinkCode, privateKey: Uint8Array): Promise<Met> {
  const commitment = await mailbox.take(1);
  const nonce = randomBytes(32);
  await mailbox.put(2, signAnswer(privateKey, mailbox.id, commitment, nonce));
  const reveal = await mailbox.take(3);
  if (!equalBytes(commitmentTo(reveal), commitment)) throw tampered();
  const { recipient, kind } = readReveal(reveal);
  const transcript = transcriptOf(code, commitment, nonce, reveal);
  return {
    words: await checkWords(transcript),
    kind,
    arrived: mailbox.take(5).then(() => undefined),
    async give(grant) {
      await mailbox.put(4, signGrant(privateKey, transcript, await sealTo(recipient, writeGrant(grant))));
    },
  };
}

/** What is told while the words are compared. */
export const comparing = ({ words, kind }: Met): Linking => ({ step: "compare", words, kind });
