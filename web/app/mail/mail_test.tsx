/** Steward: whether e-mail works, and a test of it. */
import { useState } from "preact/hooks";
import { errorText, language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Field } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

const FAILURES = ["mail_failed_unreachable", "mail_failed_login_refused", "mail_failed_sender_refused", "mail_failed_not_taken", "mail_address_invalid"] as const;

export function MailTest() {
  return <section aria-labelledby="mail-test-heading">
    <h2 id="mail-test-heading">{t("mail-steward-title")}</h2>
    <Fetched from={() => core.mail()}>{({ available, trouble }) => available ? <>
      <p>{t("mail-steward-text")}</p>
      {trouble && <p class="notice notice-danger" role="status">{errorText(`mail_failed_${trouble}`)}</p>}
      <Test />
    </> : <p>{t("mail-steward-none")}</p>}</Fetched>
  </section>;
}

function Test() {
  const [address, setAddress] = useState("");
  return <Form kind="quiet" submit={t("mail-test")} run={() => core.testMail(address, language.value)} busyText={t("mail-test-busy")} doneText={t("mail-test-done")}>
    <Field label={t("mail-test-address")} inputMode="email" maxLength={254} codes={FAILURES} value={address} onValue={setAddress} />
  </Form>;
}
