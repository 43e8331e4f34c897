/** The words of a message; folded where its writer warned of what they are about. */
import { useState } from "preact/hooks";
import type { RoomMessage } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Linked } from "../kit/linked.tsx";

export function Words({ item: { text, warning, mine } }: { readonly item: RoomMessage }) {
  const [open, setOpen] = useState(mine);
  if (warning === undefined) return <p class="said" dir="auto"><Linked text={text} /></p>;
  return <>
    <p class="room-warning"><strong>{t("room-about-words")}</strong> <bdi>{warning}</bdi></p>
    {open && <p class="said" dir="auto"><Linked text={text} /></p>}
    <p class="room-fold"><button type="button" class="button button-quiet button-small" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? "room-fold" : "room-unfold")}</button></p>
  </>;
}

/** The beginning of a message where it is only referred to: what was warned of is not shown there. */
export function brief({ text, warning, takenDown }: RoomMessage): string {
  if (takenDown) return t("room-taken-down-short");
  return warning === undefined ? text : t("room-warned-of", { warning });
}
