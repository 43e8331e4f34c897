/** What can be done with a message: behind one button beside it. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t, timeText } from "../i18n.ts";
import type { Talking, MessageItem } from "./message.tsx";
import type { Asked } from "./message_dialogs.tsx";
import { GENTLE, react } from "./reactions.tsx";

interface MenuProps {
  readonly item: MessageItem;
  readonly talking: Talking;
  readonly onAsked: (asked: Asked) => void;
  readonly onStar: () => void;
}

export function MessageMenu(props: MenuProps) {
  const { item, talking } = props;
  const label = item.mine ? t("message-menu-mine", { time: timeText(item.at) }) : t("message-menu-theirs", { name: talking.peer.displayName, time: timeText(item.at) });
  return <Menu label={label}>{(close) => <Choices {...props} close={close} />}</Menu>;
}

interface OpenerProps {
  readonly label: string;
  readonly children: (close: () => void) => ComponentChildren;
  readonly class?: string;
  /** What the button shows: three points if nothing else. */
  readonly path?: string;
}

/** What opens beside a message, or where one writes. */
export function Menu({ label, children, class: className = "message-menu-button", path = "M5 12h.01M12 12h.01M19 12h.01" }: OpenerProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  /** Counts the openings while it is open: one that follows a closing at once is told without the closing. */
  const [openings, setOpenings] = useState(0);
  const open = openings > 0;
  useEffect(() => { if (open) menu.current?.querySelector("button")?.focus(); }, [openings]);
  return <>
    <button type="button" class={`icon-button ${className}`} popovertarget={id} aria-label={label} aria-expanded={open}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={path} /></svg>
    </button>
    <div id={id} ref={menu} popover="auto" class="message-menu" role="group" aria-label={label} onToggle={(event) => setOpenings((before) => (event.newState === "open" ? before + 1 : 0))}>
      {open && children(() => menu.current?.hidePopover())}
    </div>
  </>;
}

function Choices({ item, talking, onAsked, onStar, close }: MenuProps & { readonly close: () => void }) {
  const ask = (asked: Asked) => () => { close(); onAsked(asked); };
  const star = <button type="button" onClick={() => { close(); onStar(); }}>{t(item.starred ? "unstar" : "star")}</button>;
  if (!talking.mayWrite) return star;
  return <>
    <div class="message-menu-reactions" role="group" aria-label={t("react")}>
      {GENTLE.map((emoji) => <button key={emoji} type="button" class="icon-button" aria-label={t("react-with", { emoji })} aria-pressed={item.reactions?.some((each) => each.emoji === emoji && each.mine) ?? false}
        onClick={() => { close(); react(talking.id, item, emoji); }}>{emoji}</button>)}
    </div>
    <button type="button" onClick={ask("react")}>{t("react-other")}</button>
    {talking.onReply && <button type="button" onClick={() => { close(); talking.onReply?.(item); }}>{t("reply")}</button>}
    {star}
    {item.mine && !item.file && <button type="button" onClick={ask("edit")}>{t("edit")}</button>}
    {item.mine && <button type="button" onClick={ask("take-back")}>{t("take-back")}</button>}
  </>;
}
