/** On the device that is logged in: shows the code, compares words, and lets the other device in. */
import { useEffect, useState } from "preact/hooks";
import type { Account, DeviceKind } from "../../core/api.ts";
import { deviceName } from "../account/device_words.ts";
import { useFresh, withPresent } from "../account/fresh.tsx";
import { QrCode } from "../conversation/qr_code.tsx";
import { HiddenName, Working } from "../entry/parts.tsx";
import { errorText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { CopyButton, SecretField } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { destroyed } from "../nearby/destroyed.ts";
import { deviceLock } from "../nearby/lock.ts";
import { lockPasskeySecret } from "../nearby/lock_passkey.ts";
import { PinField } from "../nearby/pin_field.tsx";
import { codeOf, core, linking } from "../state.ts";
import { CheckWords, StepHeading } from "./words.tsx";

export function LetIn({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { proving, question } = useFresh(account.role);
  useEffect(() => {
    linking.value = undefined;
    return () => void core.cancelLink().catch(() => undefined);
  }, []);
  const again = () => { linking.value = undefined; };
  const now = linking.value;
  const step = () => {
    switch (now?.step) {
      case undefined: return <Ask account={account} proving={proving} onClose={onClose} />;
      case "shown": return <Shown code={now.code} onClose={onClose} />;
      case "compare": return <Compare words={now.words} kind={now.kind} onDiffer={onClose} />;
      case "done": return <>
        <StepHeading text={t("link-done")} />
        <p>{t("link-done-text")}</p>
        <p class="actions"><button type="button" class="button" onClick={onClose}>{t("close")}</button></p>
      </>;
      case "failed": return <>
        <p class="notice notice-danger" role="alert">{errorText(now.code)}</p>
        <p class="actions">
          <button type="button" class="button" onClick={again}>{t("link-again")}</button>
          <button type="button" class="button button-quiet" onClick={onClose}>{t("close")}</button>
        </p>
      </>;
    }
  };
  return <>
    <Dialog title={t("link-title")} onClose={onClose}>{step()}</Dialog>
    {question}
  </>;
}

interface AskProps {
  readonly account: Account;
  readonly proving: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onClose: () => void;
}

/** Whoever picks up a device that lies open must not be able to take the account along. */
function Ask({ account, proving, onClose }: AskProps) {
  const [typed, setTyped] = useState("");
  const [withPassphrase, setWithPassphrase] = useState(false);
  const { pin: withPin = false, passkey } = deviceLock.value ?? {};
  const show = async () => {
    if (withPin) return core.showLink({ pin: typed });
    if (passkey) return core.showLink({ passkey: await lockPasskeySecret(passkey) });
    if (withPassphrase) return withPresent(() => core.showLink({ passphrase: typed }));
    return proving(() => core.showLink({}));
  };
  const run = () => show().catch((failure: unknown) => {
    const code = codeOf(failure);
    if (code === "pin_destroyed") destroyed.value = true;
    if (code !== "fresh_login_required" || withPassphrase) throw failure;
    setWithPassphrase(true);
  });
  return <>
    <p>{t("link-what")}</p>
    <p>{t("link-beware")}</p>
    <Form key={String(withPassphrase)} submit={t("link-show")} run={run} busyText={passkey && !withPin ? t("passkey-waiting") : withPassphrase && <Working text={t("working-log-in")} />}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      {withPin && <PinField label={t("pin")} hint={t("link-pin-hint")} codes={["pin_wrong", "pin_required"]} value={typed} onValue={setTyped} />}
      {withPassphrase && <HiddenName name={account.loginName} />}
      {withPassphrase && <SecretField label={t("present-passphrase")} hint={t("link-passphrase-hint")} codes={["passphrase_wrong"]} value={typed} onValue={setTyped} autocomplete="current-password" />}
    </Form>
  </>;
}

function Shown({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const link = `${location.origin}/app/link#${code}`;
  return <>
    <StepHeading text={t("link-scan")} />
    <p>{t("link-scan-text")}</p>
    <QrCode text={link} label={t("link-qr")} />
    <p class="quiet">{t("link-limits")}</p>
    <details>
      <summary>{t("link-no-camera")}</summary>
      <p>{t("link-no-camera-text")}</p>
      <p class="actions"><CopyButton text={link} /></p>
    </details>
    <p class="actions"><button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button></p>
  </>;
}

function Compare({ words, kind, onDiffer }: { readonly words: readonly string[]; readonly kind: DeviceKind | undefined; readonly onDiffer: () => void }) {
  return <>
    <StepHeading text={t("link-compare")} />
    <p>{t("link-compare-text", { name: deviceName({ name: "", ...(kind ? { kind } : {}) }) })}</p>
    <CheckWords words={words} />
    <p>{t("link-compare-why")}</p>
    <div class="actions">
      <Action kind="primary" run={() => core.confirmLink()}>{t("link-same")}</Action>
      <button type="button" class="button button-quiet" onClick={onDiffer}>{t("link-differ")}</button>
    </div>
  </>;
}
