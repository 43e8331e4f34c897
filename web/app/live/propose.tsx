/** Proposes a live session. */
import { useState } from "preact/hooks";
import type { ConversationSummary } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

const LENGTHS = [15, 25, 50, 75, 90] as const;

export function Propose({ summary, onClose }: { readonly summary: ConversationSummary; readonly onClose: () => void }) {
  const [minutes, setMinutes] = useState("50");
  const { displayName: name } = summary.peer;
  return <Dialog title={t("live-propose")} onClose={onClose}>
    <Form submit={t("live-propose-submit")} run={async () => { await core.startLive(summary.id, Number(minutes)); onClose(); }}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <p>{t("live-propose-text", { name })}</p>
      <Radios legend={t("live-length")} value={minutes} onValue={setMinutes} options={LENGTHS.map((each) => ({ value: String(each), text: t("live-minutes", { minutes: each }) }))} />
    </Form>
  </Dialog>;
}
