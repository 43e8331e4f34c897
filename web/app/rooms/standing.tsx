/** Stands where one would write, while one cannot write to everybody: why, and what one can do. */
import { useState } from "preact/hooks";
import type { RoomView } from "../../core/api.ts";
import { dayText, language, t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Link } from "../kit/link.tsx";
import { Hand } from "./hand.tsx";
import { leave } from "./leave.ts";
import { namesOf } from "./words.ts";

export function Standing({ view, onConfided }: { readonly view: RoomView; readonly onConfided: () => void }) {
  const [erasing, setErasing] = useState(false);
  const why = view.conduct.help && view.inside ? "help" : view.silence ?? "out";
  return <div class="standing">
    <p><strong>{t(`room-standing-${why}`)}</strong></p>
    <p>{t(`room-standing-${why}-text`, { names: namesOf(view.face) })}{why === "hours" && view.hours?.next !== undefined && ` ${t("room-meets-next", { start: `${dayText(view.hours.next)}, ${timeText(view.hours.next)}` })}`}</p>
    <p class="actions">
      {why === "queue" && <Hand view={view} />}
      {(why === "queue" || why === "muted") && <button type="button" class="button button-quiet button-small" onClick={onConfided}>{t("room-confide")}</button>}
      {why === "out" && <>
        <Link class="button button-quiet button-small" to="/app/rooms">{t("room-to-all")}</Link>
        <button type="button" class="button button-quiet button-small" aria-haspopup="dialog" onClick={() => setErasing(true)}>{t("room-erase")}</button>
      </>}
      {why !== "help" && why !== "queue" && <a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("standing-crisis")}</a>}
    </p>
    {erasing && <Confirm title={t("room-erase-title")} text={t("room-erase-text")} submit={t("room-erase")} run={() => leave(view.id)} onClose={() => setErasing(false)} />}
  </div>;
}
