/** Asks the other side for another end of a live session. */
import { useState } from "preact/hooks";
import { type ConversationView, LIVE_MINUTES, type LiveSession } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

const MINUTE = 60_000;
const STEPS = [-15, -10, -5, 5, 10, 15, 30] as const;

export function ChangeEnd({ view, live, onClose }: { readonly view: ConversationView; readonly live: LiveSession; readonly onClose: () => void }) {
  const { id, peer: { displayName: name } } = view.summary;
  const began = live.beganAt ?? 0;
  const possible = STEPS.map((step) => live.minutes + step)
    .filter((minutes) => minutes >= LIVE_MINUTES.least && minutes <= LIVE_MINUTES.longest && began + minutes * MINUTE > Date.now() + MINUTE);
  const [chosen, setChosen] = useState(possible.find((minutes) => minutes > live.minutes) ?? possible[0] ?? live.minutes);
  const words = (minutes: number) => t(minutes > live.minutes ? "live-longer" : "live-shorter", { count: Math.abs(minutes - live.minutes), time: timeText(began + minutes * MINUTE) });
  return <Dialog title={t("live-change")} onClose={onClose}>
    <Form submit={t("live-ask", { name })} run={async () => { await core.askLiveMinutes(id, chosen); onClose(); }}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <p>{t("live-change-text", { name })}</p>
      <Radios legend={t("live-new-end")} value={String(chosen)} onValue={(value) => setChosen(Number(value))} options={possible.map((minutes) => ({ value: String(minutes), text: words(minutes) }))} />
    </Form>
  </Dialog>;
}
