/**
 * What two browsers prove to each other while one lets the other in.
 *
 * The one that is logged in (here the *owner*) shows a code: a secret of 16
 * bytes and the public half of a signature key made for this once. The other
 * (the *entrant*) reads it by camera or as a link, so it never passes the server.
 *
 *  - The server can neither read nor alter: everything in the mailbox is sealed
 *    under the secret, and it finds the mailbox by an id derived from it.
 *  - The entrant is sure of the owner: what the owner says is signed by the key
 *    in the code, together with all that was said before.
 *  - The owner is sure of the entrant by the person alone, who compares three
 *    words: somebody else may have read the code over the shoulder. The entrant
 *    commits itself to its key before it knows the owner's random part, so that
 *    nobody can try keys until the words agree: one guess in 4.7 * 10^11.
 */
import { concatBytes, fromBase64url, plainBytes, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import { sign, verify } from "../device_credential.ts";
import { CoreError } from "../errors.ts";
import { hkdfSha256, openAesGcm, sealAesGcm, UnsealError } from "../kdf.ts";
import { pad, PaddingError, unpad } from "../padding.ts";
import { WORD_COUNT, wordList } from "../words.ts";

export interface LinkCode {
  /** 16 bytes. */
  readonly secret: Uint8Array;
  /** Ed25519 public key, 32 bytes. */
  readonly key: Uint8Array;
}

const VERSION = 1;
const LENGTH = 49;
const WORDS = 3;

/** version (1) || secret (16) || key (32), base64url: 66 characters. */
export function formatLinkCode({ secret, key }: LinkCode): string {
  return toBase64url(concatBytes(Uint8Array.of(VERSION), secret, key));
}

/** Reads a code, or the whole link that ends in one; undefined for anything else. */
export function parseLinkCode(text: string): LinkCode | undefined {
  const code = text.slice(text.lastIndexOf("#") + 1).trim();
  let bytes: Uint8Array;
  try {
    bytes = fromBase64url(code);
  } catch {
    return undefined;
  }
  if (bytes.length !== LENGTH || bytes[0] !== VERSION) return undefined;
  return { secret: bytes.slice(1, 17), key: plainBytes(bytes.slice(17)) };
}

export const mailboxOf = ({ secret }: LinkCode): Promise<Uint8Array> => hkdfSha256(secret, "alcove/v1/link/mailbox", 16);

export type Step = 1 | 2 | 3 | 4 | 5;

export interface Box {
  seal(step: Step, message: Uint8Array): Promise<Uint8Array>;
  /** Rejects with "link_tampered" for what was not sealed here for this step. */
  open(step: Step, sealed: Uint8Array): Promise<Uint8Array>;
}

export async function createBox({ secret }: LinkCode): Promise<Box> {
  const key = await hkdfSha256(secret, "alcove/v1/link/box");
  const place = (step: Step): Uint8Array => utf8(`alcove/v1/link/${step}`);
  return {
    seal: (step, message) => sealAesGcm(key, pad(message), place(step)),
    async open(step, sealed) {
      try {
        return unpad(await openAesGcm(key, sealed, place(step)));
      } catch (error) {
        throw error instanceof UnsealError || error instanceof PaddingError ? tampered() : error;
      }
    },
  };
}

/** What the entrant binds itself to, before it says it. */
export const commitmentTo = (reveal: Uint8Array): Uint8Array => sha256(utf8("alcove/v1/link/commitment"), reveal);

const answerPart = (mailbox: Uint8Array, commitment: Uint8Array, nonce: Uint8Array): Uint8Array =>
  concatBytes(utf8("alcove/v1/link/answer"), mailbox, commitment, nonce);

/** nonce (32) || signature (64): the owner's random part, for the one that made this commitment. */
export function signAnswer(privateKey: Uint8Array, mailbox: Uint8Array, commitment: Uint8Array, nonce: Uint8Array): Uint8Array {
  return concatBytes(nonce, sign(privateKey, answerPart(mailbox, commitment, nonce)));
}

/** The owner's random part; throws "link_tampered" when it is for another commitment, or not the owner's. */
export function readAnswer({ key }: LinkCode, mailbox: Uint8Array, commitment: Uint8Array, answer: Uint8Array): Uint8Array {
  const nonce = answer.slice(0, 32);
  if (answer.length !== 96 || !verify(key, answerPart(mailbox, commitment, nonce), answer.slice(32))) throw tampered();
  return nonce;
}

/** All that was said up to the reveal: 32 bytes. */
export function transcriptOf({ secret, key }: LinkCode, commitment: Uint8Array, nonce: Uint8Array, reveal: Uint8Array): Uint8Array {
  return sha256(utf8("alcove/v1/link/transcript"), secret, key, commitment, nonce, reveal);
}

/** The words that the person compares. */
export async function checkWords(transcript: Uint8Array): Promise<readonly string[]> {
  let number = BigInt(`0x${toHex(await hkdfSha256(transcript, "alcove/v1/link/words"))}`);
  const list = await wordList();
  const words: string[] = [];
  for (let i = 0; i < WORDS; i++) {
    words.unshift(list[Number(number % BigInt(WORD_COUNT))] ?? "");
    number /= BigInt(WORD_COUNT);
  }
  return words;
}

const grantPart = (transcript: Uint8Array, sealed: Uint8Array): Uint8Array => concatBytes(utf8("alcove/v1/link/grant"), transcript, sealed);

/** signature (64) || age file to the entrant. */
export function signGrant(privateKey: Uint8Array, transcript: Uint8Array, sealed: Uint8Array): Uint8Array {
  return concatBytes(sign(privateKey, grantPart(transcript, sealed)), sealed);
}

/** The age file; throws "link_tampered" when it is not the owner's, or not of this conversation. */
export function readGrant({ key }: LinkCode, transcript: Uint8Array, grant: Uint8Array): Uint8Array {
  const sealed = grant.slice(64);
  if (!verify(key, grantPart(transcript, sealed), grant.slice(0, 64))) throw tampered();
  return sealed;
}

export function tampered(): CoreError {
  return new CoreError("link_tampered");
}
