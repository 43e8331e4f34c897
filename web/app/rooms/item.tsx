/** One line of a room: words, who came and went, or something that was refused. */
import type { RoomItem, RoomView } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import type { RoomMessage } from "./inside.tsx";
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
    case "came":
    case "went":
    case "muted":
    case "unmuted": {
      const whose = item.mine ? "mine" : "theirs";
      return <li class="timeline-notice" data-item={item.id} tabIndex={-1}>{t(`room-${item.kind}-${whose}`, { name: item.name })} <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></li>;
    }
    case "security": return <li class="timeline-security notice notice-danger" data-item={item.id} tabIndex={-1}>
      <p><strong>{t("security-title")}</strong></p>
      <p>{t(`security-${item.code}`)} {t("room-security-what-now")}</p>
    </li>;
  }
}
