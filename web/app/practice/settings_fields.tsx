/** The practice's settings, part by part: a wizard shows one at a time, the settings form all of them. */
import type { Practice } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Field, Select, TextArea } from "../kit/fields.tsx";
import { keptFor } from "../conversation/keeping_words.ts";
import { crisisDefaults, isDefault } from "./crisis_defaults.ts";
import { LanguagesField } from "./languages_field.tsx";
import { countryOptions } from "./tags.ts";

export interface PartProps {
  readonly practice: Practice;
  readonly onPractice: (changed: Practice) => void;
}

export function NamePart({ practice, onPractice }: PartProps) {
  return <Field label={t("practice-name")} hint={t("practice-name-hint")} codes={["invalid_name"]} maxLength={100} value={practice.name} onValue={(name) => onPractice({ ...practice, name })} />;
}

export function LanguagesPart({ practice, onPractice }: PartProps) {
  return <LanguagesField ordered legend={t("practice-languages")} hint={t("practice-languages-hint")} chosen={practice.languages}
    onChosen={(languages) => onPractice({ ...practice, languages })} />;
}

export function ContactPart({ practice, onPractice }: PartProps) {
  return <>
    <Field optional label={t("contact-email")} codes={["invalid_contact_email"]} inputMode="email" maxLength={254} value={practice.contactEmail}
      onValue={(contactEmail) => onPractice({ ...practice, contactEmail })} />
    <Field optional label={t("contact-phone")} hint={t("contact-phone-hint")} codes={["invalid_contact_phone"]} inputMode="tel" maxLength={32} value={practice.contactPhone}
      onValue={(contactPhone) => onPractice({ ...practice, contactPhone })} />
    <TextArea optional label={t("contact-address")} codes={["invalid_contact_address"]} rows={3} maxLength={500} value={practice.contactAddress}
      onValue={(contactAddress) => onPractice({ ...practice, contactAddress })} />
  </>;
}

const DAYS = [1, 7, 30, 90, 180, 365, 730, 1_825, 3_650] as const;

/** Within which bounds people may choose how long their conversations are kept. */
export function RetentionPart({ practice, onPractice }: PartProps) {
  const retention = practice.retention ?? { shortest: 1, longest: 0, standard: 0 };
  const options = (withEnd: boolean, now: number) => [...new Set([...DAYS, now].filter((days) => days > 0))].sort((a, b) => a - b)
    .map((days) => ({ value: String(days), text: keptFor(days) })).concat(withEnd ? [{ value: "0", text: keptFor(0) }] : []);
  const change = (changed: Partial<typeof retention>) => onPractice({ ...practice, retention: { ...retention, ...changed } });
  return <>
    <Select label={t("retention-shortest")} codes={["invalid_retention"]} options={options(false, retention.shortest)} value={String(retention.shortest)} onValue={(days) => change({ shortest: Number(days) })} />
    <Select label={t("retention-longest")} options={options(true, retention.longest)} value={String(retention.longest)} onValue={(days) => change({ longest: Number(days) })} />
    <Select label={t("retention-standard")} hint={t("retention-standard-hint")} options={options(true, retention.standard)} value={String(retention.standard)} onValue={(days) => change({ standard: Number(days) })} />
  </>;
}

/** A country brings its crisis numbers along, as long as nobody changed those of the country before. */
export function JurisdictionPart({ practice, onPractice }: PartProps) {
  const choose = (jurisdiction: string) => {
    const untouched = isDefault(practice.jurisdiction, practice);
    onPractice({ ...practice, jurisdiction, ...(untouched ? crisisDefaults(jurisdiction) : {}) });
  };
  const options = [{ value: "", text: t("jurisdiction-choose") }, ...countryOptions()];
  return <Select label={t("jurisdiction")} hint={t("jurisdiction-hint")} codes={["invalid_jurisdiction"]} options={options} value={practice.jurisdiction} onValue={choose} />;
}
