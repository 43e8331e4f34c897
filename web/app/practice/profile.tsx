/** Practitioner: one's own profile, photograph and consent text, and where they stand. */
import type { Profile } from "../../core/api.ts";
import { listText, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { AvailabilityForm } from "./availability_form.tsx";
import { ConsentForm } from "./consent_form.tsx";
import { Fetched } from "../kit/fetched.tsx";
import { missingOf, standingOf } from "./missing.ts";
import { PhotoForm } from "./photo_form.tsx";
import { ProfileForm } from "./profile_form.tsx";
import { type PartProps, PROFILE_PARTS, type ProfilePart, profilePath } from "./profile_parts.ts";

/** `part` is the last piece of the path; anything unknown is the first part. */
export function ProfileScreen({ part }: { readonly part: string | undefined }) {
  const shown = PROFILE_PARTS.find((known) => known === part) ?? "about";
  return <Fetched moment={shown} from={() => core.ownProfile()}>{(profile, change) => <Screen key={shown} title={t("profile-title")}>
    <Standing profile={profile} />
    <nav class="parts" aria-label={t("profile-parts")}><ul>{PROFILE_PARTS.map((one) => <li key={one}><Link to={profilePath(one)} current={one === shown}>{t(`profile-part-${one}`)}</Link></li>)}</ul></nav>
    <h2>{t(`profile-part-${shown}`)}</h2>
    <Part part={shown} profile={profile} onProfile={change} />
  </Screen>}</Fetched>;
}

function Part({ part, ...props }: PartProps & { readonly part: ProfilePart }) {
  switch (part) {
    case "about": return <ProfileForm {...props} />;
    case "photo": return <PhotoForm {...props} />;
    case "consent": return <ConsentForm {...props} />;
    case "availability": return <AvailabilityForm {...props} />;
  }
}

function Standing({ profile }: { readonly profile: Profile }) {
  const standing = standingOf(profile);
  const missing = listText(missingOf(profile).map((part) => t(`missing-${part}`)));
  return <div class={standing === "published" ? "notice notice-good" : "notice notice-calm"} role="status">
    <p><strong>{t(`standing-${standing}`)}.</strong> {t(`standing-own-${standing}`, { missing })}</p>
    {standing === "published" && <p><a href={`/practitioners/${profile.accountId}`} target="_blank" rel="noreferrer">{t("see-public-profile")}</a></p>}
  </div>;
}
