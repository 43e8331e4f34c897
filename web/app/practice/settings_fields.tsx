/** The practice's settings, part by part: a wizard shows one at a time, the settings form all of them. */
import type { Practice } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Field, Select, TextArea } from "../kit/fields.tsx";
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

/** A country brings its crisis numbers along, as long as nobody changed those of the country before. */
export function JurisdictionPart({ practice, onPractice }: PartProps) {
  const choose = (jurisdiction: string) => {
    const untouched = isDefault(practice.jurisdiction, practice);
    onPractice({ ...practice, jurisdiction, ...(untouched ? crisisDefaults(jurisdiction) : {}) });
  };
  const options = [{ value: "", text: t("jurisdiction-choose") }, ...countryOptions()];
  return <Select label={t("jurisdiction")} hint={t("jurisdiction-hint")} codes={["invalid_jurisdiction"]} options={options} value={practice.jurisdiction} onValue={choose} />;
}
