/** Messages that somebody wants to find again. Kept in the vault, so that the account's other devices have them; the other side does not learn of it. */
import type { Id, SearchHit } from "../api.ts";
import type { VaultContents } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Conversation } from "./conversation.ts";
import { hitOf } from "./search.ts";

/** Of all conversations together: the vault has only so much room. */
const MOST = 1_000;

export const starsOf = (vault: VaultContents, conversation: Id): readonly Id[] => vault.stars?.[conversation] ?? [];

/** The vault with a star more or less. */
export function withStar(vault: VaultContents, conversation: Id, message: Id, on: boolean): VaultContents {
  const before = starsOf(vault, conversation);
  if (before.includes(message) === on) return vault;
  const count = Object.values(vault.stars ?? {}).reduce((sum, each) => sum + each.length, 0);
  if (on && count >= MOST) throw new CoreError("too_many_stars");
  const after = on ? [...before, message] : before.filter((each) => each !== message);
  return { ...vault, stars: { ...vault.stars, [conversation]: after } };
}

/** The starred messages of conversations, newest first; what was taken back is none any more. */
export function starredIn(vault: VaultContents, conversations: readonly Conversation[]): readonly SearchHit[] {
  const hits = conversations.flatMap((conversation) => starsOf(vault, conversation.id).flatMap((id) => {
    const message = conversation.folded().message(id);
    return message && !message.takenBack ? [hitOf(conversation.id, message, [])] : [];
  }));
  return hits.sort((a, b) => b.at - a.at);
}
