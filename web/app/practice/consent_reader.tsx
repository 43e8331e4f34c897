/** An informed-consent text, section by section, as a client reads it. */
import type { ConsentText, KeptRecord } from "../../core/api.ts";
import { dateText, durationText, t } from "../i18n.ts";
import { CONSENT_SECTIONS } from "./consent_sections.ts";

export function ConsentReader({ text }: { readonly text: Omit<ConsentText, "version"> }) {
  return <dl class="facts">{CONSENT_SECTIONS.map((section) => <div key={section}>
    <dt>{t(`consent-${section}`)}</dt>
    <dd class="written" lang={text.language} dir="auto">{text[section]}</dd>
    {section === "recordKeeping" && <dd>{recordSentence(text.recordYears ? { years: text.recordYears } : undefined)}</dd>}
  </div>)}</dl>;
}

/** What becomes of words that both sides see no longer. */
export function recordSentence(record: KeptRecord | undefined): string {
  if (!record) return t("record-none");
  const { years, until } = record;
  return `${t("record-kept")} ${until === undefined ? t("record-kept-after-end", { time: durationText(years, "year") }) : t("record-kept-until", { date: dateText(until) })}`;
}
