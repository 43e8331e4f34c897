/**
 * What is inside the ciphertext of a conversation's records.
 *
 * A payload is UTF-8 JSON with `v`, `type`, its own `id`, the precise time `at`
 * and `chain`, the sender's view of the stream (see transcript.ts). Types that
 * this version does not know are kept and shown as such, so that an older
 * device never loses what a newer one wrote.
 */
import type { ConsentText, Id, SealedPart, Voice } from "../api.ts";
import { LIVE_MINUTES, LOUDEST, MAX_CODE_WORD_LENGTH, MAX_FILE_NAME_LENGTH, MAX_FILE_SIZE, MAX_INTAKE_LENGTH, MAX_KEPT_LENGTH, MAX_PREVIEW_LENGTH, MAX_MESSAGE_LENGTH, MAX_OPENING_REASON_LENGTH, MAX_REACTION_LENGTH, MAX_RECORD_YEARS, MAX_RETENTION_DAYS, MAX_VOICE_LEVELS, MAX_VOICE_MS } from "../api.ts";
import { CoreError } from "../errors.ts";
import { isChain, isCount, isFields, isId, isText, malformed, parse } from "../shape.ts";

/** The sender's own count of records in this stream, and the transcript it had seen when writing. */
export interface Chain {
  readonly n: number;
  readonly seq: number;
  /** Hex SHA-256 transcript hash after `seq`. */
  readonly hash: string;
}

/** An age file to the practitioner's sealing recipient, base64url. */
export type SealedFile = string;

/** A file that lies encrypted with the server (attachment.ts). */
export interface FilePayload {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly blob: Id;
  /** Bytes of the ciphertext. */
  readonly sealed: number;
  readonly hash: string;
  readonly key: string;
  readonly preview?: string;
  readonly voice?: Voice;
}

/** When words disappear, if they do: ms since 1970. */
interface Going { readonly goes?: number }

export type Body =
  | {
      readonly type: "request";
      readonly clientName: string;
      readonly consent: ConsentText;
      /** Days for which everything said here is kept; absent or 0: without end (lifetime.ts). */
      readonly retention?: number;
      readonly intake: {
        readonly reason: string;
        readonly region: string;
        readonly medical?: SealedFile;
        readonly contact?: SealedFile;
      };
      /** Of somebody who says that they were here before (returning.ts). */
      readonly returning?: { readonly name: string; readonly word: string };
    }
  /** `reply`: the message that is answered. */
  | ({ readonly type: "message"; readonly text: string; readonly reply?: Id } & Going)
  | ({ readonly type: "attachment" } & FilePayload & Going)
  | { readonly type: "edit"; readonly of: Id; readonly text: string }
  | { readonly type: "take-back"; readonly of: Id }
  | { readonly type: "react"; readonly of: Id; readonly emoji: string; readonly on: boolean }
  | ({ readonly type: "ask-back"; readonly text: string } & Going)
  | { readonly type: "accept" }
  | { readonly type: "decline"; readonly text: string }
  | { readonly type: "refer"; readonly text: string; readonly to: Id; readonly toName: string }
  | { readonly type: "revoke-consent"; readonly version: number }
  | { readonly type: "sealed-opened"; readonly part: SealedPart; readonly reason: string }
  | { readonly type: "code-word"; readonly word: string }
  | { readonly type: "code-word-agreed"; readonly of: Id }
  | { readonly type: "vouch"; readonly former: Id }
  | { readonly type: "continued" }
  | { readonly type: "object" }
  | { readonly type: "receipt"; readonly delivered: number; readonly read: number }
  /** `after`: the session before, if nobody ended it and it is over by the clock. */
  | { readonly type: "live-start"; readonly minutes: number; readonly after?: Id }
  | { readonly type: "live-join"; readonly of: Id }
  | { readonly type: "live-ask"; readonly of: Id; readonly minutes: number }
  | { readonly type: "live-answer"; readonly of: Id; readonly ask: Id; readonly agreed: boolean }
  /** `lapsed`: nobody came to what this side proposed. */
  | { readonly type: "live-end"; readonly of: Id; readonly lapsed?: true }
  | { readonly type: "live-keep"; readonly of: Id; readonly text: string }
  | { readonly type: "retention"; readonly days: number }
  | { readonly type: "disappear"; readonly seconds: number }
  /** Its writer forgets all up to a record: and asks the other side to, or does so because it was asked. */
  | { readonly type: "forget"; readonly upTo: number; readonly asked: boolean }
  | { readonly type: "end" }
  | { readonly type: "account-deleted" };

