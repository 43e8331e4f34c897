/** What stands between a profile and its publication. */
import type { Profile } from "../../core/api.ts";

/** Texts: `missing-<key>`. */
export type Missing = "name" | "credentials" | "languages" | "consent";

/** What the practitioner still has to write; the steward's confirmation comes after. */
export function missingOf(profile: Profile): readonly Missing[] {
  const written: Readonly<Record<Missing, boolean>> = {
    name: profile.displayName !== "",
    credentials: profile.profession !== "" && profile.registrationBody !== "" && profile.registrationNumber !== "",
    languages: profile.languages.length > 0,
    consent: profile.consent !== undefined,
  };
  return (Object.keys(written) as Missing[]).filter((part) => !written[part]);
}

/** Where a profile stands. Texts: `standing-<key>`. */
export type Standing = "published" | "incomplete" | "review" | "ready";

export function standingOf(profile: Profile): Standing {
  if (profile.published) return "published";
  if (missingOf(profile).length > 0) return "incomplete";
  return profile.credentialsConfirmed ? "ready" : "review";
}
