/** What somebody said in a room, and what can be done with it. */
import { useState } from "preact/hooks";
import type { RoomMessage } from "../../core/api.ts";
import { sought } from "../conversation/jump.ts";
import { Menu } from "../conversation/message_menu.tsx";
import { t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Linked } from "../kit/linked.tsx";
import { core } from "../state.ts";
import type { ItemProps } from "./item.tsx";

export function Message({ item, view, answered, follows, onReply }: ItemProps & { readonly item: RoomMessage }) {
  const { mine, name, at, takenDown = false, moderates } = item;
  const [taking, setTaking] = useState(false);
  const classes = ["message", mine ? "mine" : "theirs", follows && "follows", moderates && !mine && "leading", sought.value?.item === item.id && "sought"];
  const mayTakeDown = view.inside && !view.closed && mine && !takenDown && item.delivery === "sent";
  return <li data-item={item.id} tabIndex={-1} class={classes.filter(Boolean).join(" ")}>
    {mine ? <span class="visually-hidden">{t("said-by-me")}</span>
      : <p class={follows ? "visually-hidden" : "room-who"}><bdi>{name}</bdi>{moderates && <span class="badge badge-good">{t("room-leads")}</span>}</p>}
    {item.reply !== undefined && <Quote room={view.id} reply={item.reply} answered={answered} />}
    {takenDown ? <p class="taken-back">{t(mine ? "room-taken-down-mine" : "room-taken-down-theirs")}</p> : <p class="said" dir="auto"><Linked text={item.text} /></p>}
    <p class="said-when">
      <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
      {mine && item.delivery === "queued" && <span class="mark mark-queued"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 2" /></svg>{t("delivery-queued")}</span>}
    </p>
    {(mayTakeDown || (onReply && !takenDown)) && <Menu label={mine ? t("message-menu-mine", { time: timeText(at) }) : t("message-menu-theirs", { name, time: timeText(at) })}>{(close) => <>
      {onReply && !takenDown && <button type="button" onClick={() => { close(); onReply(item); }}>{t("reply")}</button>}
      {mayTakeDown && <button type="button" onClick={() => { close(); setTaking(true); }}>{t("take-back")}</button>}
    </>}</Menu>}
    {taking && <Confirm title={t("take-back-title")} text={t("room-take-back-text")} submit={t("take-back")} run={() => core.takeDown(view.id, item.id)} onClose={() => setTaking(false)} />}
  </li>;
}

/** The beginning of what is answered; leads there. */
function Quote({ room, reply, answered }: { readonly room: string; readonly reply: string; readonly answered: RoomMessage | undefined }) {
  if (!answered) return <p class="quote">{t("quote-not-here")}</p>;
  return <button type="button" class="quote" onClick={() => { sought.value = { conversation: room, item: reply }; }}>
    <span class="visually-hidden">{t("quote-answers")} </span>
    <span class="quote-who"><bdi>{answered.mine ? t("quote-me") : answered.name}</bdi></span>
    <span class="quote-text"><bdi>{answered.text || t("room-taken-down-short")}</bdi></span>
  </button>;
}
