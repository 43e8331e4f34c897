/**
 * Opening a sealed part of the intake card: told first, shown second. The
 * content leaves the core only once the server has the telling; else the client
 * would not learn of an opening whose practitioner goes offline a moment later.
 */
import { MAX_OPENING_REASON_LENGTH, type SealedContent, type SealedPart } from "../api.ts";
import { fromBase64url, fromUtf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import { openSealed } from "../sealed.ts";
import type { Conversation } from "./conversation.ts";

/** Opens a part for a stated reason; rejects with what kept the telling from the server. */
export type Opening = (conversation: Conversation, part: SealedPart, reason: string) => Promise<SealedContent>;

export function createOpening(ctx: CoreContext): Opening {
  /** Tellings whose content is not shown yet. One whose sending failed tells of the next attempt, so that nothing is told twice. */
  const unshown = new Map<string, Promise<unknown>>();

  function telling(conversation: Conversation, part: SealedPart, reason: string): Promise<unknown> {
    const waits = conversation.waiting().some((p) => p.type === "sealed-opened" && p.part === part && p.reason === reason);
    return waits ? Promise.resolve() : conversation.post({ type: "sealed-opened", part, reason });
  }

  async function tell(conversation: Conversation, part: SealedPart, reason: string): Promise<void> {
    const opening = [conversation.id, part, reason].join("/");
    const told = unshown.get(opening) ?? telling(conversation, part, reason);
    unshown.set(opening, told);
    await told.catch((error: unknown) => {
      unshown.delete(opening);
      throw error;
    });
    await conversation.pump();
    unshown.delete(opening);
  }

  return async (conversation, part, reason) => {
    if (reason.trim() === "") throw new CoreError("reason_missing");
    if (reason.length > MAX_OPENING_REASON_LENGTH) throw new CoreError("reason_too_long");
    const file = conversation.folded().request?.intake[part];
    if (!file) throw new CoreError("nothing_sealed");
    const plain = fromUtf8(await openSealed(ctx.vault.read().sealingIdentity, fromBase64url(file)));
    await tell(conversation, part, reason);
    return part === "medical" ? { medical: plain } : { contact: JSON.parse(plain) as NonNullable<SealedContent["contact"]> };
  };
}
