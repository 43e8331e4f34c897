/** Stands where one would write, while nothing can be written: why, and what one can do. */
import type { RoomView } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { namesOf } from "./words.ts";

export function Standing({ view }: { readonly view: RoomView }) {
  const why = view.conduct.help ? "help" : view.silence ?? "out";
  return <div class="standing">
    <p><strong>{t(`room-standing-${why}`)}</strong></p>
    <p>{t(`room-standing-${why}-text`, { names: namesOf(view.face) })}</p>
    <p class="actions">
      {why === "out" && <Link class="button button-quiet button-small" to="/app/rooms">{t("room-to-all")}</Link>}
      <a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("standing-crisis")}</a>
    </p>
  </div>;
}
