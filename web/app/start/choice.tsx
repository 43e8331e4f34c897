/** One practitioner to choose, or to go back to. */
import type { Profile } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { ongoingWith } from "./ongoing.ts";
import { PersonFacts, PersonHead } from "./person.tsx";
import { stepPath } from "./steps.ts";

export function Choice({ profile }: { readonly profile: Profile }) {
  const { accountId, displayName, accepting } = profile;
  const ongoing = ongoingWith(accountId);
  return <li class="card choice">
    <PersonHead profile={profile}><h3><bdi>{displayName}</bdi></h3></PersonHead>
    <p><span class={accepting ? "badge badge-good" : "badge"}>{t(accepting ? "accepting-yes" : "accepting-no")}</span></p>
    <PersonFacts profile={profile} />
    <div class="choice-go">
      {ongoing
        ? <p>{t(`choice-${ongoing.state}`, { name: displayName })} <Link to={`/app/conversations/${ongoing.id}`}>{t("go-to-conversation")}</Link></p>
        : accepting && <Link class="button button-full" to={stepPath(accountId, "protection")}>{t("choose", { name: displayName })}</Link>}
    </div>
  </li>;
}
