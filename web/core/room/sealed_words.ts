/**
 * What is said in a room and not for everybody: padded JSON in an age file
 * (sealed.ts) to the moderators, and to the one member whom it concerns, if any.
 */
import { type Id, MAX_REPORT_LENGTH, type RoomSaying } from "../api.ts";
import { fromBase64url, toBase64url, utf8 } from "../bytes.ts";
import { openSealed, sealTo } from "../sealed.ts";
import { type Fields, isCount, isFields, isId, isText, parse } from "../shape.ts";
import { MOST_PROVABLE } from "./franking.ts";
import { isSaying } from "./payload.ts";

export type SealedWords =
  /** To the moderators by a member, or to a member by a moderator. */
  | { readonly kind: "whisper"; readonly text: string }
  /** To the moderators by who is held for review. */
  | ({ readonly kind: "held"; readonly text: string } & RoomSaying)
  | ReportWords
  /** To the moderators by one of them: a report is done with. */
  | { readonly kind: "settled"; readonly of: Id }
  /** To who wrote what was held: it is not passed on. */
  | { readonly kind: "returned"; readonly of: Id; readonly text: string }
  /** To a member: the moderator who says so opens their intake card. */
  | { readonly kind: "opened" }
  /** To the moderators: how somebody is, 0 to 10. */
  | { readonly kind: "mood"; readonly check: Id; readonly value: number }
  /** Among moderators; and that a note is gone. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "note-gone"; readonly of: Id };

/** To the moderators: what somebody said to everybody, with its proof (reports.ts). */
export interface ReportWords {
  readonly kind: "report";
  /** By which id it is shown. */
  readonly of: Id;
  /** Where it stands in the log, and who said it. */
  readonly seq: number;
  readonly from: Id;
  /** Base64url of 32, 32 and 45 bytes. */
  readonly key: string;
  readonly commitment: string;
  readonly attest: string;
  /** As it was written. */
  readonly payload: string;
  readonly why: string;
}

const isBytes = (value: unknown, length: number): boolean => isText(value, 2 * length) && new RegExp(`^[\\w-]{${Math.ceil((length * 4) / 3)}}$`).test(value);

const rules: Readonly<Record<SealedWords["kind"], (words: Fields) => boolean>> = {
  whisper: isSaying,
  held: isSaying,
  report: ({ of, seq, from, key, commitment, attest, payload, why }) =>
    isId(of) && isCount(seq) && isId(from) && isBytes(key, 32) && isBytes(commitment, 32) && isBytes(attest, 45) && isText(payload, MOST_PROVABLE) && isText(why, MAX_REPORT_LENGTH),
  settled: ({ of }) => isId(of),
  returned: (words) => isId(words["of"]) && isSaying(words),
  opened: () => true,
  mood: ({ check, value }) => isId(check) && isCount(value) && value <= 10,
  note: isSaying,
  "note-gone": ({ of }) => isId(of),
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
