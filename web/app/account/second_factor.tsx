/** After the passphrase, for those who work here: a passkey, or a one-time code when it is not at hand. */
import { useState } from "preact/hooks";
import type { Role } from "../../core/api.ts";
import { codesRemaining, holding, logOut } from "../entry/hold.ts";
import { useTop } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Field } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { Screen } from "../kit/screen.tsx";
import { createPasskey, usePasskey } from "../passkey.ts";
import { go } from "../router.ts";
import { core, oneTimeCodes, session } from "../state.ts";

/** Presents a passkey; the session is whole and fresh after it. */
export async function presentPasskey(): Promise<void> {
  session.value = await core.passkeyAssertFinish(await usePasskey(await core.passkeyAssertStart()));
}

export function SecondFactor() {
  const [code, setCode] = useState("");
  const [withCode, setWithCode] = useState(false);
  const spend = () => holding(async () => {
    const answer = await core.useOneTimeCode(code);
    session.value = answer.session;
    codesRemaining.value = answer.remaining;
  });
  useTop();
  return <Screen title={t("second-factor-title")} lead={t("second-factor-lead")}>
    {withCode
      ? <Form key="code" submit={t("use-code")} run={spend} aside={<button type="button" class="button button-quiet" onClick={() => setWithCode(false)}>{t("use-passkey-instead")}</button>}>
        <Field mono label={t("one-time-code")} hint={t("one-time-code-hint")} codes={["second_factor_failed"]} value={code} onValue={setCode} autocomplete="one-time-code" />
      </Form>
      : <Form key="passkey" submit={t("use-passkey")} run={() => holding(presentPasskey)} busyText={t("passkey-waiting")}
        aside={<button type="button" class="button button-quiet" onClick={() => setWithCode(true)}>{t("no-passkey")}</button>} />}
    <p class="actions"><Action run={logOut}>{t("log-out")}</Action></p>
  </Screen>;
}

/** After a code was used: how many are left is said before anything else. */
export function CodesRemaining({ remaining }: { readonly remaining: number }) {
  const on = async () => { codesRemaining.value = undefined; };
  useTop();
  return <Screen title={t("codes-remaining-title", { remaining })} lead={t(remaining > 2 ? "codes-remaining-enough" : "codes-remaining-few")}>
    <Form submit={t("continue")} run={on} />
  </Screen>;
}

export function SecondFactorMissing({ role }: { readonly role: Role }) {
  const run = () => holding(async () => {
    const made = await core.passkeyRegisterFinish(await createPasskey(await core.passkeyRegisterStart()));
    if (made.oneTimeCodes.length > 0) oneTimeCodes.value = made.oneTimeCodes;
  });
  useTop();
  return <Screen title={t("second-factor-missing-title")} lead={t(`second-factor-missing-${role}`)}>
    <ul class="points">
      <li>{t("passkey-what")}</li>
      <li>{t("passkey-where")}</li>
      <li>{t("passkey-then")}</li>
    </ul>
    <Form submit={t("create-passkey")} run={run} busyText={t("passkey-waiting")} />
    <p class="actions"><Action run={logOut}>{t("log-out")}</Action></p>
  </Screen>;
}

/** A steward whose practice is not set up yet begins with that. */
export async function goToFirst(role: Role): Promise<void> {
  if (role !== "steward") return;
  const practice = await core.practice().catch(() => undefined);
  if (practice?.setUp === false) go("/app/practice");
}
