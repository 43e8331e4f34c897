/** One line of the timeline: words, something that happened, or something that was refused. */
import type { Delivery, Notice, Person, SecurityEvent, TimelineItem } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { noticeWords } from "./notice_words.ts";

interface ItemProps {
  readonly item: TimelineItem;
  readonly peer: Person;
  /** The same person has just said something. */
  readonly follows: boolean;
  /** The newest thing one said oneself. */
  readonly last: boolean;
  readonly onDetails: () => void;
}

export function Item({ item, peer, follows, last, onDetails }: ItemProps) {
  switch (item.kind) {
    case "message": return <Message {...{ item, peer, follows, last }} />;
    case "notice": return <li class="timeline-notice"><NoticeLine notice={item.notice} peer={peer} /> <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at)}</time></li>;
    case "security": return <Security event={item.event} onDetails={onDetails} />;
  }
}

function Message({ item, peer, follows, last }: Pick<ItemProps, "peer" | "follows" | "last"> & { readonly item: Extract<TimelineItem, { kind: "message" }> }) {
  const { mine, text, at, delivery } = item;
  return <li class={`message ${mine ? "mine" : "theirs"}${follows ? " follows" : ""}`}>
    <span class="visually-hidden">{mine ? t("said-by-me") : t("said-by", { name: peer.displayName })}</span>
    <p class="said" dir="auto">{text}</p>
    <p class="said-when">
      <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
      {mine && <Mark delivery={delivery} inWords={last || delivery === "queued"} />}
    </p>
  </li>;
}

const MARKS: Readonly<Record<Delivery, string>> = {
  queued: "M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 2",
  sending: "M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 2",
  sent: "M5 13l4.5 4.5L19 7",
  delivered: "M2 13l4.5 4.5L15 7M11 16l1.5 1.5L22 7",
  read: "M2 13l4.5 4.5L15 7M11 16l1.5 1.5L22 7",
};

function Mark({ delivery, inWords }: { readonly delivery: Delivery; readonly inWords: boolean }) {
  return <span class={`mark mark-${delivery}`}>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={MARKS[delivery]} /></svg>
    <span class={inWords ? undefined : "visually-hidden"}>{t(`delivery-${delivery}`)}</span>
  </span>;
}

function NoticeLine({ notice, peer }: { readonly notice: Notice; readonly peer: Person }) {
  const { text, quote = "" } = noticeWords(notice, peer);
  const leads = notice.type === "referred" && peer.role === "practitioner";
  return <>
    {text}
    {quote.trim() !== "" && <blockquote class="written" dir="auto">{quote}</blockquote>}
    {leads && <p class="actions"><Link class="button button-small" to={`/app/start/${notice.to}`}>{t("referred-go", { to: notice.toName })}</Link></p>}
  </>;
}

function Security({ event, onDetails }: { readonly event: SecurityEvent; readonly onDetails: () => void }) {
  return <li class="timeline-security notice notice-danger">
    <p><strong>{t("security-title")}</strong></p>
    <p>{t(`security-${event.code}`)} {t("security-what-now")}</p>
    <p class="actions"><button type="button" class="button button-quiet button-small" onClick={onDetails}>{t("safety-open")}</button></p>
  </li>;
}
