/**
 * What is said in a room: typed, versioned JSON inside the group's ciphertext.
 *
 * Who is a moderator, what everybody is called and how the room is led is said by
 * moderators alone, in a *roster* beside each commit that lets somebody in or out;
 * so nobody names themself, and who comes in is told in one piece how things stand.
 *
 * What is not for everybody is *sealed*: an age file to the moderators, or to one
 * member and the moderators, that the others carry without being able to read it
 * (sealed_words.ts says what is inside).
 */
import {
  type Id, MAX_MENTIONS, MAX_MESSAGE_LENGTH, MAX_REACTION_LENGTH, MAX_ROOM_AGENDA, MAX_ROOM_NAME_LENGTH, MAX_ROOM_TEXT, MAX_SLOW_SECONDS,
  type RoomConduct, type RoomFace, type RoomLed, type RoomSaying,
} from "../api.ts";
import { utf8 } from "../bytes.ts";
import type { Chain } from "../conversation/payload.ts";
import { isFace } from "./face.ts";
import { type Fields, isChain, isCount, isFields, isId, isText, malformed, parse } from "../shape.ts";

export type RoomBody =
  /** By a moderator. */
  | ({ readonly type: "roster"; /** faceHash of the room's face. */ readonly face: string } & RoomLed)
  | ({ readonly type: "message"; readonly text: string } & RoomSaying)
  /** "" takes one's reaction back. */
  | { readonly type: "react"; readonly of: Id; readonly emoji: string }
  | { readonly type: "hand"; readonly up: boolean }
  /** Of what is sealed only who it is for is told: "moderators", or a member. */
  | { readonly type: "sealed"; readonly to: Id | typeof TO_MODERATORS; readonly sealed: string }
  /** By a moderator, or who said it. */
  | { readonly type: "take-down"; readonly of: Id }
  /** By a moderator. */
  | { readonly type: "mute"; readonly member: Id; readonly on: boolean; readonly until?: number }
  /** By a moderator: what this member writes is held for review. */
  | { readonly type: "hold"; readonly member: Id; readonly on: boolean }
  /** By a moderator: what `from` wrote, under the id that it was held by. */
  | ({ readonly type: "passed"; readonly of: Id; readonly from: Id; readonly text: string } & RoomSaying)
  /** By a moderator: what is not named stays as it is. */
  | { readonly type: "conduct"; readonly change: Partial<RoomConduct> }
  /** A browser of who says so is lost or was logged out: the moderators take its device out. */
  | { readonly type: "device-gone"; readonly device: Id }
  /** A browser of who says so wants other keys (renewing.ts): a key package for the leaf whose encryption key is `former`; both base64url. */
  | { readonly type: "new-keys"; readonly keyPackage: string; readonly former: string }
  /** By a moderator: what is told of the room from now on. */
  | { readonly type: "face"; readonly face: RoomFace };

export const TO_MODERATORS = "moderators";

export type RoomPayload = RoomBody & {
  readonly v: 1;
  readonly id: Id;
  readonly at: number;
  readonly chain: Chain;
};

/** One that this version does not know; passed over. */
export interface UnknownRoomPayload {
  readonly type: "unknown";
  readonly id: Id;
  readonly at: number;
  /** So that nothing seems to be missing after it. */
  readonly chain?: Chain;
}

const MOST_PEOPLE = 400;
/** Base64url of an age file to all moderators of the longest message. */
const MOST_SEALED = 120_000;
/** Base64url of a key package, and of its leaf's encryption key. */
const MOST_KEY_PACKAGE = 2_000;
const MOST_KEY = 100;

const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";

/** What goes with the words of a message. */
export const isSaying = ({ text, reply, warning, mentions }: Fields): boolean =>
  isText(text, MAX_MESSAGE_LENGTH) && (reply === undefined || isId(reply)) && (warning === undefined || isText(warning, MAX_ROOM_TEXT.warning)) &&
  (mentions === undefined || (Array.isArray(mentions) && mentions.length <= MAX_MENTIONS && mentions.every(isId)));

const isPerson = (value: unknown): boolean =>
  isFields(value) && isId(value["id"]) && isText(value["name"], 5 * MAX_ROOM_NAME_LENGTH) && isBoolean(value["moderates"]) && isBoolean(value["muted"]) && (value["mutedUntil"] === undefined || isCount(value["mutedUntil"])) && isBoolean(value["held"]);

