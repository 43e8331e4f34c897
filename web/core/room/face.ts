/**
 * A room's face: what somebody sees of it before they come in, and by which they
 * know afterwards that they came into the room they chose.
 *
 * It is JSON signed by the identity key of the moderator who wrote it, and names
 * all moderators with their identity keys and recipients:
 *
 *     {body: base64url(JSON), key: base64url(identity key), signature: base64url}
 *     signature over "alcove/v1/room-face" || room id (16) || body
 *
 * A listed room's face is this in clear. Any other's is
 * `nonce || AES-256-GCM(face key, padded, aad "alcove/v1/room-face" || room id)`; the
 * face key is in the invitation link, behind the "#", which browsers do not send.
 */
import { type Id, MAX_ROOM_DAYS, MAX_ROOM_SESSIONS, MAX_ROOM_TEXT, ROOM_CAPACITY, type RoomFace, type RoomModerator, type RoomQuestion, type RoomSession } from "../api.ts";
import { concatBytes, fromBase64url, fromHex, fromUtf8, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { accountIdOf, sign, verify } from "../device_credential.ts";
import { CoreError } from "../errors.ts";
import { openAesGcm, sealAesGcm } from "../kdf.ts";
import { pad, unpad } from "../padding.ts";

const MOST_QUESTIONS = 12;
const MOST_MODERATORS = 10;
const LABEL = utf8("alcove/v1/room-face");

interface Signed {
  readonly body: string;
  readonly key: string;
  readonly signature: string;
}

const labelled = (room: Uint8Array, ...more: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => concatBytes(LABEL, room, ...more);

/** Encodes a face, sealed if there is a key for that. Rejects with room_text_too_long what does not fit. */
export async function encodeFace(room: Id, face: RoomFace, identity: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }, key?: Uint8Array): Promise<Uint8Array> {
  if (!isFace(face)) throw new CoreError("room_text_too_long");
  const id = fromHex(room);
  const body = utf8(JSON.stringify(face));
  const signed: Signed = { body: toBase64url(body), key: toBase64url(identity.publicKey), signature: toBase64url(sign(identity.privateKey, labelled(id, body))) };
  const clear = utf8(JSON.stringify(signed));
  return key ? sealAesGcm(key, pad(clear), labelled(id)) : clear;
}

/** The same, signed by the account that uses this device. */
export function writeFace({ vault }: CoreContext, room: Id, face: RoomFace, key: Uint8Array | undefined): Promise<Uint8Array> {
  const { identityPrivateKey, identityPublicKey } = vault.read();
  return encodeFace(room, face, { privateKey: fromHex(identityPrivateKey), publicKey: fromHex(identityPublicKey) }, key);
}

/** Decodes a face and checks who signed it. Rejects with room_face_invalid what no moderator of the room wrote so. */
export async function decodeFace(room: Id, bytes: Uint8Array, key?: Uint8Array): Promise<RoomFace> {
  try {
    const id = fromHex(room);
    const clear = key ? unpad(await openAesGcm(key, bytes, labelled(id))) : bytes;
    const { body, key: signer, signature } = JSON.parse(fromUtf8(clear)) as Signed;
    const [told, by] = [fromBase64url(body), fromBase64url(signer)];
    const face = JSON.parse(fromUtf8(told)) as RoomFace;
    const wrote = isFace(face) && face.moderators.some(({ accountId }) => accountId === toHex(accountIdOf(by)));
    if (wrote && verify(by, labelled(id, told), fromBase64url(signature))) return face;
  } catch {
    // Whatever was wrong with it, nobody can believe it.
  }
  throw new CoreError("room_face_invalid");
}

/** By which those inside are told which face is the room's by now; hex. */
export function faceHash(face: RoomFace): string {
  const hash = hashes.get(face) ?? toHex(sha256(utf8(JSON.stringify(face))));
  hashes.set(face, hash);
  return hash;
}
/** Asked for with each change of a room. */
const hashes = new WeakMap<RoomFace, string>();

const isText = (value: unknown, most: number): boolean => typeof value === "string" && value.length <= most;

/** Whether each field is of its shape and length. */
export function isFace(value: RoomFace): boolean {
  const { v, title, purpose, rules, language, days, capacity, entry, sessions, questions, moderators } = value;
  return v === 1 && isText(title, MAX_ROOM_TEXT.title) && title.trim() !== "" && isText(purpose, MAX_ROOM_TEXT.purpose) && isText(rules, MAX_ROOM_TEXT.rules) &&
    isText(language, 20) && isBetween(days, 0, MAX_ROOM_DAYS) && isBetween(capacity, ROOM_CAPACITY.least, ROOM_CAPACITY.most) &&
    (entry === "open" || entry === "request") && Array.isArray(sessions) && sessions.length <= MAX_ROOM_SESSIONS && sessions.every(isSession) &&
    Array.isArray(questions) && questions.length <= MOST_QUESTIONS && questions.every(isQuestion) &&
    Array.isArray(moderators) && moderators.length > 0 && moderators.length <= MOST_MODERATORS && moderators.every(isModerator);
}

const isBetween = (value: unknown, least: number, most: number): boolean => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const isSession = ({ weekday, start, minutes, zone }: RoomSession): boolean =>
  isBetween(weekday, 0, 6) && isBetween(start, 0, 1_439) && isBetween(minutes, 5, 1_440) && isText(zone, 60);

const isQuestion = (value: RoomQuestion): boolean => isText(value?.label, MAX_ROOM_TEXT.question) && typeof value.required === "boolean";

function isModerator(value: RoomModerator): boolean {
  const { accountId, displayName, identityKey, recipient } = value;
  return isText(displayName, 200) && isText(recipient, 4_000) && /^[0-9a-f]{64}$/.test(identityKey) && accountId === toHex(accountIdOf(fromHex(identityKey)));
}
