/** What people in a room feel about a message, without words. */
import { type Id, type RoomMessage, THANKS } from "../../core/api.ts";
import { GENTLE } from "../conversation/reactions.tsx";
import { numberText, t } from "../i18n.ts";
import { core } from "../state.ts";

/** Offered beside "thank you", which is a word of its own in the menu. */
export const OFFERED = GENTLE.filter((emoji) => emoji !== THANKS);

const isMine = ({ reactions }: RoomMessage, emoji: string): boolean => reactions?.some((each) => each.emoji === emoji && each.mine) ?? false;

/** Puts one's own there in place of another, or takes it away again. */
export function react(room: Id, item: RoomMessage, emoji: string): void {
  // Refused only when the room was closed in this moment, which the screen shows.
  void core.reactInRoom(room, item.id, isMine(item, emoji) ? "" : emoji).catch(() => undefined);
}

export function Reactions({ room, item, mayReact }: { readonly room: Id; readonly item: RoomMessage; readonly mayReact: boolean }) {
  const { reactions = [] } = item;
  if (reactions.length === 0) return null;
  return <ul class="reactions" aria-label={t("reactions")}>{reactions.map(({ emoji, count, mine }) => <li key={emoji}>
    <button type="button" class="reaction" aria-pressed={mine} disabled={!mayReact} onClick={() => react(room, item, emoji)}>
      <span class="reaction-emoji" aria-hidden="true">{emoji}</span>{emoji === THANKS && <span>{t("room-thanks")}</span>}{count > 1 && <span aria-hidden="true">{numberText(count)}</span>}
      <span class="visually-hidden"> {t("room-reacted", { emoji, count })}</span>
    </button>
  </li>)}</ul>;
}

/** In the menu beside a message. */
export function ReactionChoice({ room, item, onChosen }: { readonly room: Id; readonly item: RoomMessage; readonly onChosen: () => void }) {
  const choose = (emoji: string) => () => { onChosen(); react(room, item, emoji); };
  return <>
    <div class="message-menu-reactions" role="group" aria-label={t("react")}>
      {OFFERED.map((emoji) => <button key={emoji} type="button" class="icon-button" aria-label={t("react-with", { emoji })} aria-pressed={isMine(item, emoji)} onClick={choose(emoji)}>{emoji}</button>)}
    </div>
    <button type="button" aria-pressed={isMine(item, THANKS)} onClick={choose(THANKS)}><span aria-hidden="true">{THANKS} </span>{t("room-thanks-wordless")}</button>
  </>;
}
