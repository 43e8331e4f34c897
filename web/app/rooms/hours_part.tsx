/** When a room meets, in the reader's own time. */
import type { RoomFace } from "../../core/api.ts";
import { dayText, t, timeText, weekdayText } from "../i18n.ts";
import { useNow } from "../live/clock.tsx";
import { meetingsOf } from "./hours.ts";

export function Hours({ face: { sessions } }: { readonly face: RoomFace }) {
  const now = useNow();
  const meetings = meetingsOf(sessions, now);
  const [next] = meetings;
  if (!next) return <p>{t("room-hours-always")}</p>;
  return <>
    <p><strong>{next.start <= now ? t("room-meets-now", { end: timeText(next.end) }) : t("room-meets-next", { start: `${dayText(next.start)}, ${timeText(next.start)}` })}</strong></p>
    <ul>{meetings.map(({ start, end }, i) => <li key={i}>{t("room-hours-each", { start: `${weekdayText(start)}, ${timeText(start)}`, end: timeText(end) })}</li>)}</ul>
    <p class="quiet">{t("room-hours-yours")}</p>
  </>;
}
