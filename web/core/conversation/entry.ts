/**
 * What a device remembers of a stream, one entry a record: kept on the device
 * and, encrypted, in the account's own history stream.
 */
import type { Id, SealedContent, SecurityEvent } from "../api.ts";
import type { Payload, UnknownPayload } from "./payload.ts";

export type Entry =
  | {
      readonly kind: "payload";
      readonly stream: Id;
      readonly seq: number;
      readonly from: Id;
      readonly device: Id;
      readonly payload: Payload | UnknownPayload;
      /** Only with one's own request: what was sealed, so that the client can read it again. */
      readonly own?: SealedContent;
    }
  | { readonly kind: "devices"; readonly stream: Id; readonly seq: number; readonly at: number; readonly added: readonly Id[]; readonly removed: readonly Id[] }
  | { readonly kind: "unreadable"; readonly stream: Id; readonly seq: number; readonly at: number }
  | { readonly kind: "security"; readonly stream: Id; readonly seq: number; readonly at: number; readonly code: SecurityEvent["code"] };

/** Where and when an entry stands in its conversation. */
export function entryTime(entry: Entry): number {
  return entry.kind === "payload" ? entry.payload.at : entry.at;
}

/** What tells two entries of one record apart: its kind, and of a security event which. */
export function kindOf(entry: Entry): string {
  return entry.kind === "security" ? `${entry.kind}-${entry.code}` : entry.kind;
}
