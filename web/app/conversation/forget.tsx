/** Forgetting a conversation: where, what that reaches, and what it cannot. */
import { useState } from "preact/hooks";
import type { ConversationView, ForgetScope } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Check, Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { recordSentence } from "../practice/consent_reader.tsx";
import { core } from "../state.ts";

const SCOPES = ["here", "account", "both"] as const satisfies readonly ForgetScope[];

interface ForgetProps {
  readonly view: ConversationView;
  readonly onClose: () => void;
  readonly onForgotten?: () => void;
  /** The other side asked for it. */
  readonly asked?: boolean;
}

export function Forget({ view, onClose, onForgotten, asked = false }: ForgetProps) {
  const { summary, record, codeWord } = view;
  const { id, peer } = summary;
  const name = peer.displayName;
  const [scope, setScope] = useState<ForgetScope>(asked ? "both" : "account");
  const [known, setKnown] = useState(false);
  const run = async () => {
    if (!known) throw { code: "forget_not_confirmed" };
    await core.forget(id, scope);
    onClose();
    onForgotten?.();
  };
  // Who has ended cannot ask any more.
  const scopes = SCOPES.filter((each) => each !== "both" || summary.state === "open" || summary.state === "requested");
  return <Dialog title={t("forget-title")} onClose={onClose}>
    <p>{asked ? t("forget-asked-text", { name }) : t("forget-text")}</p>
    <Form kind="danger" submit={t("forget-submit")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      {!asked && <Radios legend={t("forget-where")} value={scope} onValue={(value) => setScope(value as ForgetScope)}
        options={scopes.map((value) => ({ value, text: t(`forget-scope-${value}`, { name }), hint: t(`forget-scope-${value}-hint`, { name }) }))} />}
      <p>{t("forget-save-first")}</p>
      {record && <p>{recordSentence(record)}</p>}
      {codeWord.agreed !== undefined && <p>{t("forget-code-word")}</p>}
      <p class="notice notice-clay">{t("forget-reach", { name })}</p>
      <Check label={t("forget-known")} codes={["forget_not_confirmed"]} checked={known} onChecked={setKnown} />
    </Form>
  </Dialog>;
}
