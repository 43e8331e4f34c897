/** Practitioner: the informed-consent text, from a starting text to a version of one's own. */
import { useState } from "preact/hooks";
import { MAX_RECORD_YEARS, type Profile } from "../../core/api.ts";
import { draftOf, endDraft } from "../drafts.ts";
import { durationText, language as shownLanguage, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Select, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { placeholders } from "../placeholders.ts";
import { core } from "../state.ts";
import { ConsentReader } from "./consent_reader.tsx";
import { CONSENT_SECTIONS, type ConsentSection } from "./consent_sections.ts";
import { blankCode, checkConsent, type ConsentDraft, consentStart, type ConsentStarts, isStart, loadConsentStarts, placeholderCode } from "./consent_start.ts";
import type { PartProps } from "./profile_parts.ts";
import { languageOptions } from "./tags.ts";

/** For how many years a record may be said to be kept. */
const YEARS = [0, 1, 2, 3, 5, 6, 7, 8, 10, 12, 15, 20, 25, MAX_RECORD_YEARS] as const;

const written = draftOf<ConsentDraft>();

function firstDraft(starts: ConsentStarts, { consent, languages }: Profile): ConsentDraft {
  if (consent) {
    const { version: _version, ...text } = consent;
    return text;
  }
  const own = languages.map((tag) => tag.split("-")[0] ?? tag);
  return consentStart(starts, own.includes(shownLanguage.value) ? shownLanguage.value : own.find((tag) => Object.hasOwn(starts, tag)) ?? shownLanguage.value);
}

export function ConsentForm(props: PartProps) {
  return <Fetched from={loadConsentStarts}>{(starts) => <FormFrom starts={starts} {...props} />}</Fetched>;
}

function FormFrom({ starts, profile, onProfile }: PartProps & { readonly starts: ConsentStarts }) {
  const draft = written.value ?? firstDraft(starts, profile);
  const [saved, setSaved] = useState(false);
  const change = (changed: ConsentDraft) => {
    setSaved(false);
    written.value = changed;
  };
  const run = async () => {
    checkConsent(draft);
    await core.putConsentText(draft);
    const now = await core.ownProfile();
    setSaved(endDraft(written, draft));
    onProfile(now);
  };
  const version = profile.consent?.version;
  const left = CONSENT_SECTIONS.reduce((sum, section) => sum + placeholders(draft[section]).length, 0);
  return <>
    <p>{t("consent-text")}</p>
    <p>{version ? t("consent-present", { version }) : t("consent-first")}</p>
    <Form submit={t(version ? "consent-save-next" : "consent-save-first")} run={run} doneText={saved && version ? t("consent-saved", { version }) : ""}>
      <Select label={t("consent-language")} hint={t("consent-language-hint")} codes={["invalid_languages"]} options={languageOptions()} value={draft.language}
        onValue={(tag) => change(isStart(starts, draft) ? consentStart(starts, tag) : { ...draft, language: tag })} />
      {CONSENT_SECTIONS.map((section) => <Section key={section} section={section} draft={draft} suggested={consentStart(starts, draft.language)[section]} onText={(text) => change({ ...draft, [section]: text })} />)}
      <Select label={t("record-years")} hint={t("record-years-hint")} codes={["invalid_consent_record_years"]} value={String(draft.recordYears ?? 0)}
        options={[...new Set<number>([...YEARS, draft.recordYears ?? 0])].sort((a, b) => a - b).map((years) => ({ value: String(years), text: years === 0 ? t("record-years-none") : t("record-years-after", { time: durationText(years, "year") }) }))}
        onValue={(years) => change({ ...draft, recordYears: Number(years) })} />
      <p role="status" class={left > 0 ? "notice notice-clay" : "visually-hidden"}>{t("placeholders-left", { count: left })}</p>
      <details><summary>{t("consent-preview")}</summary><ConsentReader text={draft} /></details>
    </Form>
  </>;
}

/** A long text gets as many rows as it needs, within reason. */
const rowsFor = (text: string): number => Math.min(18, Math.max(6, text.split("\n").reduce((rows, line) => rows + Math.ceil((line.length + 1) / 70), 1)));

interface SectionProps {
  readonly section: ConsentSection;
  readonly draft: ConsentDraft;
  readonly suggested: string;
  readonly onText: (text: string) => void;
}

function Section({ section, draft, suggested, onText }: SectionProps) {
  const [rows] = useState(rowsFor(draft[section]));
  const left = placeholders(draft[section]);
  return <div class="consent-section">
    <TextArea label={t(`consent-${section}`)} hint={t(`consent-${section}-hint`)} codes={left.length > 0 ? [placeholderCode(section), blankCode(section)] : [blankCode(section)]} rows={rows} maxLength={8000} value={draft[section]} onValue={onText} />
    {left.length > 0 && <p class="placeholders">{t("placeholders-left", { count: left.length })}</p>}
    {draft[section].trim() === "" && <p><button type="button" class="button button-quiet button-small" onClick={() => onText(suggested)}>{t("consent-suggest")}</button></p>}
  </div>;
}

