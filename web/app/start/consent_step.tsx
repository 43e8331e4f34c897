/** Second: the practitioner's informed consent, read whole and agreed to. */
import { useState } from "preact/hooks";
import { errorText, languageName, t } from "../i18n.ts";
import { Check } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { ConsentReader } from "../practice/consent_reader.tsx";
import { go } from "../router.ts";
import type { StepProps } from "./request.tsx";
import { BackButton, StepScreen } from "./step.tsx";
import { stepPath } from "./steps.ts";
import { agreed } from "./written.ts";

export function ConsentStep({ profile, consent }: StepProps) {
  const { accountId: practitioner, displayName: name } = profile;
  const before = agreed.value?.practitioner === practitioner ? agreed.value.version : undefined;
  // The text may be replaced while it is read, too.
  const [first] = useState(before ?? consent.version);
  const isAgreed = before === consent.version;
  const run = async () => {
    if (!isAgreed) throw { code: "consent_not_agreed" };
    go(stepPath(practitioner, "intake"));
  };
  return <StepScreen step="consent" profile={profile} lead={t("consent-step-lead", { name })}>
    <div role="alert">{consent.version !== first && <p class="notice notice-clay">{errorText("consent_changed")}</p>}</div>
    <p class="quiet">{t("consent-version", { version: consent.version, language: languageName(consent.language) })}</p>
    <div class="card"><ConsentReader text={consent} /></div>
    <Form submit={t("continue")} run={run} aside={<BackButton step="consent" profile={profile} />}>
      <p>{t("consent-recorded", { name })}</p>
      <Check label={t("consent-agree")} codes={["consent_not_agreed"]} checked={isAgreed} onChecked={(on) => { agreed.value = on ? { practitioner, version: consent.version } : undefined; }} />
    </Form>
  </StepScreen>;
}
