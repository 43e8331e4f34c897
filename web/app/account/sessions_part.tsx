import { useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

/** Logs out everywhere but here. */
export function SessionsPart() {
  const [asking, setAsking] = useState(false);
  const [ended, setEnded] = useState<number | undefined>(undefined);
  const close = () => setAsking(false);
  const run = async () => {
    setEnded(await core.endOtherSessions());
    close();
  };
  return <section class="card part">
    <h2 class="h3">{t("sessions-title")}</h2>
    <p>{t("sessions-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => { setEnded(undefined); setAsking(true); }}>{t("end-other-sessions")}</button></p>
    <p role="status" class="form-status">{ended === undefined ? "" : t("sessions-ended", { count: ended })}</p>
    {asking && <Dialog title={t("end-other-sessions-ask")} onClose={close}>
      <p>{t("end-other-sessions-text")}</p>
      <Form submit={t("end-other-sessions")} run={run} aside={<button type="button" class="button button-quiet" onClick={close}>{t("cancel")}</button>} />
    </Dialog>}
  </section>;
}
