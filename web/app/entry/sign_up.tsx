/** Becoming somebody here: a name, a passphrase; then the recovery code is shown (keep_code.tsx). */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Role } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Field } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen, Steps } from "../kit/screen.tsx";
import { NoTraceChoice } from "../nearby/no_trace_choice.tsx";
import { noTrace } from "../nearby/trace.ts";
import { linkToken } from "../router.ts";
import { core, newRecoveryCode, progress } from "../state.ts";
import { holding } from "./hold.ts";
import { usePassphraseSoon, Working } from "./parts.tsx";
import { type Choice, NO_CHOICE, PassphraseChoice } from "./passphrase_choice.tsx";

interface Begun { readonly pseudonym: string; readonly choice: Choice }
const NOTHING: Begun = { pseudonym: "", choice: NO_CHOICE };
/** Outlives a look at another screen. */
const begun = signal(NOTHING);

const suggestName = async () => {
  const former = begun.value.pseudonym;
  const pseudonym = await core.suggestPseudonym();
  // What was typed meanwhile stays.
  if (begun.value.pseudonym === former) begun.value = { ...begun.value, pseudonym };
};

export function SignUp({ role, invitation }: { readonly role: Role; readonly invitation?: string }) {
  useEffect(() => { if (begun.value.pseudonym === "") void suggestName(); }, []);
  usePassphraseSoon();
  const { pseudonym, choice } = begun.value;
  const run = () => holding(async () => {
    progress.value = undefined;
    const made = await core.signUp({ pseudonym, passphrase: choice.value, noTrace: noTrace.value, ...(invitation ? { invitation } : {}) });
    linkToken.value = "";
    begun.value = NOTHING;
    newRecoveryCode.value = { code: made.recoveryCode, loginName: made.account.loginName, passphrase: choice.value, after: "sign-up" };
  });
  return <Screen title={t(`sign-up-title-${role}`)} lead={t(`sign-up-lead-${role}`)} back={invitation ? undefined : { to: "/app", text: t("back") }}>
    <Steps names={[t("step-choose"), t("step-keep"), t("step-check")]} at={0} />
    <Form submit={t("sign-up-submit")} run={run} busyText={<Working text={t("working-keys")} />}>
      <Field label={t(role === "client" ? "pseudonym" : "pseudonym-staff")} hint={t(`pseudonym-hint-${role}`)} codes={["pseudonym_empty", "pseudonym_too_long"]}
        value={pseudonym} onValue={(typed) => { begun.value = { ...begun.value, pseudonym: typed }; }}>
        <p class="actions"><button type="button" class="button button-quiet button-small" onClick={() => void suggestName()}>{t("other-name")}</button></p>
      </Field>
      <PassphraseChoice choice={choice} onChoice={(chosen) => { begun.value = { ...begun.value, choice: chosen }; }} />
      {role === "client" && <NoTraceChoice />}
      {role === "client" && <p><a href={`/privacy?lang=${language.value}`} target="_blank" rel="noreferrer">{t("sign-up-policy")}</a></p>}
    </Form>
    {!invitation && <ul class="elsewhere">
      <li><Link to="/app/watched">{t("watched-link")}</Link></li>
      <li>{t("have-account")} <Link to="/app/log-in">{t("log-in")}</Link></li>
    </ul>}
  </Screen>;
}
