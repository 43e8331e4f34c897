/** Practitioner: says no with a kind word. */
import { useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

interface AnswerProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function Decline({ id, name, onClose }: AnswerProps) {
  const [text, setText] = useState(() => t("decline-starter", { name }));
  return <Dialog title={t("decline-title", { name })} onClose={onClose}>
    <p>{t("decline-text", { name })}</p>
    <Form kind="danger" submit={t("decline-submit")} run={async () => { await core.decline(id, text); onClose(); }} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <TextArea label={t("decline-words")} rows={7} value={text} onValue={setText} codes={["message_too_long"]} />
    </Form>
  </Dialog>;
}
