/**
 * What is said in a room: typed, versioned JSON inside the group's ciphertext.
 *
 * Who is a moderator and what everybody is called is said by moderators alone, in
 * a *roster* beside each commit that lets somebody in or out; so nobody names
 * themself, and who comes in is told in one piece how things stand.
 */
import { type Id, MAX_MESSAGE_LENGTH, MAX_ROOM_NAME_LENGTH, type RoomPerson } from "../api.ts";
import { utf8 } from "../bytes.ts";
import type { Chain } from "../conversation/payload.ts";
import { type Fields, isChain, isCount, isFields, isId, isText, malformed, parse } from "../shape.ts";

export type RoomBody =
  | { readonly type: "roster"; readonly people: readonly RoomPerson[] }
  | { readonly type: "message"; readonly text: string; readonly reply?: Id }
  /** By a moderator, or who said it. */
  | { readonly type: "take-down"; readonly of: Id }
  /** By a moderator. */
  | { readonly type: "mute"; readonly member: Id; readonly on: boolean };

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
}

const MOST_PEOPLE = 400;

const isPerson = (value: unknown): boolean =>
  isFields(value) && isId(value["id"]) && isText(value["name"], 5 * MAX_ROOM_NAME_LENGTH) && typeof value["moderates"] === "boolean" && typeof value["muted"] === "boolean";

const rules: Readonly<Record<RoomBody["type"], (p: Fields) => boolean>> = {
  roster: ({ people }) => Array.isArray(people) && people.length <= MOST_PEOPLE && people.every(isPerson),
  message: (p) => isText(p["text"], MAX_MESSAGE_LENGTH) && (p["reply"] === undefined || isId(p["reply"])),
  "take-down": (p) => isId(p["of"]),
  mute: (p) => isId(p["member"]) && typeof p["on"] === "boolean",
};

/** Encodes a payload as UTF-8 JSON. */
export const encodeRoomPayload = (payload: RoomPayload): Uint8Array => utf8(JSON.stringify(payload));

/** Decodes what another device wrote; refuses with malformed_payload what is not of its type's shape. */
export function decodeRoomPayload(bytes: Uint8Array): RoomPayload | UnknownRoomPayload {
  const value = parse(bytes);
  if (!isFields(value) || !isCount(value["v"]) || !isText(value["type"], 64) || !isCount(value["at"]) || !isId(value["id"])) throw malformed();
  const rule = Object.hasOwn(rules, value["type"]) ? rules[value["type"] as RoomBody["type"]] : undefined;
  if (!rule || value["v"] !== 1) return { type: "unknown", id: value["id"], at: value["at"] };
  if (!isChain(value["chain"]) || !rule(value)) throw malformed();
  return value as unknown as RoomPayload;
}
