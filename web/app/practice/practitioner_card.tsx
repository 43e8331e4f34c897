/** Steward: one practitioner's profile, and the decisions on it. */
import { useRef, useState } from "preact/hooks";
import type { Profile } from "../../core/api.ts";
import { languageName, listText, t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";
import { Confirm } from "../kit/confirm.tsx";
import { ConsentReader } from "./consent_reader.tsx";
import { missingOf, standingOf } from "./missing.ts";
import { ProfilePhoto } from "./profile_photo.tsx";

interface PractitionerCardProps {
  readonly profile: Profile;
  readonly onReviewed: (profile: Profile) => void;
}

export function PractitionerCard({ profile, onReviewed }: PractitionerCardProps) {
  const name = profile.displayName || t("profile-unnamed");
  const standing = standingOf(profile);
  const missing = missingOf(profile);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone then, and a dialog too.
  const reviewed = (changed: Profile) => {
    onReviewed(changed);
    setTimeout(() => heading.current?.focus({ preventScroll: true }));
  };
  return <li class="card practitioner">
    <div class="practitioner-head">
      <ProfilePhoto accountId={profile.accountId} name={name} hasPhoto={profile.hasPhoto} alt={t("photo-of", { name })} />
      <div>
        <h3 tabIndex={-1} ref={heading}><bdi>{name}</bdi></h3>
        {profile.profession && <p><bdi>{profile.profession}</bdi></p>}
        <p role="status"><span class={standing === "published" ? "badge badge-good" : "badge"}>{t(`standing-${standing}`)}</span></p>
      </div>
    </div>
    {missing.length > 0 && <p class="notice notice-clay">{t("profile-incomplete-steward", { missing: listText(missing.map((part) => t(`missing-${part}`))) })}</p>}
    <Facts profile={profile} />
    <Decisions profile={profile} name={name} onReviewed={reviewed} />
  </li>;
}

function Facts({ profile }: { readonly profile: Profile }) {
  const { registrationBody, registrationNumber, languages, specialities, modality, about, consent } = profile;
  const rows: readonly (readonly [string, string])[] = [
    ["registration", [registrationBody, registrationNumber].filter(Boolean).join(" · ")],
    ["profile-languages", listText(languages.map(languageName))],
    ["specialities", listText(specialities.map((key) => t(`speciality-${key}`)))],
    ["modality", modality],
    ["accepting", t(profile.accepting ? "accepting-yes" : "accepting-no")],
    ["consent", consent ? t("consent-version", { version: consent.version, language: languageName(consent.language) }) : t("consent-none")],
  ];
  return <>
    <dl class="facts facts-pairs">{rows.map(([key, value]) => value && <div key={key}><dt>{t(key)}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
    {about && <details><summary>{t("about")}</summary><p class="written" dir="auto">{about}</p></details>}
    {consent && <details><summary>{t("consent-read")}</summary><ConsentReader text={consent} /></details>}
  </>;
}

function Decisions({ profile, name, onReviewed }: PractitionerCardProps & { readonly name: string }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { accountId, credentialsConfirmed, published, registrationBody, registrationNumber } = profile;
  const review = async (decision: { readonly credentialsConfirmed: boolean; readonly published: boolean }) => onReviewed(await core.reviewProfile({ accountId, ...decision }));
  const missing = missingOf(profile);
  if (published) return <div class="actions">
    <a class="button button-quiet" href={`/practitioners/${accountId}`} target="_blank" rel="noreferrer">{t("see-public-profile")}</a>
    <button type="button" class="button button-quiet" aria-label={`${t("withdraw")}: ${name}`} onClick={() => setWithdrawing(true)}>{t("withdraw")}</button>
    {withdrawing && <Confirm title={t("withdraw-title", { name })} text={t("withdraw-text")} submit={t("withdraw")} onClose={() => setWithdrawing(false)}
      run={() => review({ credentialsConfirmed: true, published: false })} />}
  </div>;
  if (credentialsConfirmed) return <div class="actions">
    {missing.length === 0 && <Action kind="primary" label={`${t("publish")}: ${name}`} run={() => review({ credentialsConfirmed: true, published: true })}>{t("publish")}</Action>}
    <Action label={`${t("unconfirm")}: ${name}`} run={() => review({ credentialsConfirmed: false, published: false })}>{t("unconfirm")}</Action>
  </div>;
  if (missing.includes("credentials")) return null;
  return <>
    <p>{t("confirm-how", { body: registrationBody, number: registrationNumber })}</p>
    <div class="actions"><Action kind="primary" label={`${t("confirm-credentials")}: ${name}`} run={() => review({ credentialsConfirmed: true, published: false })}>{t("confirm-credentials")}</Action></div>
  </>;
}
