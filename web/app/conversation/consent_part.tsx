/** What was agreed to, readable at any time. */
import type { IntakeView } from "../../core/api.ts";
import { dateText, t } from "../i18n.ts";
import { ConsentReader } from "../practice/consent_reader.tsx";

export function ConsentPart({ intake }: { readonly intake: IntakeView }) {
  const { version, at, revokedAt, text } = intake.consent;
  return <section aria-labelledby="agreed-heading">
    <h3 id="agreed-heading">{t("consent")}</h3>
    <p>{t("consent-agreed-on", { version, date: dateText(at) })} {revokedAt !== undefined && t("consent-revoked-on", { date: dateText(revokedAt) })}</p>
    <details><summary>{t("consent-read")}</summary><ConsentReader text={text} /></details>
  </section>;
}
