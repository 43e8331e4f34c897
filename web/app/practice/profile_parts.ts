/** The parts of a practitioner's own profile, a path each. Texts: `profile-part-<part>`. */
import type { Profile } from "../../core/api.ts";

export const PROFILE_PARTS = ["about", "photo", "consent", "availability"] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

export const profilePath = (part: ProfilePart): string => (part === "about" ? "/app/profile" : `/app/profile/${part}`);

/** What the screen of a part is given. */
export interface PartProps {
  readonly profile: Profile;
  readonly onProfile: (profile: Profile) => void;
}
