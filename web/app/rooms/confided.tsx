/** What not everybody in the room reads: words that wait for review, and those between a member and who leads. */
import type { RoomItem } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Linked } from "../kit/linked.tsx";

type Confided<K extends RoomItem["kind"]> = Extract<RoomItem, { kind: K }>;

export function Held({ item }: { readonly item: Confided<"held"> }) {
  const { mine, name, text, state, why, at } = item;
  return <li data-item={item.id} tabIndex={-1} class={mine ? "message mine confided" : "message theirs confided"}>
    {mine ? <span class="visually-hidden">{t("said-by-me")}</span> : <p class="room-who"><bdi>{name}</bdi></p>}
    <p class="confided-why">{t(state === "returned" ? "room-held-returned" : mine ? "room-held-mine" : "room-held-theirs")}</p>
    <p class="said" dir="auto"><Linked text={text} /></p>
    {why && <p class="written" dir="auto">{why}</p>}
    <When at={at} />
  </li>;
}

export function Whisper({ item }: { readonly item: Confided<"whisper"> }) {
  const { mine, name, toName, moderates, text, at } = item;
  const told = mine ? (toName === undefined ? t("room-whisper-mine") : t("room-whisper-to", { name: toName })) : moderates ? t(toName === undefined ? "room-whisper-leaders" : "room-whisper-back") : t("room-whisper-theirs");
  return <li data-item={item.id} tabIndex={-1} class={mine ? "message mine confided" : "message theirs confided"}>
    {mine ? <span class="visually-hidden">{t("said-by-me")}</span> : <p class="room-who"><bdi>{name}</bdi></p>}
    <p class="confided-why">{told}</p>
    <p class="said" dir="auto"><Linked text={text} /></p>
    <When at={at} />
  </li>;
}

function When({ at }: { readonly at: number }) {
  return <p class="said-when"><time dateTime={new Date(at).toISOString()}>{timeText(at)}</time></p>;
}
