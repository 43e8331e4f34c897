/** The way back without the passphrase: the code, then a new passphrase, then a new code. */
import { useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { CodeField } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen, Steps } from "../kit/screen.tsx";
import { go } from "../router.ts";
import { codeOf, core, newRecoveryCode, progress, session } from "../state.ts";
import { holding, logOut } from "./hold.ts";
import { HiddenName, HiddenPassphrase, useTop, Working } from "./parts.tsx";
import { type Choice, NO_CHOICE, PassphraseChoice } from "./passphrase_choice.tsx";

const steps = () => [t("step-code"), t("step-passphrase"), t("step-keep"), t("step-check")];

export function Recover() {
  const [code, setCode] = useState("");
  const run = () => holding(async () => {
    progress.value = undefined;
    session.value = await core.recover(code);
  });
  return <Screen title={t("recover-title")} lead={t("recover-lead")} back={{ to: "/app/log-in", text: t("back") }}>
    <Steps names={steps()} at={0} />
    <Form submit={t("continue")} run={run} busyText={<Working text={t("working-log-in")} />}>
      <CodeField label={t("recovery-code")} hint={t("recovery-code-hint")} codes={["recovery_failed"]} value={code} onValue={setCode} />
    </Form>
    <section class="card">
      <h2 class="h3">{t("recover-lost")}</h2>
      <p>{t("recover-lost-text")} <Link to="/app/sign-up">{t("sign-up")}</Link></p>
    </section>
  </Screen>;
}

export function NewPassphrase({ loginName }: { readonly loginName: string }) {
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const run = () => holding(async () => {
    try {
      const { recoveryCode } = await core.setPassphrase({ next: choice.value, newRecoveryCode: true });
      if (recoveryCode) newRecoveryCode.value = { code: recoveryCode, loginName, passphrase: choice.value, after: "recovery" };
    } catch (failure) {
      // Here nothing but the code itself proves anew who somebody is.
      throw codeOf(failure) === "fresh_login_required" ? { code: "recovery_expired" } : failure;
    }
  });
  const again = async () => {
    await logOut();
    go("/app/recover");
  };
  useTop();
  return <Screen title={t("new-passphrase-title")} lead={t("new-passphrase-lead", { name: loginName })}>
    <Steps names={steps()} at={1} />
    <Form submit={t("continue")} run={run} busyText={<Working text={t("working-keys")} />}>
      <HiddenName name={loginName} />
      {!choice.own && <HiddenPassphrase passphrase={choice.value} />}
      <PassphraseChoice replacing choice={choice} onChoice={setChoice} />
    </Form>
    <p class="actions"><Action run={again}>{t("recover-again")}</Action></p>
  </Screen>;
}
