/**
 * What a person wrote and the server has not yet acknowledged. An item is on
 * the device's disk before the composer is cleared, and leaves only when its
 * entry is; so neither a crash nor a lost answer loses or doubles it.
 */
import type { CoreContext } from "../context.ts";
import type { Id, SealedContent } from "../api.ts";
import { fromBase64url, fromUtf8, toBase64url, utf8 } from "../bytes.ts";
import type { StoreWrite } from "./history.ts";
import type { Payload } from "./payload.ts";

export interface OutboxItem {
  /** Counts up; the order of sending. */
  readonly order: number;
  readonly payload: Payload;
  readonly own?: SealedContent;
  /** Set once encrypted: repeated as it is until the server took it or refused its epoch. */
  readonly wire?: { readonly epoch: number; readonly key: Uint8Array; readonly ciphertext: Uint8Array; readonly forgetHour?: number };
}

type KeptItem = Omit<OutboxItem, "wire"> & { readonly wire?: { readonly epoch: number; readonly key: string; readonly ciphertext: string; readonly forgetHour?: number } };

const prefix = (conversation: Id): string => `conversation/${conversation}/outbox/`;
const name = (conversation: Id, order: number): string => prefix(conversation) + order.toString().padStart(10, "0");

/** The write that keeps an item. */
export function keepItem(conversation: Id, item: OutboxItem): StoreWrite {
  const wire = item.wire && { ...item.wire, key: toBase64url(item.wire.key), ciphertext: toBase64url(item.wire.ciphertext) };
  return [name(conversation, item.order), utf8(JSON.stringify({ ...item, wire }))];
}

/** The write that removes an item. */
export function dropItem(conversation: Id, item: OutboxItem): StoreWrite {
  return [name(conversation, item.order), undefined];
}

/** The items kept, in the order of sending. */
export async function loadOutbox(ctx: CoreContext, conversation: Id): Promise<OutboxItem[]> {
  const stored = await ctx.store.list(prefix(conversation));
  return stored
    .map(([, value]) => {
      const { wire, ...item } = JSON.parse(fromUtf8(value)) as KeptItem;
      if (!wire) return item;
      return { ...item, wire: { ...wire, key: fromBase64url(wire.key), ciphertext: fromBase64url(wire.ciphertext) } };
    })
    .sort((a, b) => a.order - b.order);
}
