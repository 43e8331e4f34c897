/** The code word by which a client can be known again who lost every way in. */
import { useState } from "preact/hooks";
import { type ConversationView, MAX_CODE_WORD_LENGTH } from "../../core/api.ts";
import { Opening } from "../account/opening.tsx";
import { t } from "../i18n.ts";
import { Field } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { core } from "../state.ts";

export function CodeWordPart({ view }: { readonly view: ConversationView }) {
  const { summary: { id, peer, state }, codeWord: { agreed, proposed } } = view;
  const open = state === "open";
  if (!open && agreed === undefined) return null;
  const side = peer.role === "practitioner" ? "client" : "practitioner";
  return <section class="code-word" aria-labelledby="code-word-heading">
    <h3 id="code-word-heading">{t("code-word-title")}</h3>
    <p>{t(`code-word-text-${side}`, { name: peer.displayName })}</p>
    {agreed !== undefined && <p>{t("code-word-agreed")} <strong class="mono" dir="auto">{agreed}</strong></p>}
    {open && proposed && <div class="notice notice-calm" role="status">
      <p>{t(proposed.mine ? "code-word-proposed-mine" : "code-word-proposed-theirs", { name: peer.displayName })} <strong class="mono" dir="auto">{proposed.word}</strong></p>
      {!proposed.mine && <p class="actions"><Action kind="primary" run={() => core.agreeCodeWord(id, proposed.id)}>{t("code-word-agree")}</Action></p>}
    </div>}
    {open && <Opening open={t(agreed === undefined && !proposed ? "code-word-propose" : "code-word-other")}>
      {(close) => <Propose id={id} onClose={close} />}
    </Opening>}
  </section>;
}

function Propose({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [word, setWord] = useState("");
  const run = async () => {
    await core.proposeCodeWord(id, word);
    onClose();
  };
  return <Form submit={t("code-word-submit")} run={run} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
    <Field label={t("code-word")} hint={t("code-word-hint")} codes={["code_word_too_short", "code_word_too_long"]} maxLength={MAX_CODE_WORD_LENGTH} value={word} onValue={setWord} />
  </Form>;
}
