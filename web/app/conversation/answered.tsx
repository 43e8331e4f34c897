/** The message that is being answered, above what is written. */
import type { Person } from "../../core/api.ts";
import { t } from "../i18n.ts";
import type { MessageItem } from "./message.tsx";

export function Answered({ item, peer, onLeft }: { readonly item: MessageItem; readonly peer: Person; readonly onLeft: () => void }) {
  return <div class="answered">
    <p class="quote">
      <span class="quote-who">{item.mine ? t("answering-me") : t("answering", { name: peer.displayName })}</span>
      <span class="quote-text"><bdi>{item.text}</bdi></span>
    </p>
    <button type="button" class="icon-button" aria-label={t("answering-leave")} onClick={onLeft}>×</button>
  </div>;
}
