/** What JSON from elsewhere is asked about before anything in it is believed: for payloads of conversations and of rooms. */
import { fromUtf8 } from "./bytes.ts";
import { CoreError } from "./errors.ts";

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
/** A text of at most so many units. */
export const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
/** A whole number from 0. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
/** 16 bytes in hex. */
export const isId = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
/** What a sender had seen when they wrote. */
export const isChain = (value: unknown): boolean => isFields(value) && isCount(value["n"]) && isCount(value["seq"]) && isText(value["hash"], 64);

export const malformed = (): CoreError => new CoreError("malformed_payload");

/** Reads UTF-8 JSON; refuses with malformed_payload what is none. */
export function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    throw malformed();
  }
}
