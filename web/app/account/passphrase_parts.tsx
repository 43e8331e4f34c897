/** Changing the passphrase, and making a new recovery code: both want the present passphrase. */
import { useState } from "preact/hooks";
import type { Account } from "../../core/api.ts";
import { HiddenName, HiddenPassphrase, Working } from "../entry/parts.tsx";
import { type Choice, NO_CHOICE, PassphraseChoice } from "../entry/passphrase_choice.tsx";
import { t } from "../i18n.ts";
import { Check, SecretField } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core, newRecoveryCode } from "../state.ts";
import { useFresh, withPresent } from "./fresh.tsx";
import { Opening } from "./opening.tsx";

export function Present({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  return <SecretField label={t("present-passphrase")} codes={["passphrase_wrong"]} value={value} onValue={onValue} autocomplete="current-password" />;
}

export function PassphrasePart({ account, begun }: { readonly account: Account; readonly begun: boolean }) {
  const [changed, setChanged] = useState(false);
  return <section class="card part">
    <h2 class="h3">{t("change-passphrase")}</h2>
    <p>{t("change-passphrase-text")}</p>
    <Opening open={t("change-passphrase")} done={changed ? t("passphrase-changed") : ""} onOpen={() => setChanged(false)} begun={begun}>
      {(close) => <ChangeForm account={account} onChanged={() => { setChanged(true); close(); }} onClose={close} />}
    </Opening>
  </section>;
}

function ChangeForm({ account, onChanged, onClose }: { readonly account: Account; readonly onChanged: () => void; readonly onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const [withCode, setWithCode] = useState(false);
  const { proving, question } = useFresh(account.role);
  const run = async () => {
    const { recoveryCode } = await proving(() => withPresent(() => core.setPassphrase({ current, next: choice.value, newRecoveryCode: withCode })));
    if (recoveryCode) newRecoveryCode.value = { code: recoveryCode, loginName: account.loginName, passphrase: choice.value, after: "settings" };
    onChanged();
  };
  return <>
    <Form submit={t("change-passphrase-submit")} run={run} busyText={<Working text={t("working-keys")} />}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <HiddenName name={account.loginName} />
      <Present value={current} onValue={setCurrent} />
      <PassphraseChoice replacing choice={choice} onChoice={setChoice} />
      {!choice.own && <HiddenPassphrase passphrase={choice.value} />}
      <Check label={t("with-new-code")} hint={t("with-new-code-hint")} checked={withCode} onChecked={setWithCode} />
    </Form>
    {question}
  </>;
}

export function RecoveryCodePart({ account }: { readonly account: Account }) {
  return <section class="card part">
    <h2 class="h3">{t("new-code")}</h2>
    <p>{t("new-code-text")}</p>
    <Opening open={t("new-code-submit")}>
      {(close) => <NewCodeForm account={account} onClose={close} />}
    </Opening>
  </section>;
}

function NewCodeForm({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const { proving, question } = useFresh(account.role);
  const run = async () => {
    // The passphrase stays as it is: it is set once more, with a new code beside it.
    const { recoveryCode } = await proving(() => withPresent(() => core.setPassphrase({ current, next: current, newRecoveryCode: true })));
    if (recoveryCode) newRecoveryCode.value = { code: recoveryCode, loginName: account.loginName, after: "settings" };
  };
  return <>
    <Form submit={t("new-code-submit")} run={run} busyText={<Working text={t("working-keys")} />}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <HiddenName name={account.loginName} />
      <Present value={current} onValue={setCurrent} />
    </Form>
    {question}
  </>;
}
