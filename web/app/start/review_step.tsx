/** Last: everything once more, then it is sent. */
import { Working } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { goInstead } from "../router.ts";
import { codeOf, core } from "../state.ts";
import type { StepProps } from "./request.tsx";
import { BackButton, StepScreen } from "./step.tsx";
import { type Step, stepPath } from "./steps.ts";
import { agreed, type Intake, NOTHING_WRITTEN, trimmed, written } from "./written.ts";

interface ReviewProps extends StepProps {
  readonly onSending: (sending: boolean) => void;
  /** Fetches the new text, which leads back to where it is read. */
  readonly onConsentChanged: () => Promise<void>;
}

export function ReviewStep({ profile, consent, onSending, onConsentChanged }: ReviewProps) {
  const { accountId: practitioner, displayName: name } = profile;
  const intake = trimmed(written.value ?? NOTHING_WRITTEN);
  const run = async () => {
    onSending(true);
    try {
      const id = await core.requestTherapy({ practitioner, consentVersion: consent.version, intake });
      goInstead(`/app/conversations/${id}`);
      written.value = undefined;
      agreed.value = undefined;
    } catch (failure) {
      if (codeOf(failure) === "consent_changed") await onConsentChanged();
      throw failure;
    } finally {
      onSending(false);
    }
  };
  return <StepScreen step="review" profile={profile} lead={t("review-lead", { name })}>
    <Review {...{ profile, consent, intake }} />
    <Form submit={t("request-send", { name })} run={run} aside={<BackButton step="review" profile={profile} />} busyText={<Working text={t("request-sending")} />}>
      <p>{t("request-then", { name })}</p>
    </Form>
  </StepScreen>;
}

function Review({ profile, consent, intake }: StepProps & { readonly intake: Intake }) {
  const { reason, region, medical, realName, emergencyContact, formerName } = intake;
  const rows: readonly { readonly term: string; readonly told: string; readonly step: Step; readonly sealed?: boolean }[] = [
    { term: t("consent"), told: t("review-agreed", { version: consent.version }), step: "consent" },
    { term: t("intake-reason"), told: reason, step: "intake" },
    { term: t("intake-region"), told: region, step: "intake" },
    { term: t("sealed-medical"), told: medical, step: "intake", sealed: true },
    { term: t("intake-real-name"), told: realName, step: "intake", sealed: true },
    { term: t("intake-emergency-contact"), told: emergencyContact, step: "intake", sealed: true },
    ...(formerName === "" ? [] : [{ term: t("intake-former-name"), told: formerName, step: "intake" as const }]),
  ];
  return <dl class="facts card">{rows.map(({ term, told, step, sealed }) => <div key={term} class="review-row">
    <dt>{term}{sealed && told !== "" && <> <span class="badge">{t("review-sealed")}</span></>}</dt>
    <dd class="written" dir="auto">{told || t("review-nothing")}</dd>
    <dd><Link class="button button-quiet button-small" to={stepPath(profile.accountId, step)} label={t("review-change-of", { part: term })}>{t("change")}</Link></dd>
  </div>)}</dl>;
}
