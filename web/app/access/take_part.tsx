/** Taking the access log along as one file. */
import { useState } from "preact/hooks";
import { LockChoice } from "../export/lock_choice.tsx";
import { useSaving } from "../export/saving.ts";
import { numberText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Form } from "../kit/form.tsx";
import { accessFile } from "./file.ts";

export function TakePart() {
  const [asking, setAsking] = useState(false);
  return <section class="card part" aria-labelledby="access-take">
    <h2 id="access-take" class="h3">{t("access-take-title")}</h2>
    <p>{t("access-take-text")}</p>
    <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("take-along")}</button></p>
    {asking && <TakeDialog onClose={() => setAsking(false)} />}
  </section>;
}

function TakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { chosen, setChosen, done, run } = useSaving("log", accessFile);
  return <Dialog title={t("access-take-title")} onClose={onClose}>
    <Form submit={t("take-along-submit")} run={run} busyText={t("take-along-busy")} doneText={t("take-along-done")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>}>
      <LockChoice chosen={chosen} onChosen={setChosen} />
      {done !== undefined && <p class="quiet" role="status">{t("access-take-so-far", { so: numberText(done) })}</p>}
    </Form>
  </Dialog>;
}
