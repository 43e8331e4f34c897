/** Leading a room from the room itself: beside it at a desk, on the phone behind a count. */
import type { RoomView } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { path } from "../../router.ts";
import { useDoor } from "./led.ts";
import { Panel } from "./panel.tsx";
import { partOf } from "./parts.ts";
import { allOf, countsOf } from "./waiting.ts";

export function Beside({ room }: { readonly room: RoomView }) {
  return <aside class="lead-beside" aria-label={t("lead-parts")}><Panel room={room} part={partOf(path.value)} /></aside>;
}

/** How much waits, all together. */
export function LeadCount({ room }: { readonly room: RoomView }) {
  const count = allOf(countsOf(room, useDoor(room.id)));
  return count > 0 ? <> <span class="count">{numberText(count)}<span class="visually-hidden"> {t("lead-wait", { count })}</span></span></> : null;
}