/**
 * Whether the other side may be told outside of the app that something is new.
 * The server learns it of each record, and with it which are receipts and which
 * are not: so what can be told is everything that somebody did and wants seen.
 */
export function isNews(type: Body["type"]): boolean {
  switch (type) {
    case "request":
    case "message":
    case "attachment":
    case "ask-back":
    case "accept":
    case "decline":
    case "refer":
    case "revoke-consent":
    case "sealed-opened":
    case "live-start":
    case "live-join":
    case "live-keep":
    case "code-word":
    case "code-word-agreed":
    case "vouch":
    case "continued":
    case "object":
    case "forget":
    case "end":
    case "account-deleted": return true;
    case "edit":
    case "take-back":
    case "react":
    case "live-ask":
    case "live-answer":
    case "live-end":
    case "retention":
    case "disappear":
    case "receipt": return false;
  }
}

export type Payload = Body & {
  readonly v: 1;
  readonly id: Id;
  readonly at: number;
  readonly chain: Chain;
};

/** A well-formed payload of a type that this version does not know. */
export interface UnknownPayload {
  readonly v: number;
  readonly type: string;
  readonly id: Id;
  readonly at: number;
  readonly unknown: true;
}

const text = (value: unknown, max = MAX_MESSAGE_LENGTH): value is string => isText(value, max);
const optional = (value: unknown): boolean => value === undefined || text(value, 400_000);

const consentFields = [
  "language", "credentials", "risksAndBenefits", "limitsOfConfidentiality", "responseTimes",
  "technologyFailure", "emergencies", "fees", "recordKeeping",
] as const;

const isYears = (value: unknown): boolean => value === undefined || (isCount(value) && value <= MAX_RECORD_YEARS);

const isConsent = (value: unknown): boolean =>
  isFields(value) && isCount(value["version"]) && isYears(value["recordYears"]) && consentFields.every((field) => text(value[field], 20_000));

const isIntake = (value: unknown): boolean =>
  isFields(value) && text(value["reason"], MAX_INTAKE_LENGTH.reason) && text(value["region"], MAX_INTAKE_LENGTH.region) && optional(value["medical"]) && optional(value["contact"]);

const isReturning = (value: unknown): boolean =>
  value === undefined || (isFields(value) && text(value["name"], MAX_INTAKE_LENGTH.formerName) && text(value["word"], MAX_CODE_WORD_LENGTH));

const isVoice = (value: unknown): boolean =>
  isFields(value) && isCount(value["ms"]) && value["ms"] <= MAX_VOICE_MS && Array.isArray(value["levels"]) && value["levels"].length <= MAX_VOICE_LEVELS
  && value["levels"].every((level) => isCount(level) && level <= LOUDEST);

/** A file taken back has no key any more. */
const isFile = (p: Readonly<Record<string, unknown>>): boolean =>
  text(p["name"], MAX_FILE_NAME_LENGTH) && text(p["mime"], 100) && isCount(p["size"]) && p["size"] <= MAX_FILE_SIZE && isId(p["blob"]) && isCount(p["sealed"]) && p["sealed"] <= 2 * MAX_FILE_SIZE
  && text(p["hash"], 64) && text(p["key"], 200) && (p["preview"] === undefined || (text(p["preview"], MAX_PREVIEW_LENGTH) && /^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/.test(p["preview"])))
  && (p["voice"] === undefined || isVoice(p["voice"]));

const minutes = (value: unknown, most: number): boolean => isCount(value) && value >= LIVE_MINUTES.least && value <= most;
const isGoing = (p: Readonly<Record<string, unknown>>): boolean => p["goes"] === undefined || isCount(p["goes"]);
const isDays = (value: unknown): boolean => isCount(value) && value <= MAX_RETENTION_DAYS;

