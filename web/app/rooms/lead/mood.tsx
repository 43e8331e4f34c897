/** How everybody is, at the start and at the end: one picture of all, never of one. */
import { MOOD_LEAST, type RoomMood, type RoomView } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Action } from "../../kit/form.tsx";
import { core } from "../../state.ts";

const STEPS = ["0–2", "3–4", "5–6", "7–8", "9–10"] as const;

export function MoodPart({ room }: { readonly room: RoomView }) {
  const { check, moods } = room.conduct;
  return <>
    <p>{t("lead-mood-text", { count: MOOD_LEAST })}</p>
    {check ? <>
      <p role="status">{t(check.when === "start" ? "lead-mood-asked-start" : "lead-mood-asked-end")} {t("lead-mood-answers", { count: room.checks })}</p>
      <p class="actions"><Action kind="primary" run={() => core.endCheck(room.id)}>{t("lead-mood-finish")}</Action></p>
    </> : <p class="actions">
      <Action run={() => core.beginCheck(room.id, "start")}>{t("lead-mood-ask-start")}</Action>
      <Action run={() => core.beginCheck(room.id, "end")}>{t("lead-mood-ask-end")}</Action>
    </p>}
    {moods.map((mood, i) => <Picture key={i} mood={mood} />)}
  </>;
}

/** A table, whose rows are as long as many answered so. */
function Picture({ mood: { when, counts } }: { readonly mood: RoomMood }) {
  const most = Math.max(1, ...counts);
  return <table class="lead-mood">
    <caption>{t(when === "start" ? "lead-mood-start" : "lead-mood-end")}</caption>
    <thead class="visually-hidden"><tr><th scope="col">{t("lead-mood-step")}</th><th scope="col">{t("lead-mood-count")}</th></tr></thead>
    <tbody>{counts.map((count, i) => <tr key={i}><th scope="row"><bdi dir="ltr">{STEPS[i]}</bdi></th><td><meter min={0} max={most} value={count} aria-hidden="true" /> {numberText(count)}</td></tr>)}</tbody>
  </table>;
}
