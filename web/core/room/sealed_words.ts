/**
 * What is said in a room and not for everybody: padded JSON in an age file
 * (sealed.ts) to the moderators, and to the one member whom it concerns, if any.
 */
import type { RoomSaying } from "../api.ts";
import { fromBase64url, toBase64url, utf8 } from "../bytes.ts";
import { openSealed, sealTo } from "../sealed.ts";
import { type Fields, isFields, isText, parse } from "../shape.ts";
import { isSaying } from "./payload.ts";

export type SealedWords =
  /** To the moderators by a member, or to a member by a moderator. */
  | { readonly kind: "whisper"; readonly text: string }
  /** To the moderators by who is held for review. */
  | ({ readonly kind: "held"; readonly text: string } & RoomSaying);

const rules: Readonly<Record<SealedWords["kind"], (words: Fields) => boolean>> = {
  whisper: isSaying,
  held: isSaying,
};

/** Seals words to their readers; base64url. */
export async function sealWords(recipients: readonly string[], words: SealedWords): Promise<string> {
  return toBase64url(await sealTo(recipients, utf8(JSON.stringify(words))));
}

/** Opens what sealWords made; undefined for whatever cannot be opened, or is not of its kind's shape. */
export async function openWords(identity: string, sealed: string): Promise<SealedWords | undefined> {
  try {
    const words = parse(await openSealed(identity, fromBase64url(sealed)));
    if (!isFields(words) || !isText(words["kind"], 20) || !Object.hasOwn(rules, words["kind"])) return undefined;
    return rules[words["kind"] as SealedWords["kind"]](words) ? (words as unknown as SealedWords) : undefined;
  } catch {
    return undefined;
  }
}
