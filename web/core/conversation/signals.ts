/** What is signalled (signals.ts) in a conversation. */
import type { Id } from "../api.ts";
import type { Group } from "../mls.ts";
import * as signals from "../signals.ts";

/** `from` is writing. */
export interface TypingSignal {
  readonly type: "typing";
  readonly from: Id;
}
/** `from` has the live session `of` on the screen, which began so many milliseconds ago. */
export interface HereSignal {
  readonly type: "here";
  readonly from: Id;
  readonly of: Id;
  readonly elapsed: number;
}
export type Signal = TypingSignal | HereSignal;

export const sealSignal = (group: Group, conversation: Id, signal: Signal): Promise<Uint8Array> => signals.sealSignal(group, conversation, signal);

/** What is told; undefined for anything that cannot be read. */
export async function openSignal(group: Group, conversation: Id, ciphertext: Uint8Array): Promise<Signal | undefined> {
  const signal = await signals.openSignal(group, conversation, ciphertext);
  return isSignal(signal) ? signal : undefined;
}

function isSignal(value: unknown): value is Signal {
  if (typeof value !== "object" || value === null) return false;
  const { type, from, of, elapsed } = value as { readonly [field: string]: unknown };
  if (typeof from !== "string") return false;
  return type === "typing" || (type === "here" && typeof of === "string" && Number.isSafeInteger(elapsed) && (elapsed as number) >= 0);
}
