/** What somebody said: the words, what they answer, what came of them, and what can be done with them. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Delivery, Id, Person, TimelineItem } from "../../core/api.ts";
import { errorText, shortTimeText, t, timeText } from "../i18n.ts";
import { Linked } from "../kit/linked.tsx";
import { codeOf, core } from "../state.ts";
import { sought } from "./jump.ts";
import { type Asked, MessageDialog } from "./message_dialogs.tsx";
import { MessageMenu } from "./message_menu.tsx";
import { Reactions } from "./reactions.tsx";
import { SentFilePart } from "./sent_file.tsx";

export type MessageItem = Extract<TimelineItem, { kind: "message" }>;

/** What the two may do in their conversation now. */
export interface Talking {
  readonly id: Id;
  readonly peer: Person;
  readonly mayWrite: boolean;
  /** Begins an answer to a message; missing while one cannot answer. */
  /** Asks about forgetting as the other side did. */
  readonly onForget: () => void;
  readonly onReply?: (item: MessageItem) => void;
}

interface MessageProps {
  readonly item: MessageItem;
  readonly talking: Talking;
  readonly follows: boolean;
  readonly last: boolean;
}

export function Message({ item, talking, follows, last }: MessageProps) {
  const { id, peer } = talking;
  const { mine, at, delivery, takenBack = false, reactions = [] } = item;
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [failure, setFailure] = useState("");
  const star = () => core.star(id, item.id, !item.starred).then(() => setFailure(""), (error: unknown) => setFailure(codeOf(error)));
  const line = useFocusKept(takenBack);
  const classes = ["message", mine ? "mine" : "theirs", follows && "follows", sought.value?.item === item.id && "sought", reactions.length > 0 && "reacted"];
  return <li ref={line} data-item={item.id} tabIndex={-1} class={classes.filter(Boolean).join(" ")}>
    <span class="visually-hidden">{mine ? t("said-by-me") : t("said-by", { name: peer.displayName })}</span>
    {item.replyTo !== undefined && <QuotePart conversation={id} item={item.replyTo} quote={item.quote} peer={peer} />}
    {takenBack ? <p class="taken-back">{mine ? t("taken-back-mine") : t("taken-back-theirs", { name: peer.displayName })}</p> : item.file ? <SentFilePart conversation={id} message={item.id} file={item.file} />
      : <p class="said" dir="auto"><Linked text={item.text} /></p>}
    <p class="said-when">
      {item.earlier && <button type="button" class="edited" onClick={() => setAsked("wordings")}>{t("edited")}</button>}
      {item.starred && <span class="starred"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4l2.4 5 5.6.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.6-.8z" /></svg><span class="visually-hidden">{t("starred-one")}</span></span>}
      <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
      {item.goesAt !== undefined && <Going at={item.goesAt} />}
      {mine && <Mark delivery={delivery} inWords={last || delivery === "queued"} />}
    </p>
    <Reactions item={item} talking={talking} />
    {!takenBack && <MessageMenu item={item} talking={talking} onAsked={setAsked} onStar={() => void star()} />}
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    {asked && <MessageDialog asked={asked} item={item} talking={talking} onClose={() => setAsked(undefined)} />}
  </li>;
}

/** Until when a message is there. */
function Going({ at }: { readonly at: number }) {
  const when = shortTimeText(at, Date.now());
  return <span class="going" title={t("goes-at", { when })}>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M7 3h10M7 21h10M8 3v3.5c0 2 4 3.5 4 5.5s-4 3.5-4 5.500V21M16 3v3.500c0 2-4 3.500-4 5.500s4 3.500 4 5.500V21" /></svg>
    <span class="visually-hidden">{t("goes-at", { when })}</span><span aria-hidden="true">{when}</span>
  </span>;
}

/** What had the focus goes with the words; the reader stays where they are. */
function useFocusKept(takenBack: boolean) {
  const line = useRef<HTMLLIElement>(null);
  const before = useRef(takenBack);
  useEffect(() => {
    if (takenBack && !before.current && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
    before.current = takenBack;
  }, [takenBack]);
  return line;
}

/** The beginning of what is answered; leads there. */
function QuotePart({ conversation, item, quote, peer }: { readonly conversation: Id; readonly item: Id; readonly quote: MessageItem["quote"]; readonly peer: Person }) {
  if (!quote) return <p class="quote">{t("quote-not-here")}</p>;
  return <button type="button" class="quote" onClick={() => { sought.value = { conversation, item }; }}>
    <span class="visually-hidden">{t("quote-answers")} </span>
    <span class="quote-who"><bdi>{quote.mine ? t("quote-me") : peer.displayName}</bdi></span>
    <span class="quote-text"><bdi>{quote.text || t("taken-back-short")}</bdi></span>
  </button>;
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
