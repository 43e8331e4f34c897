/** Asks once more before something that others will notice. */
import { t } from "../i18n.ts";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  /** Said while it is under way, when it takes long. */
  readonly busyText?: string;
  readonly run: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Closes itself once `run` succeeded; a refusal is told inside. */
export function Confirm({ title, text, submit, busyText, run, onClose }: ConfirmProps) {
  return <Dialog title={title} onClose={onClose}>
    <p>{text}</p>
    <Form kind="danger" submit={submit} busyText={busyText} run={async () => { await run(); onClose(); }}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>} />
  </Dialog>;
}
