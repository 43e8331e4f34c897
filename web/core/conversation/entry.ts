/**
 * What a device remembers of a stream, one entry a record: kept on the device
 * and, encrypted, in the account's own history stream.
 */
import type { ConsentText, ConversationState, Id, Keeping, SealedContent, SecurityEvent } from "../api.ts";
import type { Payload, UnknownPayload } from "./payload.ts";

/** Where a conversation stood when all that was said in it was forgotten. */
export interface Base {
  readonly state: ConversationState;
  readonly endedAt?: number;
  readonly askedBack: boolean;
  readonly keeping: Keeping;
  readonly clientName: string;
  readonly consent?: { readonly at: number; readonly text: ConsentText; readonly revokedAt?: number };
  readonly delivered: number;
  readonly read: number;
  readonly myReceipt: { readonly delivered: number; readonly read: number };
}

export type Entry =
  | {
      readonly kind: "payload";
      readonly stream: Id;
      readonly seq: number;
      readonly from: Id;
      readonly device: Id;
      readonly payload: Payload | UnknownPayload;
      /** Its words were forgotten when their time had come. */
      readonly scrubbed?: true;
      /** Only with one's own request: what was sealed, so that the client can read it again. */
      readonly own?: SealedContent;
    }
  | { readonly kind: "devices"; readonly stream: Id; readonly seq: number; readonly at: number; readonly added: readonly Id[]; readonly removed: readonly Id[] }
  /** What is left of all up to here, which was forgotten at once (forgetting.ts). */
  | ({ readonly kind: "base"; readonly stream: Id; readonly seq: number; readonly at: number } & Base)
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
