/** What the two sides feel about a message, without words. */
import type { Id, Reaction } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { core } from "../state.ts";
import type { MessageItem, Talking } from "./message.tsx";

/** Offered at once; any other character may be chosen. */
export const GENTLE = ["👍", "❤️", "🙏", "🤗", "🌱", "😢"] as const;

/** Puts one's own reaction there, or takes it away again. */
export function react(conversation: Id, item: MessageItem, emoji: string): void {
  const mine = item.reactions?.some((each) => each.emoji === emoji && each.mine) ?? false;
  // Refused only when the conversation ended in this moment, which the screen shows.
  void core.react(conversation, item.id, emoji, !mine).catch(() => undefined);
}

export function Reactions({ item, talking }: { readonly item: MessageItem; readonly talking: Talking }) {
  const { reactions = [] } = item;
  if (reactions.length === 0) return null;
  return <ul class="reactions" aria-label={t("reactions")}>{reactions.map((each) => <li key={each.emoji}>
    <button type="button" class="reaction" aria-pressed={each.mine} disabled={!talking.mayWrite} onClick={() => react(talking.id, item, each.emoji)}>
      <span class="reaction-emoji">{each.emoji}</span>{each.mine && each.theirs && <span>2</span>}
      <span class="visually-hidden"> {from(each, talking.peer.displayName)}</span>
    </button>
  </li>)}</ul>;
}

function from({ mine, theirs }: Reaction, name: string): string {
  if (mine && theirs) return t("reaction-both", { name });
  return mine ? t("reaction-mine") : t("reaction-theirs", { name });
}
