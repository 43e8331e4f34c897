/** What can be done with a message: behind one button beside it. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t, timeText } from "../i18n.ts";
import type { Talking, MessageItem } from "./message.tsx";
import type { Asked } from "./message_dialogs.tsx";
import { GENTLE, react } from "./reactions.tsx";

interface MenuProps {
  readonly item: MessageItem;
  readonly talking: Talking;
  readonly onAsked: (asked: Asked) => void;
}

export function MessageMenu(props: MenuProps) {
  const { item, talking } = props;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => { if (open) menu.current?.querySelector("button")?.focus(); }, [open]);
  const label = item.mine ? t("message-menu-mine", { time: timeText(item.at) }) : t("message-menu-theirs", { name: talking.peer.displayName, time: timeText(item.at) });
  return <>
    <button type="button" class="icon-button message-menu-button" popovertarget={id} aria-label={label} aria-expanded={open}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12h.01M12 12h.01M19 12h.01" /></svg>
    </button>
    <div id={id} ref={menu} popover="auto" class="message-menu" role="group" aria-label={label} onToggle={(event) => setOpen(event.newState === "open")}>
      {open && <Choices {...props} close={() => menu.current?.hidePopover()} />}
    </div>
  </>;
}

function Choices({ item, talking, onAsked, close }: MenuProps & { readonly close: () => void }) {
  const ask = (asked: Asked) => () => { close(); onAsked(asked); };
  return <>
    <div class="message-menu-reactions" role="group" aria-label={t("react")}>
      {GENTLE.map((emoji) => <button key={emoji} type="button" class="icon-button" aria-label={t("react-with", { emoji })} aria-pressed={item.reactions?.some((each) => each.emoji === emoji && each.mine) ?? false}
        onClick={() => { close(); react(talking.id, item, emoji); }}>{emoji}</button>)}
    </div>
    <button type="button" onClick={ask("react")}>{t("react-other")}</button>
    {talking.onReply && <button type="button" onClick={() => { close(); talking.onReply?.(item); }}>{t("reply")}</button>}
    {item.mine && <button type="button" onClick={ask("edit")}>{t("edit")}</button>}
    {item.mine && <button type="button" onClick={ask("take-back")}>{t("take-back")}</button>}
  </>;
}
