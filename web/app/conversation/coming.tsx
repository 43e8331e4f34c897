/** Conversations from before are on their way to this browser. */
import { t } from "../i18n.ts";
import { Waiting } from "../kit/screen.tsx";
import { progress } from "../state.ts";

export function Coming() {
  const now = progress.value?.task === "history" && progress.value.total > 0 ? progress.value : undefined;
  return <>
    <Waiting text={t("list-coming")} />
    {now && <progress class="coming" value={now.done} max={now.total} aria-label={t("list-coming")} />}
  </>;
}
