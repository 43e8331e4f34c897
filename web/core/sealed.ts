/**
 * Sealed items: files that one person can open, in a format that outlives us.
 *
 * An item is an age file (C2SP age) to a hybrid recipient, "age1pq1…", which
 * joins X25519 with ML-KEM-768: what is sealed today stays sealed when one of
 * them is broken. The content is padded to its bucket (padding.ts) first, so
 * the file's size tells little. Whoever opens it with another age tool finds
 * one byte 0x80 and zeros behind the content.
 *
 * A recipient is as good as the hand it comes from: accounts sign theirs with
 * the identity key, over "alcove/v1/sealing" || recipient.
 */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { concatBytes, utf8 } from "./bytes.ts";
import { sign, verify } from "./device_credential.ts";
import { pad, PaddingError, unpad } from "./padding.ts";

export interface SealingKey {
  /** Secret: "AGE-SECRET-KEY-PQ-1…". */
  readonly identity: string;
  /** Public: "age1pq1…", about 2,000 characters. */
  readonly recipient: string;
}

/** What cannot be opened: sealed to somebody else, altered, or no age file. */
export class SealedError extends Error {
  constructor(cause: unknown) {
    super("cannot be opened", { cause });
    this.name = "SealedError";
  }
}

export async function generateSealingKey(): Promise<SealingKey> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient that an identity opens for. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** Seals `content` to hybrid recipients, each of whom can open it; throws a RangeError for a recipient of another kind. */
export async function sealTo(recipients: string | readonly string[], content: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of [recipients].flat()) {
    if (!recipient.startsWith("age1pq1")) throw new RangeError("not a hybrid recipient");
    encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(pad(content));
}

/** Opens what sealTo made; rejects with SealedError. */
export async function openSealed(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let padded: Uint8Array;
  try {
    padded = await decrypter.decrypt(sealed);
  } catch (error) {
    throw new SealedError(error);
  }
  try {
    return unpad(padded);
  } catch (error) {
    throw error instanceof PaddingError ? new SealedError(error) : error;
  }
}

function signedPart(recipient: string): Uint8Array {
  return concatBytes(utf8("alcove/v1/sealing"), utf8(recipient));
}

/** An account's signature (64 bytes) on its recipient. */
export function signRecipient(identityPrivateKey: Uint8Array, recipient: string): Uint8Array {
  return sign(identityPrivateKey, signedPart(recipient));
}

/** Whether the account with `identityKey` signed this recipient. */
export function verifyRecipient(identityKey: Uint8Array, recipient: string, signature: Uint8Array): boolean {
  return verify(identityKey, signedPart(recipient), signature);
}
