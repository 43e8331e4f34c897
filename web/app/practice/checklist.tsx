/** Practitioner: what is left to do before clients can come; shown where there are no conversations yet. */
import type { Profile } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Empty } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { Fetched } from "../kit/fetched.tsx";
import { missingOf } from "./missing.ts";
import { profilePath } from "./profile_parts.ts";

interface Item {
  /** Texts: `checklist-<key>` and `checklist-<key>-text`. */
  readonly key: "profile" | "photo" | "consent" | "steward";
  readonly done: boolean;
  /** Where it is done; nothing for what somebody else does. */
  readonly to?: string;
}

function itemsOf(profile: Profile): readonly Item[] {
  const missing = missingOf(profile);
  return [
    { key: "profile", done: missing.every((part) => part === "consent"), to: profilePath("about") },
    { key: "photo", done: profile.hasPhoto, to: profilePath("photo") },
    { key: "consent", done: profile.consent !== undefined, to: profilePath("consent") },
    { key: "steward", done: profile.published },
  ];
}

/** For a practitioner without conversations: the way to being published, and after that a word of patience. */
export function PractitionerChecklist() {
  return <Fetched from={() => core.ownProfile()}>{(profile) => (profile.published ? <Published profile={profile} /> : <Checklist items={itemsOf(profile)} />)}</Fetched>;
}

function Published({ profile }: { readonly profile: Profile }) {
  return <Empty title={t("no-requests-title")} text={t(profile.accepting ? "no-requests-text" : "no-requests-closed")}>
    <a class="button button-quiet" href={`/practitioners/${profile.accountId}`} target="_blank" rel="noreferrer">{t("see-public-profile")}</a>
    {!profile.accepting && <Link class="button" to={profilePath("about")}>{t("change")}</Link>}
  </Empty>;
}

function Checklist({ items }: { readonly items: readonly Item[] }) {
  const next = items.find((item) => !item.done && item.to);
  return <section class="card checklist" aria-labelledby="checklist-heading">
    <h2 id="checklist-heading">{t("checklist-title")}</h2>
    <p>{t("checklist-lead")}</p>
    <ol>{items.map(({ key, done, to }) => <li key={key} class={done ? "done" : ""}>
      <div>
        <strong>{to ? <Link to={to}>{t(`checklist-${key}`)}</Link> : t(`checklist-${key}`)}</strong>
        <span class="visually-hidden"> ({t(done ? "checklist-done" : "checklist-open")})</span>
        <p class="quiet">{t(`checklist-${key}-text`)}</p>
      </div>
    </li>)}</ol>
    {next?.to && <p class="actions"><Link class="button" to={next.to}>{t(`checklist-${next.key}-go`)}</Link></p>}
  </section>;
}
