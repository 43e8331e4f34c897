/** What somebody said in a room, and what can be done with it. */
import { useState } from "preact/hooks";
import type { Id, RoomMessage } from "../../core/api.ts";
import { sought } from "../conversation/jump.ts";
import { Menu } from "../conversation/message_menu.tsx";
import { t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { core } from "../state.ts";
import type { ItemProps } from "./item.tsx";
import { MemberChoices, OpenCard } from "./lead/screens.ts";
import { ReactionChoice, Reactions } from "./reactions.tsx";
import { Report } from "./report.tsx";
import { brief, Words } from "./words_of.tsx";

/** So much of a pinned message. */
const PINNED = 200;

export function Message({ item, view, answered, follows, onReply }: ItemProps & { readonly item: RoomMessage }) {
  const { mine, name, at, takenDown = false, moderates, toMe = false, passedBy, reactions = [] } = item;
  const [asked, setAsked] = useState<"take-down" | "report" | "card" | undefined>(undefined);
  const leave = () => setAsked(undefined);
  // Who waits for their turn may still nod.
  const mayReact = !takenDown && item.delivery === "sent" && (view.silence === undefined || view.silence === "queue");
  const mayTakeDown = !takenDown && (mine || view.moderates) && item.delivery === "sent" && view.inside && !view.closed;
  // Who leads decides without; and there has to be somebody else to read it.
  const mayReport = !takenDown && !mine && !view.moderates && view.inside && !item.reported && view.people.some((each) => each.moderates && each.id !== item.from);
  const pinned = view.conduct.pinned?.id === item.id;
  const reply = takenDown ? undefined : onReply;
  const classes = ["message", mine ? "mine" : "theirs", follows && "follows", moderates && !mine && "leading", toMe && "to-me", reactions.length > 0 && "reacted", sought.value?.item === item.id && "sought"];
  return <li data-item={item.id} tabIndex={-1} class={classes.filter(Boolean).join(" ")}>
    {mine ? <span class="visually-hidden">{t("said-by-me")}</span>
      : <p class={follows ? "visually-hidden" : "room-who"}><bdi>{name}</bdi>{moderates && <span class="badge badge-good">{t("room-leads")}</span>}</p>}
    {toMe && <p class="room-to-me">{t("room-to-me")}</p>}
    {item.reply !== undefined && <Quote room={view.id} reply={item.reply} answered={answered} />}
    {takenDown ? <p class="taken-back">{t(mine ? "room-taken-down-mine" : "room-taken-down-theirs")}</p> : <Words item={item} />}
    <p class="said-when">
      {passedBy && view.moderates && <span>{t("room-passed-by", { name: passedBy })}</span>}
      <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
      {mine && item.delivery === "queued" && <span class="mark mark-queued"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4a8 8 0 1 0 .01 0M12 8v4.5l3 2" /></svg>{t("delivery-queued")}</span>}
    </p>
    {item.reported && <p class="confided-why">{t("room-reported")}</p>}
    {item.delivery === "unheard" && <p class="confided-why">{t("room-unheard")}</p>}
    <Reactions room={view.id} item={item} mayReact={mayReact} />
    {(mayReact || mayTakeDown || mayReport || reply) && <Menu label={mine ? t("message-menu-mine", { time: timeText(at) }) : t("message-menu-theirs", { name, time: timeText(at) })}>{(close) => <>
      {mayReact && <ReactionChoice room={view.id} item={item} onChosen={close} />}
      {reply && <button type="button" onClick={() => { close(); reply(item); }}>{t("reply")}</button>}
      {view.moderates && mayTakeDown && <button type="button" onClick={() => { close(); pin(view.id, pinned ? undefined : item); }}>{t(pinned ? "room-unpin" : "room-pin")}</button>}
      {view.moderates && !mine && !moderates && <MemberChoices room={view} member={item.from} close={close} onCard={() => setAsked("card")} />}
      {mayTakeDown && <button type="button" onClick={() => { close(); setAsked("take-down"); }}>{t(mine ? "take-back" : "room-take-down")}</button>}
      {mayReport && <button type="button" onClick={() => { close(); setAsked("report"); }}>{t("room-report")}</button>}
    </>}</Menu>}
    {asked === "take-down" && <Confirm title={t(mine ? "take-back-title" : "room-take-down-title")} text={t("room-take-back-text")} submit={t(mine ? "take-back" : "room-take-down")} run={() => core.takeDown(view.id, item.id)} onClose={leave} />}
    {asked === "card" && <OpenCard room={view} person={{ id: item.from, name }} onClose={leave} />}
    {asked === "report" && <Report view={view} item={item} onClose={leave} />}
  </li>;
}

/** Moderators: keeps the beginning of a message in sight of everybody, in place of another. */
function pin(room: Id, item: RoomMessage | undefined): void {
  const pinned = item ? { id: item.id, name: item.name, text: [...brief(item)].slice(0, PINNED).join("") } : null;
  void core.setConduct(room, { pinned }).catch(() => undefined);
}

/** The beginning of what is answered; leads there. */
function Quote({ room, reply, answered }: { readonly room: string; readonly reply: string; readonly answered: RoomMessage | undefined }) {
  if (!answered) return <p class="quote">{t("quote-not-here")}</p>;
  return <button type="button" class="quote" onClick={() => { sought.value = { conversation: room, item: reply }; }}>
    <span class="visually-hidden">{t("quote-answers")} </span>
    <span class="quote-who"><bdi>{answered.mine ? t("quote-me") : answered.name}</bdi></span>
    <span class="quote-text"><bdi>{brief(answered)}</bdi></span>
  </button>;
}
