/** Who somebody is, for clients who look for somebody to talk to. */
import type { ComponentChildren } from "preact";
import type { Profile } from "../../core/api.ts";
import { language, languageName, listText, t } from "../i18n.ts";
import { Face } from "../kit/face.tsx";
import { shortened } from "./shortened.ts";

interface PersonProps {
  readonly profile: Profile;
  /** The name, as a heading where it is one. */
  readonly children: ComponentChildren;
}

/** Face, name and profession. */
export function PersonHead({ profile, children }: PersonProps) {
  return <div class="person-head">
    <Face name={profile.displayName} photoOf={profile.hasPhoto ? profile.accountId : undefined} />
    <div>
      {children}
      <p class="quiet"><bdi>{profile.profession}</bdi></p>
    </div>
  </div>;
}

/** What else the public profile says. */
export function PersonFacts({ profile }: { readonly profile: Profile }) {
  const { registrationBody, registrationNumber, languages, specialities } = profile;
  return <>
    {specialities.length > 0 && <ul class="tags" aria-label={t("specialities")}>{specialities.map((key) => <li key={key}>{t(`speciality-${key}`)}</li>)}</ul>}
    <About profile={profile} />
    <dl class="person-facts">
      <div><dt>{t("profile-languages")}</dt><dd>{listText(languages.map(languageName))}</dd></div>
      <div><dt>{t("registration")}</dt><dd><bdi>{[registrationBody, registrationNumber].filter(Boolean).join(" · ")}</bdi> <span class="confirmed">{t("choice-confirmed")}</span></dd></div>
    </dl>
  </>;
}

function About({ profile: { about, displayName } }: { readonly profile: Profile }) {
  const { start, rest } = shortened(about, language.value);
  if (start === "") return null;
  if (rest === "") return <p class="written" dir="auto">{start}</p>;
  return <div class="about">
    <p class="written" dir="auto">{start} …</p>
    <details><summary>{t("choice-more", { name: displayName })}</summary><p class="written" dir="auto">{rest}</p></details>
  </div>;
}
