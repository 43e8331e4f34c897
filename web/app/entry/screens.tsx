/** Screens before one is in: welcome, sign up, log in, recover. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Field, SecretField } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { goToWanted, linkToken } from "../router.ts";
import { core, newRecoveryCode, session } from "../state.ts";

export function Welcome() {
  return <Screen title={t("welcome-title")}>
    <p>{t("welcome-text")}</p>
    <p class="actions"><Link class="button" to="/app/sign-up">{t("sign-up")}</Link> <Link class="button" to="/app/log-in">{t("log-in")}</Link></p>
  </Screen>;
}

export function SignUp({ invited }: { readonly invited: boolean }) {
  const [pseudonym, setPseudonym] = useState("");
  const [passphrase, setPassphrase] = useState("");
  useEffect(() => {
    void core.suggestPseudonym().then(setPseudonym);
    void core.suggestPassphrase().then(setPassphrase);
  }, []);
  const run = async () => {
    const made = await core.signUp({ pseudonym, passphrase, ...(invited ? { invitation: linkToken.value } : {}) });
    linkToken.value = "";
    newRecoveryCode.value = { code: made.recoveryCode, loginName: made.account.loginName };
  };
  return <Screen title={t(invited ? "invited-title" : "sign-up-title")}>
    <p>{t("sign-up-privacy")}</p>
    <Form submit={t("sign-up-submit")} run={run}>
      <Field label={t("pseudonym")} hint={t("pseudonym-hint")} value={pseudonym} onValue={setPseudonym} />
      <SecretField shown label={t("passphrase")} hint={t("passphrase-hint")} value={passphrase} onValue={setPassphrase} autocomplete="new-password" />
    </Form>
  </Screen>;
}

export function LogIn({ known }: { readonly known?: string }) {
  const [loginName, setLoginName] = useState(known ?? "");
  const [passphrase, setPassphrase] = useState("");
  return <Screen title={t(known ? "expired-title" : "log-in-title")}>
    <Form submit={t("log-in")} run={async () => { session.value = await core.logIn({ loginName, passphrase }); goToWanted(); }}>
      <Field label={t("login-name")} hint={t("login-name-hint")} value={loginName} onValue={setLoginName} autocomplete="username" />
      <SecretField label={t("passphrase")} value={passphrase} onValue={setPassphrase} autocomplete="current-password" />
    </Form>
    <p><Link class="button" to="/app/recover">{t("recover-link")}</Link></p>
  </Screen>;
}

export function Recover() {
  const [code, setCode] = useState("");
  return <Screen title={t("recover-title")}>
    <Form submit={t("continue")} run={async () => { session.value = await core.recover(code); }}>
      <Field label={t("recovery-code")} value={code} onValue={setCode} />
    </Form>
  </Screen>;
}

export function NewPassphrase({ loginName }: { readonly loginName: string }) {
  const [next, setNext] = useState("");
  const run = async () => {
    const { recoveryCode } = await core.setPassphrase({ next, newRecoveryCode: true });
    if (recoveryCode) newRecoveryCode.value = { code: recoveryCode, loginName };
  };
  return <Screen title={t("new-passphrase-title")}>
    <Form submit={t("save")} run={run}>
      <SecretField shown label={t("passphrase")} hint={t("passphrase-hint")} value={next} onValue={setNext} autocomplete="new-password" />
    </Form>
  </Screen>;
}

export function KeepRecoveryCode({ code, loginName }: { readonly code: string; readonly loginName: string }) {
  const [typed, setTyped] = useState("");
  const run = async () => {
    if (!(await core.confirmRecoveryCode(typed))) throw { code: "recovery_code_differs" };
    newRecoveryCode.value = undefined;
    goToWanted();
  };
  return <Screen title={t("keep-title")}>
    <p>{t("keep-text")}</p>
    <dl><dt>{t("login-name")}</dt><dd><code>{loginName}</code></dd><dt>{t("recovery-code")}</dt><dd><code>{code}</code></dd></dl>
    <Form submit={t("continue")} run={run}><Field label={t("recovery-code-again")} value={typed} onValue={setTyped} /></Form>
  </Screen>;
}
