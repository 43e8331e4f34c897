/** The intake card, as far as it is open. */
import type { IntakeView, SealedPart } from "../../core/api.ts";
import { dateText, t } from "../i18n.ts";

export const SEALED_PARTS: readonly SealedPart[] = ["medical", "contact"];

export function IntakeFacts({ intake }: { readonly intake: IntakeView }) {
  const { reason, region, sealed, consent } = intake;
  const given = SEALED_PARTS.filter((part) => sealed[part]);
  return <dl class="facts">
    <div><dt>{t("intake-reason")}</dt><dd class="written" dir="auto">{reason}</dd></div>
    <div><dt>{t("intake-region")}</dt><dd><bdi>{region}</bdi></dd></div>
    <div><dt>{t("intake-sealed")}</dt><dd>{given.length === 0 ? t("intake-sealed-none") : <ul class="tags">{given.map((part) => <li key={part}>{t(`sealed-${part}`)}</li>)}</ul>}</dd></div>
    <div><dt>{t("consent")}</dt><dd>{t("consent-agreed-on", { version: consent.version, date: dateText(consent.at) })}</dd></div>
  </dl>;
}
