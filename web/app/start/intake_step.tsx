/** Third: the intake card, the sealed parts apart from the rest. */
import { t } from "../i18n.ts";
import { Field, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { go } from "../router.ts";
import type { StepProps } from "./request.tsx";
import { BackButton, StepScreen } from "./step.tsx";
import { stepPath } from "./steps.ts";
import { checkIntake, NOTHING_WRITTEN, write, written } from "./written.ts";

export function IntakeStep({ profile }: StepProps) {
  const name = profile.displayName;
  const { reason, region, medical, realName, emergencyContact, formerName, codeWord } = written.value ?? NOTHING_WRITTEN;
  const run = async () => {
    checkIntake(written.value ?? NOTHING_WRITTEN);
    go(stepPath(profile.accountId, "review"));
  };
  return <StepScreen step="intake" profile={profile} lead={t("intake-lead", { name })}>
    <Form submit={t("continue")} run={run} aside={<BackButton step="intake" profile={profile} />}>
      <TextArea label={t("intake-reason")} hint={t("intake-reason-hint")} codes={["intake_reason_missing", "reason_too_long"]} rows={7} value={reason} onValue={(typed) => write({ reason: typed })} />
      <Field label={t("intake-region")} hint={t("intake-region-hint", { name })} codes={["intake_region_missing", "region_too_long"]} value={region} onValue={(typed) => write({ region: typed })} />
      <section class="start-sealed" aria-labelledby="sealed-heading">
        <h2 id="sealed-heading" class="h3"><Lock />{t("intake-sealed-title")}</h2>
        <p>{t("intake-sealed-text", { name })}</p>
        <TextArea optional label={t("sealed-medical")} hint={t("intake-medical-hint")} codes={["medical_too_long"]} rows={3} value={medical} onValue={(typed) => write({ medical: typed })} />
        <Field optional label={t("intake-real-name")} hint={t("intake-real-name-hint")} codes={["real_name_too_long"]} value={realName} onValue={(typed) => write({ realName: typed })} />
        <TextArea optional label={t("intake-emergency-contact")} hint={t("intake-emergency-contact-hint", { name })} codes={["emergency_contact_too_long"]} rows={2} value={emergencyContact} onValue={(typed) => write({ emergencyContact: typed })} />
      </section>
      <details class="start-before" open={formerName !== ""}>
        <summary>{t("intake-before")}</summary>
        <p>{t("intake-before-text", { name })}</p>
        <Field optional label={t("intake-former-name")} codes={["pseudonym_too_long"]} value={formerName} onValue={(typed) => write({ formerName: typed })} />
        <Field optional label={t("code-word")} codes={["code_word_missing", "code_word_too_long"]} value={codeWord} onValue={(typed) => write({ codeWord: typed })} />
      </details>
    </Form>
  </StepScreen>;
}

function Lock() {
  return <svg class="start-lock" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M7 11V8a5 5 0 0 1 10 0v3" /><rect x="5" y="11" width="14" height="10" rx="2" /></svg>;
}
