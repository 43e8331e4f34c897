/**
 * The ballot: a one-time Ed25519 key, signed by the server without having seen it, by
 * blind RSA (RFC 9474, RSABSSA-SHA384-PSS-Randomized). This file alone knows the library.
 *
 * The signature is over randomizer (32 bytes) || public key (32 bytes). Whoever answers
 * signs with the key, so that nobody who sees a response on its way can put another one
 * in its place.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { concatBytes, plainBytes, sha256, utf8 } from "../bytes.ts";
import { generateSigningKey, type KeyPair, sign, verify } from "../device_credential.ts";

const suite = RSABSSA.SHA384.PSS.Randomized();
/** Bits of the modulus. A larger key would be one to keep a device busy. */
const MODULUS = { least: 2048, most: 4096 } as const;
const RANDOMIZER = 32;

/** A ballot as it is handed in: what was signed, and the signature. */
export interface SignedBallot {
  readonly publicKey: Uint8Array;
  readonly randomizer: Uint8Array;
  readonly signature: Uint8Array;
}

/** What the device drew before it asks for the signature. All of it is secret but `blinded`. */
export interface DrawnBallot {
  readonly key: KeyPair;
  readonly randomizer: Uint8Array;
  readonly blinded: Uint8Array;
  /** Takes the blinding off again. As long as the modulus. */
  readonly inverse: Uint8Array;
}

/** What WebCrypto says of a key; a worker's types lack it. */
interface RsaAlgorithm extends KeyAlgorithm {
  readonly modulusLength: number;
  readonly publicExponent: Uint8Array;
}

/** The key in a DER SubjectPublicKeyInfo; undefined unless it is RSA with 2,048 to 4,096 bits and e = 65537. */
export async function readBallotKey(der: Uint8Array): Promise<CryptoKey | undefined> {
  const key = await crypto.subtle.importKey("spki", plainBytes(der), { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]).catch(() => undefined);
  const { modulusLength, publicExponent } = (key?.algorithm ?? { modulusLength: 0, publicExponent: new Uint8Array() }) as RsaAlgorithm;
  const exponent = publicExponent.reduce((sum, byte) => sum * 256 + byte, 0);
  return modulusLength >= MODULUS.least && modulusLength <= MODULUS.most && exponent === 65_537 ? key : undefined;
}

/** Draws a ballot and blinds it: RFC 9474, Prepare and Blind (sections 4.1, 4.2). */
export async function drawBallot(ballotKey: CryptoKey): Promise<DrawnBallot> {
  const key = generateSigningKey();
  const message = suite.prepare(key.publicKey);
  const { blindedMsg, inv } = await suite.blind(ballotKey, message);
  return { key, randomizer: message.slice(0, RANDOMIZER), blinded: blindedMsg, inverse: inv };
}

/** The signature without its blinding: RFC 9474, Finalize (section 4.4). Rejects unless it is one of this key on this ballot. */
export function finishBallot(ballotKey: CryptoKey, { key, randomizer, inverse }: Omit<DrawnBallot, "blinded">, blindSignature: Uint8Array): Promise<Uint8Array> {
  return suite.finalize(ballotKey, concatBytes(randomizer, key.publicKey), blindSignature, inverse);
}

export async function verifyBallot(ballotKey: CryptoKey, { publicKey, randomizer, signature }: SignedBallot): Promise<boolean> {
  if (publicKey.length !== 32 || randomizer.length !== RANDOMIZER) return false;
  return suite.verify(ballotKey, signature, concatBytes(randomizer, publicKey)).catch(() => false);
}

// ---- what the ballot's key signs (survey ids: 16 bytes; signatures: 64 bytes) ---

const answerPart = (surveyId: Uint8Array, sealed: Uint8Array): Uint8Array => concatBytes(utf8("alcove/v1/survey/answer"), surveyId, sha256(sealed));
const withdrawalPart = (surveyId: Uint8Array): Uint8Array => concatBytes(utf8("alcove/v1/survey/withdraw"), surveyId);

export const signAnswer = (privateKey: Uint8Array, surveyId: Uint8Array, sealed: Uint8Array): Uint8Array => sign(privateKey, answerPart(surveyId, sealed));
export const verifyAnswer = (publicKey: Uint8Array, surveyId: Uint8Array, sealed: Uint8Array, signature: Uint8Array): boolean => verify(publicKey, answerPart(surveyId, sealed), signature);
export const signWithdrawal = (privateKey: Uint8Array, surveyId: Uint8Array): Uint8Array => sign(privateKey, withdrawalPart(surveyId));

/** What a response is found by in a batch: 32 bytes. */
export const leafOf = (surveyId: Uint8Array, publicKey: Uint8Array, sealed: Uint8Array): Uint8Array => sha256(utf8("alcove/v1/survey/leaf"), surveyId, publicKey, sha256(sealed));
