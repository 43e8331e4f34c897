/** How everybody is, from 0 to 10: asked at the start or the end of a session, and shown as a picture of all. */
import type { RoomMood, RoomView } from "../../core/api.ts";
import { MOOD_LEAST } from "../../core/api.ts";
import { numberText, t } from "../i18n.ts";
import { core } from "../state.ts";

const ANSWERS = Array.from({ length: 11 }, (_, value) => value);
/** What each count of a picture is of. */
const RANGES = ["0–2", "3–4", "5–6", "7–8", "9–10"] as const;

export function CheckIn({ view }: { readonly view: RoomView }) {
  const { id, conduct: { check }, checked, moderates } = view;
  if (!check || moderates) return null;
  return <fieldset class="room-check">
    <legend>{t(`room-check-${check.when}`)}</legend>
    <p class="quiet">{t("room-check-hint", { least: MOOD_LEAST })}</p>
    <div class="room-check-values">{ANSWERS.map((value) => <button key={value} type="button" aria-pressed={checked === value} aria-label={value === 0 ? t("room-check-worst") : value === 10 ? t("room-check-best") : undefined}
      onClick={() => void core.answerCheck(id, value).catch(() => undefined)}>{numberText(value)}</button>)}</div>
    <p class="room-check-ends" aria-hidden="true"><span>{t("room-check-worst")}</span><span>{t("room-check-best")}</span></p>
    <p role="status" class="quiet">{checked === undefined ? "" : t("room-checked")}</p>
  </fieldset>;
}

export function Moods({ moods }: { readonly moods: readonly RoomMood[] }) {
  if (moods.length === 0) return null;
  return <details class="room-moods"><summary>{t("room-moods")}</summary>
    {moods.map((mood, i) => <Picture key={i} mood={mood} />)}
  </details>;
}

/** A bar for each range; its number is read out, and seen beside it. */
function Picture({ mood: { when, counts } }: { readonly mood: RoomMood }) {
  const most = Math.max(1, ...counts);
  return <figure>
    <figcaption>{t(`room-mood-${when}`)}</figcaption>
    <ul>{RANGES.map((range, i) => <li key={range}>
      <span dir="ltr">{range}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width={100 * (counts[i] ?? 0) / most} height="10" rx="2" /></svg>
      <span>{t("room-mood-people", { count: counts[i] ?? 0 })}</span>
    </li>)}</ul>
  </figure>;
}
