/** A practitioner's quick phrases: to be put into what is being written, and to be looked after. */
import { useEffect, useState } from "preact/hooks";
import { MAX_PHRASE_LENGTH } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog, useAfterwards } from "../kit/dialog.tsx";
import { TextArea } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { Waiting } from "../kit/screen.tsx";
import { core } from "../state.ts";

interface PhrasesProps {
  readonly onChosen: (phrase: string) => void;
  readonly onClose: () => void;
}

export function Phrases({ onChosen, onClose }: PhrasesProps) {
  const [phrases, setPhrases] = useState<readonly string[] | undefined>(undefined);
  /** The phrase that is worded anew; "" for a new one. */
  const [changing, setChanging] = useState<string | undefined>(undefined);
  const afterwards = useAfterwards();
  const choose = (phrase: string) => {
    afterwards(() => onChosen(phrase));
    onClose();
  };
  const look = async () => setPhrases(await core.phrases());
  useEffect(() => { void look().catch(() => undefined); }, []);
  const done = async () => { await look(); setChanging(undefined); };
  return <Dialog title={t("phrases")} onClose={onClose}>
    {phrases === undefined && <Waiting text={t("starting")} />}
    {phrases && changing === undefined && <>
      {phrases.length === 0 && <p>{t("phrases-none")}</p>}
      <ul class="phrases">{phrases.map((phrase) => <li key={phrase}>
        <button type="button" class="hit" dir="auto" onClick={() => choose(phrase)}>{phrase}</button>
        <button type="button" class="button button-quiet button-small" aria-label={t("phrase-change-this", { phrase: phrase.slice(0, 40) })} onClick={() => setChanging(phrase)}>{t("phrase-change")}</button>
      </li>)}</ul>
      <p class="actions"><button type="button" class="button" onClick={() => setChanging("")}>{t("phrase-new")}</button></p>
    </>}
    {changing !== undefined && <Change phrase={changing} onDone={done} onLeft={() => setChanging(undefined)} />}
  </Dialog>;
}

function Change({ phrase, onDone, onLeft }: { readonly phrase: string; readonly onDone: () => Promise<void>; readonly onLeft: () => void }) {
  const [text, setText] = useState(phrase);
  const isNew = phrase === "";
  const aside = <>
    <button type="button" class="button button-quiet" onClick={onLeft}>{t("cancel")}</button>
    {!isNew && <Action kind="danger" run={async () => { await core.setPhrase(phrase, undefined); await onDone(); }}>{t("phrase-remove")}</Action>}
  </>;
  return <Form submit={t("phrase-save")} run={async () => { await core.setPhrase(isNew ? undefined : phrase, text); await onDone(); }} aside={aside}>
    <TextArea label={t("phrase-words")} hint={t("phrase-hint")} rows={5} maxLength={MAX_PHRASE_LENGTH} value={text} onValue={setText} codes={["message_empty", "phrase_too_long"]} />
  </Form>;
}
