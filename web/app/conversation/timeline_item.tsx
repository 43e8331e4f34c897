/** One line of the timeline: words, something that happened, or something that was refused. */
import type { Id, Notice, Person, SecurityEvent, TimelineItem } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Message, type Talking } from "./message.tsx";
import { noticeWords } from "./notice_words.ts";

interface ItemProps {
  readonly item: TimelineItem;
  readonly talking: Talking;
  /** The same person has just said something. */
  readonly follows: boolean;
  /** The newest thing one said oneself. */
  readonly last: boolean;
  readonly onDetails: () => void;
}

export function Item({ item, talking, follows, last, onDetails }: ItemProps) {
  const { peer } = talking;
  switch (item.kind) {
    case "message": return <Message {...{ item, talking, follows, last }} />;
    case "notice": return <li class="timeline-notice" data-item={item.id} tabIndex={-1}><NoticeLine notice={item.notice} peer={peer} onForget={talking.onForget} /> <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></li>;
    case "security": return <Security id={item.id} event={item.event} onDetails={onDetails} />;
  }
}

function NoticeLine({ notice, peer, onForget }: { readonly notice: Notice; readonly peer: Person; readonly onForget: () => void }) {
  const { text, quote = "" } = noticeWords(notice, peer);
  const leads = notice.type === "referred" && peer.role === "practitioner";
  return <>
    {text}
    {quote.trim() !== "" && <blockquote class="written" dir="auto">{quote}</blockquote>}
    {notice.type === "forget-asked" && notice.open && <p class="actions"><button type="button" class="button button-quiet button-small" onClick={onForget}>{t("forget-too")}</button></p>}
    {leads && <p class="actions"><Link class="button button-small" to={`/app/start/${notice.to}`}>{t("referred-go", { to: notice.toName })}</Link></p>}
  </>;
}

function Security({ id, event, onDetails }: { readonly id: Id; readonly event: SecurityEvent; readonly onDetails: () => void }) {
  return <li class="timeline-security notice notice-danger" data-item={id} tabIndex={-1}>
    <p><strong>{t("security-title")}</strong></p>
    <p>{t(`security-${event.code}`)} {t("security-what-now")}</p>
    <p class="actions"><button type="button" class="button button-quiet button-small" onClick={onDetails}>{t("safety-open")}</button></p>
  </li>;
}
