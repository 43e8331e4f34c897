/** Coming back: with login name and passphrase, or after the session ended. */
import { useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Field, SecretField } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { NoTraceChoice } from "../nearby/no_trace_choice.tsx";
import { noTrace } from "../nearby/trace.ts";
import { goToWanted, path } from "../router.ts";
import { core, progress, session } from "../state.ts";
import { holding, logOut } from "./hold.ts";
import { HiddenName, usePassphraseSoon, useTop, Working } from "./parts.tsx";

const isDoor = (at: string) => /^\/app\/(log-in|sign-up|recover|link)$/u.test(at);

/** `known`: the account this browser was logged in to last, whose session ended. */
export function LogIn({ known }: { readonly known?: string }) {
  const [other, setOther] = useState(false);
  const [loginName, setLoginName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  useTop();
  usePassphraseSoon();
  const asKnown = known !== undefined && !other;
  const run = () => holding(async () => {
    progress.value = undefined;
    session.value = await core.logIn({ loginName: asKnown ? known : loginName, passphrase, noTrace: noTrace.value });
    // Whose session ended goes on where that happened.
    if (!asKnown || isDoor(path.value)) goToWanted();
  });
  return <Screen key={String(asKnown)} title={t(asKnown ? "expired-title" : "log-in-title")} lead={asKnown ? t("expired-lead") : undefined}
    back={known === undefined ? { to: "/app", text: t("back") } : undefined}>
    <Form submit={t("log-in")} run={run} busyText={<Working text={t("working-log-in")} />}>
      {asKnown
        ? <><HiddenName name={known} /><p class="known"><span class="quiet">{t("login-name")}</span> <code dir="auto">{known}</code></p></>
        : <Field label={t("login-name")} hint={t("login-name-hint")} value={loginName} onValue={setLoginName} autocomplete={noTrace.value ? "off" : "username"} />}
      <SecretField label={t("passphrase")} hint={t("passphrase-typed-hint")} codes={["login_failed"]} value={passphrase} onValue={setPassphrase} autocomplete={noTrace.value ? "off" : "current-password"} />
      {!asKnown && <NoTraceChoice />}
    </Form>
    <ul class="elsewhere">
      <li><Link to="/app/link">{t("link-in-link")}</Link></li>
      <li><Link to="/app/recover">{t("forgot-passphrase")}</Link></li>
      {known === undefined && session.value?.state !== "locked" && <li><Link to="/app/sign-up">{t("no-account")}</Link></li>}
    </ul>
    {known !== undefined && <KnownHere asKnown={asKnown} known={known} onOther={() => { setOther(!other); setPassphrase(""); }} />}
  </Screen>;
}

/** A browser keeps one account: another one takes its place. */
function KnownHere({ asKnown, known, onOther }: { readonly asKnown: boolean; readonly known: string; readonly onOther: () => void }) {
  return <section class="card">
    <h2 class="h3">{t("not-you")}</h2>
    <p>{t(asKnown ? "not-you-text" : "other-account-text", { name: known })}</p>
    <p class="actions">
      <button type="button" class="button button-quiet" onClick={onOther}>{t(asKnown ? "use-other-account" : "use-known-account", { name: known })}</button>
      {asKnown && <Action run={logOut}>{t("forget-account")}</Action>}
    </p>
  </section>;
}
