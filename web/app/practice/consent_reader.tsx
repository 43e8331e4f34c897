/** An informed-consent text, section by section, as a client reads it. */
import type { ConsentText } from "../../core/api.ts";
import { durationText, t } from "../i18n.ts";
import { CONSENT_SECTIONS } from "./consent_sections.ts";

export function ConsentReader({ text }: { readonly text: Omit<ConsentText, "version"> }) {
  return <dl class="facts">{CONSENT_SECTIONS.map((section) => <div key={section}>
    <dt>{t(`consent-${section}`)}</dt>
    <dd class="written" lang={text.language} dir="auto">{text[section]}</dd>
    {section === "recordKeeping" && <dd>{recordSentence(text.recordYears ?? 0)}</dd>}
  </div>)}</dl>;
}

/** What becomes of words that both sides see no longer. */
export const recordSentence = (years: number): string => (years === 0 ? t("record-none") : t("record-kept", { time: durationText(years, "year") }));
