/**
 * Delivered and read marks: told to the other side coalesced, a moment after
 * the last change, as ordinary payloads; and what this account has read, kept
 * in the vault for its other devices.
 */
import type { Id } from "../api.ts";
import type { CoreContext } from "../context.ts";
import type { Conversation } from "./conversation.ts";
import type { Body } from "./payload.ts";

const RECEIPT_AFTER = 300;
const VAULT_AFTER = 3_000;

export interface Receipts {
  /** Looks whether there is something to tell of a conversation. */
  consider(conversation: Conversation): void;
  /** Tells and keeps at once what would have been told and kept in a moment. */
  settle(): Promise<void>;
  stop(): void;
}

export interface ReceiptHooks {
  /** Up to which sequence number a conversation is on the screen; undefined while it is not. */
  readonly shownUpTo: (conversation: Conversation) => number | undefined;
  readonly post: (conversation: Conversation, body: Body) => Promise<void>;
}

export function createReceipts(ctx: CoreContext, hooks: ReceiptHooks): Receipts {
  const telling = new Map<Id, { readonly conversation: Conversation; readonly timer: ReturnType<typeof setTimeout> }>();
  const reading = new Map<Id, number>();
  const told = new Map<Id, string>();
  let vaultTimer: ReturnType<typeof setTimeout> | undefined;

  async function tell(conversation: Conversation): Promise<void> {
    telling.delete(conversation.id);
    const { lastFromPeer, myReceipt } = conversation.folded();
    const marks = ctx.vault.read().settings.readMarks;
    const seen = Math.min(reading.get(conversation.id) ?? 0, lastFromPeer);
    const read = marks ? Math.max(myReceipt.read, seen) : myReceipt.read;
    if (lastFromPeer <= myReceipt.delivered && read <= myReceipt.read) return;
    const mark = `${lastFromPeer}/${read}`;
    if (told.get(conversation.id) === mark) return; // it waits to be sent
    told.set(conversation.id, mark);
    await hooks.post(conversation, { type: "receipt", delivered: lastFromPeer, read });
  }

  /** What was read here and does not stand in the vault yet. */
  function unkept(): readonly (readonly [Id, number])[] {
    const { conversations } = ctx.vault.read();
    return [...reading].filter(([id, seq]) => seq > (conversations[id]?.readUpTo ?? seq));
  }

  async function keepRead(): Promise<void> {
    vaultTimer = undefined;
    const newer = unkept();
    if (newer.length === 0) return;
    await ctx.vault.update((v) => {
      const conversations = { ...v.conversations };
      for (const [id, readUpTo] of newer) {
        const kept = conversations[id];
        if (kept && kept.readUpTo < readUpTo) conversations[id] = { ...kept, readUpTo };
      }
      return { ...v, conversations };
    });
  }

  function stop(): void {
    for (const { timer } of telling.values()) clearTimeout(timer);
    clearTimeout(vaultTimer);
  }

  return {
    consider(conversation) {
      const { lastFromPeer, myReceipt } = conversation.folded();
      const shown = hooks.shownUpTo(conversation);
      if (shown !== undefined) {
        if (shown > (reading.get(conversation.id) ?? 0)) {
          reading.set(conversation.id, shown);
          conversation.markSeen(shown);
        }
        if (unkept().length > 0) vaultTimer ??= setTimeout(() => void keepRead().catch(() => undefined), VAULT_AFTER);
      }
      if (!conversation.group() || telling.has(conversation.id)) return;
      const unread = ctx.vault.read().settings.readMarks && Math.min(reading.get(conversation.id) ?? 0, lastFromPeer) > myReceipt.read;
      if (lastFromPeer <= myReceipt.delivered && !unread) return;
      const timer = setTimeout(() => void tell(conversation).catch(() => undefined), RECEIPT_AFTER);
      telling.set(conversation.id, { conversation, timer });
    },
    async settle() {
      const due = [...telling.values()];
      stop();
      await Promise.allSettled([keepRead(), ...due.map(({ conversation }) => tell(conversation))]);
    },
    stop,
  };
}
