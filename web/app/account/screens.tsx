/** Second factor and settings. */
import { useState } from "preact/hooks";
import type { Account } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Field, SecretField } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Screen } from "../kit/screen.tsx";
import { createPasskey, usePasskey } from "../passkey.ts";
import { core, oneTimeCodes, session } from "../state.ts";

export function SecondFactor() {
  const [code, setCode] = useState("");
  return <Screen title={t("second-factor-title")}>
    <Form submit={t("use-passkey")} run={async () => { session.value = await core.passkeyAssertFinish(await usePasskey(await core.passkeyAssertStart())); }} />
    <Form submit={t("use-code")} run={async () => { session.value = (await core.useOneTimeCode(code)).session; }}>
      <Field label={t("one-time-code")} value={code} onValue={setCode} autocomplete="one-time-code" />
    </Form>
    <Form submit={t("log-out")} run={() => core.logOut()} />
  </Screen>;
}

export function SecondFactorMissing() {
  const run = async () => {
    const made = await core.passkeyRegisterFinish(await createPasskey(await core.passkeyRegisterStart()));
    oneTimeCodes.value = made.oneTimeCodes;
  };
  return <Screen title={t("second-factor-missing-title")}>
    <p>{t("second-factor-missing-text")}</p>
    <Form submit={t("create-passkey")} run={run} />
    <Form submit={t("log-out")} run={() => core.logOut()} />
  </Screen>;
}

export function OneTimeCodes({ codes }: { readonly codes: readonly string[] }) {
  return <Screen title={t("one-time-codes-title")}>
    <p>{t("one-time-codes-text")}</p>
    <ul>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
    <Form submit={t("codes-kept")} run={async () => { oneTimeCodes.value = undefined; }} />
  </Screen>;
}

export function Settings({ account }: { readonly account: Account }) {
  const [passphrase, setPassphrase] = useState("");
  return <Screen title={t("settings-title")}>
    <dl><dt>{t("pseudonym")}</dt><dd>{account.displayName}</dd><dt>{t("login-name")}</dt><dd><code>{account.loginName}</code></dd></dl>
    <Form submit={t("log-out")} run={() => core.logOut()} />
    <Form submit={t("end-other-sessions")} run={() => core.endOtherSessions()} />
    <h2>{t("delete-title")}</h2>
    <p>{t("delete-text")}</p>
    <Form submit={t("delete-submit")} run={() => core.deleteAccount(passphrase)}>
      <SecretField label={t("passphrase")} value={passphrase} onValue={setPassphrase} autocomplete="current-password" />
    </Form>
  </Screen>;
}