const isPinned = (value: unknown): boolean => value === null || (isFields(value) && isId(value["id"]) && isText(value["name"], 200) && isText(value["text"], MAX_MESSAGE_LENGTH));
const isRunning = (value: unknown): boolean => value === null || (isFields(value) && isCount(value["item"]) && isCount(value["since"]));
const isAgendaItem = (value: unknown): boolean => isFields(value) && isText(value["title"], MAX_ROOM_TEXT.agenda) && isCount(value["minutes"]) && value["minutes"] <= 24 * 60;

const isMoment = (value: unknown): boolean => value === "start" || value === "end";
const isMood = (value: unknown): boolean => isFields(value) && isMoment(value["when"]) && Array.isArray(value["counts"]) && value["counts"].length === 5 && value["counts"].every(isCount);

const conductRules: { readonly [K in keyof RoomConduct]: (value: unknown) => boolean } = {
  welcome: (value) => isText(value, MAX_ROOM_TEXT.welcome),
  slowSeconds: (value) => isCount(value) && value <= MAX_SLOW_SECONDS,
  review: isBoolean,
  queue: isBoolean,
  floor: (value) => value === null || isId(value),
  pinned: isPinned,
  agenda: (value) => Array.isArray(value) && value.length <= MAX_ROOM_AGENDA && value.every(isAgendaItem),
  running: isRunning,
  check: (value) => value === null || (isFields(value) && isId(value["id"]) && isMoment(value["when"])),
  moods: (value) => Array.isArray(value) && value.length <= 2 && value.every(isMood),
  help: isBoolean,
};

/** Whether each field that is there is of its shape; fields that this version does not know are passed over. */
export const isConductChange = (value: unknown): value is Partial<RoomConduct> =>
  isFields(value) && Object.entries(conductRules).every(([key, rule]) => !(key in value) || rule(value[key]));
const isConduct = (value: unknown): boolean => isConductChange(value) && Object.keys(conductRules).every((key) => key in value);

const rules: Readonly<Record<RoomBody["type"], (p: Fields) => boolean>> = {
  roster: ({ people, conduct, hands, face }) =>
    isText(face, 64) &&     Array.isArray(people) && people.length <= MOST_PEOPLE && people.every(isPerson) && isConduct(conduct) && Array.isArray(hands) && hands.length <= MOST_PEOPLE && hands.every(isId),
  message: isSaying,
  react: ({ of, emoji }) => isId(of) && isText(emoji, MAX_REACTION_LENGTH),
  hand: ({ up }) => isBoolean(up),
  sealed: ({ to, sealed }) => (to === TO_MODERATORS || isId(to)) && isText(sealed, MOST_SEALED),
  "take-down": ({ of }) => isId(of),
  mute: ({ member, on, until }) => isId(member) && isBoolean(on) && (until === undefined || isCount(until)),
  hold: ({ member, on }) => isId(member) && isBoolean(on),
  passed: (p) => isId(p["of"]) && isId(p["from"]) && isSaying(p),
  conduct: ({ change }) => isConductChange(change),
  "device-gone": ({ device }) => isId(device),
  "new-keys": ({ keyPackage, former }) => isText(keyPackage, MOST_KEY_PACKAGE) && isText(former, MOST_KEY),
  face: ({ face }) => isFields(face) && isFace(face as unknown as RoomFace),
};

/** Encodes a payload as UTF-8 JSON. */
export const encodeRoomPayload = (payload: RoomPayload): Uint8Array => utf8(JSON.stringify(payload));

/** Decodes what another device wrote; refuses with malformed_payload what is not of its type's shape. */
export function decodeRoomPayload(bytes: Uint8Array): RoomPayload | UnknownRoomPayload {
  const value = parse(bytes);
  if (!isFields(value) || !isCount(value["v"]) || !isText(value["type"], 64) || !isCount(value["at"]) || !isId(value["id"])) throw malformed();
  const rule = Object.hasOwn(rules, value["type"]) ? rules[value["type"] as RoomBody["type"]] : undefined;
  if (!rule || value["v"] !== 1) return { type: "unknown", id: value["id"], at: value["at"], ...(isChain(value["chain"]) ? { chain: value["chain"] as Chain } : {}) };
  if (!isChain(value["chain"]) || !rule(value)) throw malformed();
  return value as unknown as RoomPayload;
}
