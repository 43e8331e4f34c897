/** First: how a client is protected, and where that ends, before anything is asked. */
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { PersonFacts } from "./person.tsx";
import type { StepProps } from "./request.tsx";
import { StepScreen } from "./step.tsx";
import { stepPath } from "./steps.ts";

const PROTECTED = ["readers", "server", "sealed", "ending"] as const;
const UNPROTECTED = ["device", "watched", "law"] as const;

export function ProtectionStep({ profile }: StepProps) {
  const name = profile.displayName;
  return <StepScreen step="protection" profile={profile} lead={t("protection-lead")}>
    <details class="start-about"><summary>{t("choice-more", { name })}</summary><PersonFacts profile={profile} /></details>
    <dl class="facts card">{PROTECTED.map((key) => <div key={key}>
      <dt>{t(`protection-${key}`)}</dt>
      <dd>{t(`protection-${key}-text`, { name })}</dd>
    </div>)}</dl>
    <section class="card card-clay" aria-labelledby="unprotected-heading">
      <h2 id="unprotected-heading" class="h3">{t("unprotected-title")}</h2>
      <ul class="points">{UNPROTECTED.map((key) => <li key={key}>{t(`unprotected-${key}`, { name })}</li>)}</ul>
    </section>
    <p><a href={`/security?lang=${language.value}`} target="_blank" rel="noreferrer">{t("protection-more")}</a></p>
    <p class="actions"><Link class="button" to={stepPath(profile.accountId, "consent")}>{t("continue")}</Link></p>
  </StepScreen>;
}
