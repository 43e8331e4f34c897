/** Steward: invitations and practitioners' profiles. */
import { useRef } from "preact/hooks";
import type { Invitation, Practice, Profile } from "../../core/api.ts";
import { NewDevices } from "../account/new_devices.tsx";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { core } from "../state.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteForm } from "./invite_form.tsx";
import { PractitionerCard } from "./practitioner_card.tsx";

interface People {
  readonly practice: Practice;
  readonly profiles: readonly Profile[];
  readonly invitations: readonly Invitation[];
}

async function people(): Promise<People> {
  const [practice, profiles, invitations] = await Promise.all([core.practice(), core.allProfiles(), core.invitations()]);
  return { practice, profiles, invitations };
}

export function PeopleScreen() {
  return <Screen wide title={t("people-title")} lead={t("people-lead")}>
    <NewDevices />
    <Fetched from={people}>{(now, change) => <Overview now={now} change={change} />}</Fetched>
  </Screen>;
}

function Overview({ now, change }: { readonly now: People; readonly change: (now: People) => void }) {
  const inviting = useRef<HTMLHeadingElement>(null);
  const { practice, profiles, invitations } = now;
  const toInvite = () => {
    inviting.current?.scrollIntoView();
    inviting.current?.focus({ preventScroll: true });
  };
  const reviewed = (profile: Profile) => change({ ...now, profiles: profiles.map((other) => (other.accountId === profile.accountId ? profile : other)) });
  const revoked = (id: string) => {
    change({ ...now, invitations: invitations.filter((other) => other.id !== id) });
    // What had the focus is gone, and nothing outside the dialog can take it before that is gone too.
    setTimeout(() => inviting.current?.focus({ preventScroll: true }));
  };
  return <>
    {!practice.setUp && <div class="card card-clay"><h2 class="h3">{t("not-set-up-title")}</h2><p>{t("not-set-up-text")}</p>
      <p class="actions"><Link class="button" to="/app/practice">{t("set-up-begin")}</Link></p></div>}
    <div class="people">
      <section aria-labelledby="practitioners-heading">
        <h2 id="practitioners-heading">{t("practitioners")}</h2>
        {profiles.length === 0
          ? <Empty title={t("practitioners-none")} text={t("practitioners-none-text")}><button type="button" class="button" onClick={toInvite}>{t("invite-first")}</button></Empty>
          : <ul class="practitioners">{profiles.map((profile) => <PractitionerCard key={profile.accountId} profile={profile} onReviewed={reviewed} />)}</ul>}
      </section>
      <section aria-labelledby="invitations-heading">
        <h2 id="invitations-heading" tabIndex={-1} ref={inviting}>{t("invite-title")}</h2>
        <div class="card"><InviteForm onInvited={(invitation) => change({ ...now, invitations: [invitation, ...invitations] })} /></div>
        <h2 class="h3">{t("invitations")}</h2>
        <Invitations invitations={invitations} onRevoked={revoked} />
        <h2 class="h3">{t("people-rooms-title")}</h2>
        <p>{t("people-rooms-text")}</p>
        <p class="actions"><Link class="button button-quiet" to="/app/rooms">{t("people-rooms")}</Link></p>
      </section>
    </div>
    <p class="notice notice-calm">{t("stewards-see-nothing")}</p>
  </>;
}
