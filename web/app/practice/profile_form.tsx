/** Practitioner: what clients read before they choose. */
import type { Profile, ProfileDraft } from "../../core/api.ts";
import { SPECIALITIES } from "../../core/api.ts";
import { useState } from "preact/hooks";
import { draftOf, endDraft } from "../drafts.ts";
import { t } from "../i18n.ts";
import { Check, Checks, Field, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { core } from "../state.ts";
import { LanguagesField } from "./languages_field.tsx";
import { type PartProps, profilePath } from "./profile_parts.ts";

const written = draftOf<ProfileDraft>();

function draftFrom(profile: Profile): ProfileDraft {
  const { accountId: _id, hasPhoto: _photo, credentialsConfirmed: _confirmed, published: _published, availability: _availability, consent: _consent, ...draft } = profile;
  // Who writes a first profile most likely wants to be written to.
  return profile.displayName === "" ? { ...draft, accepting: true } : draft;
}

/** Whether saving ends what the steward confirmed. */
const reviewedAgain = (saved: Profile, draft: ProfileDraft): boolean => saved.credentialsConfirmed
  && (["displayName", "profession", "registrationBody", "registrationNumber"] as const).some((field) => saved[field] !== draft[field].trim());

export function ProfileForm({ profile, onProfile }: PartProps) {
  const draft = written.value ?? draftFrom(profile);
  const [saved, setSaved] = useState(false);
  const change = (changed: Partial<ProfileDraft>) => {
    setSaved(false);
    written.value = { ...draft, ...changed };
  };
  const run = async () => {
    if (draft.displayName.trim() === "") throw { code: "invalid_display_name" };
    const now = await core.putOwnProfile(draft);
    setSaved(endDraft(written, draft));
    onProfile(now);
  };
  const specialities = SPECIALITIES.map((value) => ({ value, text: t(`speciality-${value}`) }));
  return <>
    <Form submit={t("save")} run={run} doneText={saved ? t("saved") : ""}>
      <Field label={t("display-name")} hint={t("display-name-hint")} codes={["invalid_display_name"]} maxLength={100} value={draft.displayName} onValue={(displayName) => change({ displayName })} />
      <Field label={t("profession")} hint={t("profession-hint")} codes={["invalid_profession"]} maxLength={200} value={draft.profession} onValue={(profession) => change({ profession })} />
      <div class="pair">
        <Field label={t("registration-body")} codes={["invalid_registration_body"]} maxLength={200} value={draft.registrationBody} onValue={(registrationBody) => change({ registrationBody })} />
        <Field label={t("registration-number")} codes={["invalid_registration_number"]} maxLength={100} value={draft.registrationNumber} onValue={(registrationNumber) => change({ registrationNumber })} />
      </div>
      {reviewedAgain(profile, draft) && <p class="notice notice-clay" role="status">{t(profile.published ? "review-again-published" : "review-again")}</p>}
      <LanguagesField legend={t("profile-languages")} hint={t("profile-languages-hint")} chosen={draft.languages} onChosen={(languages) => change({ languages })} />
      <Field optional label={t("modality")} hint={t("modality-hint")} codes={["invalid_modality"]} maxLength={200} value={draft.modality} onValue={(modality) => change({ modality })} />
      <Checks legend={t("specialities")} hint={t("specialities-hint")} options={specialities} chosen={draft.specialities} onChosen={(chosen) => change({ specialities: chosen })} />
      <TextArea optional label={t("about")} hint={t("about-hint")} codes={["invalid_about"]} rows={8} maxLength={4000} value={draft.about} onValue={(about) => change({ about })} />
      <Check label={t("accepting-now")} hint={t("accepting-now-hint")} checked={draft.accepting} onChecked={(accepting) => change({ accepting })} />
    </Form>
    {saved && !profile.hasPhoto && <p><Link to={profilePath("photo")}>{t("next-photo")}</Link></p>}
    {saved && profile.hasPhoto && !profile.consent && <p><Link to={profilePath("consent")}>{t("next-consent")}</Link></p>}
  </>;
}
