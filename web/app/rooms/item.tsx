/** One line of a room: words, who came and went, or something that was refused. */
import type { RoomItem, RoomMessage, RoomView } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { conductWords } from "./conduct_words.ts";
import { Held, Whisper } from "./confided.tsx";
import { Message } from "./message.tsx";

export interface ItemProps {
  readonly view: RoomView;
  /** What it answers, if that is here. */
  readonly answered: RoomMessage | undefined;
  /** The same person has just said something. */
  readonly follows: boolean;
  readonly onReply: ((item: RoomMessage) => void) | undefined;
}

export function Item({ item, ...props }: ItemProps & { readonly item: RoomItem }) {
  switch (item.kind) {
    case "message": return <Message item={item} {...props} />;
    case "held": return <Held item={item} />;
    case "whisper": return <Whisper item={item} />;
    case "appointed": return <Happened item={item} text={t("room-appointed-done", { name: item.name })} />;
    case "conduct": return <Happened item={item} text={conductWords(item)} />;
    case "came":
    case "went":
    case "muted":
    case "unmuted":
    case "held-on":
    case "held-off": {
      const whose = item.mine ? "mine" : "theirs";
      return <Happened item={item} text={t(`room-${item.kind}-${whose}`, { name: item.name })} />;
    }
    case "security": return <li class="timeline-security notice notice-danger" data-item={item.id} tabIndex={-1}>
      <p><strong>{t("security-title")}</strong></p>
      <p>{t(`security-${item.code}`)} {t("room-security-what-now")}</p>
    </li>;
  }
}

function Happened({ item, text }: { readonly item: RoomItem; readonly text: string }) {
  return <li class="timeline-notice" data-item={item.id} tabIndex={-1}>{text} <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></li>;
}
