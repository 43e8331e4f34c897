/**
 * A client's second passphrase: one that may be given away, because it opens an
 * account in which nothing happened. Looks the same in that account.
 */
import { useEffect, useState } from "preact/hooks";
import type { Account } from "../../core/api.ts";
import { HiddenName, HiddenPassphrase, Working } from "../entry/parts.tsx";
import { type Choice, NO_CHOICE, PassphraseChoice } from "../entry/passphrase_choice.tsx";
import { t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { withPresent } from "./fresh.tsx";
import { Opening } from "./opening.tsx";
import { Present } from "./passphrase_parts.tsx";

const LIMITS = ["device", "inside", "search", "code"] as const;

export function SecondPart({ account }: { readonly account: Account }) {
  const [set, setSet] = useState<boolean | undefined>(undefined);
  const [done, setDone] = useState("");
  const learn = () => core.secondPassphrase().then(setSet, () => undefined);
  useEffect(() => void learn(), []);
  const changed = (text: string, close: () => void) => async () => {
    await learn();
    setDone(text);
    close();
  };
  return <section class="card part second-part">
    <h2 class="h3">{t("second-title")}</h2>
    <p>{t("second-text")}</p>
    {set !== undefined && <p>{set ? <span class="badge badge-good">{t("second-is-set")}</span> : <span class="quiet">{t("second-is-not-set")}</span>}</p>}
    <Opening open={t(set ? "second-change" : "second-set")} done={done} onOpen={() => setDone("")}>
      {(close) => <SetForm account={account} onSet={changed(t("second-saved"), close)} onClose={close} />}
    </Opening>
    {set && <Opening open={t("second-remove")} onOpen={() => setDone("")}>
      {(close) => <RemoveForm account={account} onRemoved={changed(t("second-removed"), close)} onClose={close} />}
    </Opening>}
    <details>
      <summary>{t("second-limits")}</summary>
      {LIMITS.map((limit) => <p key={limit}>{t(`second-limits-${limit}`)}</p>)}
    </details>
  </section>;
}

interface FormProps {
  readonly account: Account;
  readonly onClose: () => void;
}

function SetForm({ account, onSet, onClose }: FormProps & { readonly onSet: () => Promise<void> }) {
  const [current, setCurrent] = useState("");
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const run = async () => {
    await withPresent(() => core.setSecondPassphrase({ current, next: choice.value }));
    await onSet();
  };
  return <Form submit={t("second-submit")} run={run} busyText={<Working text={t("working-keys")} />} aside={<Cancel onClose={onClose} />}>
    <HiddenName name={account.loginName} />
    <Present value={current} onValue={setCurrent} />
    <PassphraseChoice replacing choice={choice} onChoice={setChoice} />
    {!choice.own && <HiddenPassphrase passphrase={choice.value} />}
  </Form>;
}

function RemoveForm({ account, onRemoved, onClose }: FormProps & { readonly onRemoved: () => Promise<void> }) {
  const [current, setCurrent] = useState("");
  const run = async () => {
    await withPresent(() => core.setSecondPassphrase({ current }));
    await onRemoved();
  };
  return <Form submit={t("second-remove-submit")} run={run} busyText={<Working text={t("working-keys")} />} aside={<Cancel onClose={onClose} />}>
    <p>{t("second-remove-text")}</p>
    <HiddenName name={account.loginName} />
    <Present value={current} onValue={setCurrent} />
  </Form>;
}

function Cancel({ onClose }: { readonly onClose: () => void }) {
  return <button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>;
}
