/**
 * The intake card: what a member tells the moderators of a room, and nobody else.
 *
 *     {v: 1, body: base64url(JSON {name, answers: [{question, answer}], recipient, leads}), key, signature, keyPackage?}
 *     signature by the member's identity in this room over "alcove/v1/room-card" || room id (16) || body
 *
 * in an age file to all moderators, padded. `recipient` is where the moderators
 * answer this member, `key` the identity key by which the card is theirs: so the
 * server cannot lay one member's card beside another's words. Left at the door it
 * also holds the key package by which its writer is let in.
 */
import { type Id, MAX_ROOM_TEXT, type RoomAnswer, type RoomModerator } from "../api.ts";
import { concatBytes, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from "../bytes.ts";
import { accountIdOf, sign, verify } from "../device_credential.ts";
import { openSealed, sealTo } from "../sealed.ts";
import { isFields, isText, parse } from "../shape.ts";

export interface Card {
  readonly name: string;
  readonly answers: readonly RoomAnswer[];
  /** "age1pq1…" */
  readonly recipient: string;
  /** Asks to lead the room, too; then all of this is that practitioner's account's. */
  readonly leads: boolean;
}
export interface ReadCard extends Card {
  /** Whose it is: their identity in this room. */
  readonly person: Id;
  /** Hex. */
  readonly identityKey: string;
  readonly keyPackage?: Uint8Array;
}

const MOST_ANSWERS = 12;
const LABEL = utf8("alcove/v1/room-card");

interface Signed {
  readonly v: 1;
  readonly body: string;
  readonly key: string;
  readonly signature: string;
  readonly keyPackage?: string;
}

/** Seals a card, and what lets its writer in, to those who lead the room. */
export function sealCard(room: Id, moderators: readonly RoomModerator[], identity: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }, card: Card, keyPackage?: Uint8Array): Promise<Uint8Array> {
  const body = utf8(JSON.stringify(card));
  const signed: Signed = {
    v: 1, body: toBase64url(body), key: toBase64url(identity.publicKey), signature: toBase64url(sign(identity.privateKey, labelled(room, body))),
    ...(keyPackage ? { keyPackage: toBase64url(keyPackage) } : {}),
  };
  return sealTo(moderators.map(({ recipient }) => recipient), utf8(JSON.stringify(signed)));
}

/** Reads a card; undefined where it cannot be opened, or is no card of somebody in this room. */
export async function readCard(room: Id, sealingIdentity: string, sealed: Uint8Array): Promise<ReadCard | undefined> {
  try {
    const { body, key, signature, keyPackage } = JSON.parse(fromUtf8(await openSealed(sealingIdentity, sealed))) as Signed;
    const [told, by] = [fromBase64url(body), fromBase64url(key)];
    const card = parse(told);
    if (!isCard(card) || !verify(by, labelled(room, told), fromBase64url(signature))) return undefined;
    const { name, answers, recipient, leads } = card;
    return { name, answers, recipient, leads, person: toHex(accountIdOf(by)), identityKey: toHex(by), ...(keyPackage === undefined ? {} : { keyPackage: fromBase64url(keyPackage) }) };
  } catch {
    return undefined;
  }
}

/** The answers, under the questions that were asked; "" where there is none. */
export const answered = (questions: readonly { readonly label: string }[], answers: readonly string[]): readonly RoomAnswer[] =>
  questions.map(({ label }, i) => ({ question: label, answer: (answers[i] ?? "").trim() }));

const labelled = (room: Id, body: Uint8Array): Uint8Array<ArrayBuffer> => concatBytes(LABEL, fromHex(room), body);

const isAnswer = (value: unknown): boolean => isFields(value) && isText(value["question"], MAX_ROOM_TEXT.question) && isText(value["answer"], MAX_ROOM_TEXT.answer);

function isCard(value: unknown): value is Card {
  if (!isFields(value)) return false;
  const { name, answers, recipient, leads } = value;
  return typeof leads === "boolean" && isText(name, 200) && isText(recipient, 4_000) && recipient.startsWith("age1pq1") && Array.isArray(answers) && answers.length <= MOST_ANSWERS && answers.every(isAnswer);
}