/** One rule for each known type: what its fields must be. */
const rules: Readonly<Record<Body["type"], (p: Readonly<Record<string, unknown>>) => boolean>> = {
  request: (p) => text(p["clientName"], 200) && isConsent(p["consent"]) && isIntake(p["intake"]) && isReturning(p["returning"]) && (p["retention"] === undefined || isDays(p["retention"])),
  message: (p) => text(p["text"]) && (p["reply"] === undefined || isId(p["reply"])) && isGoing(p),
  attachment: (p) => isFile(p) && isGoing(p),
  edit: (p) => isId(p["of"]) && text(p["text"]),
  "take-back": (p) => isId(p["of"]),
  react: (p) => isId(p["of"]) && text(p["emoji"], MAX_REACTION_LENGTH) && typeof p["on"] === "boolean",
  "ask-back": (p) => text(p["text"]) && isGoing(p),
  accept: () => true,
  decline: (p) => text(p["text"]),
  refer: (p) => text(p["text"]) && text(p["to"], 32) && text(p["toName"], 200),
  "revoke-consent": (p) => isCount(p["version"]),
  "sealed-opened": (p) => (p["part"] === "medical" || p["part"] === "contact") && text(p["reason"], MAX_OPENING_REASON_LENGTH),
  "code-word": (p) => text(p["word"], MAX_CODE_WORD_LENGTH),
  "code-word-agreed": (p) => isId(p["of"]),
  vouch: (p) => isId(p["former"]),
  continued: () => true,
  object: () => true,
  receipt: (p) => isCount(p["delivered"]) && isCount(p["read"]),
  "live-start": (p) => minutes(p["minutes"], LIVE_MINUTES.most) && (p["after"] === undefined || isId(p["after"])),
  "live-join": (p) => isId(p["of"]),
  "live-ask": (p) => isId(p["of"]) && minutes(p["minutes"], LIVE_MINUTES.longest),
  "live-answer": (p) => isId(p["of"]) && isId(p["ask"]) && typeof p["agreed"] === "boolean",
  "live-end": (p) => isId(p["of"]) && (p["lapsed"] === undefined || p["lapsed"] === true),
  "live-keep": (p) => isId(p["of"]) && text(p["text"], MAX_KEPT_LENGTH),
  retention: (p) => isDays(p["days"]),
  disappear: (p) => p["seconds"] === 0 || (isCount(p["seconds"]) && p["seconds"] >= 3_600 && p["seconds"] <= MAX_RETENTION_DAYS * 86_400),
  forget: (p) => isCount(p["upTo"]) && typeof p["asked"] === "boolean",
  end: () => true,
  "account-deleted": () => true,
};

/** A text to be written, no longer than the other side will take. */
export function fitting(written: string): string {
  if (!text(written)) throw new CoreError("message_too_long");
  return written;
}

/** A text to be written that says something. */
export function saying(written: string): string {
  if (written.trim() === "") throw new CoreError("message_empty");
  return fitting(written);
}

/** Encodes a payload as UTF-8 JSON. */
export function encodePayload(payload: Payload): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(payload));
}

/**
 * Decodes what another device wrote. Nothing in it is trusted: a payload that
 * is not of its type's shape is refused with the code "malformed_payload".
 */
export function decodePayload(bytes: Uint8Array): Payload | UnknownPayload {
  const value = parse(bytes);
  if (!isFields(value) || !isCount(value["v"]) || !text(value["type"], 64) || !isCount(value["at"])) throw malformed();
  if (!isId(value["id"])) throw malformed();
  const rule = Object.hasOwn(rules, value["type"]) ? rules[value["type"] as Body["type"]] : undefined;
  if (!rule || value["v"] !== 1) {
    return { v: value["v"], type: value["type"], id: value["id"], at: value["at"], unknown: true };
  }
  if (!isChain(value["chain"]) || !rule(value)) throw malformed();
  return value as unknown as Payload;
}
