/** Steward: asks a practitioner to lead a room that nobody leads any more. */
import { useState } from "preact/hooks";
import type { Profile, RoomSeen } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Select } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

export function Appoint({ seen }: { readonly seen: RoomSeen }) {
  return <section class="card door" aria-labelledby="appoint-heading">
    <h2 id="appoint-heading" class="h3">{t("room-appoint-title")}</h2>
    <p>{t("room-appoint-text")}</p>
    <Fetched from={() => core.allProfiles()}>{(profiles) => <Choice seen={seen} profiles={profiles} />}</Fetched>
  </section>;
}

function Choice({ seen: { id, face }, profiles }: { readonly seen: RoomSeen; readonly profiles: readonly Profile[] }) {
  const others = profiles.filter(({ accountId }) => !face.moderators.some((each) => each.accountId === accountId));
  const [chosen, setChosen] = useState(others[0]?.accountId ?? "");
  const [asked, setAsked] = useState<Profile | undefined>(undefined);
  if (others.length === 0) return <p class="quiet">{t("room-appoint-none")}</p>;
  if (asked) return <p role="status" class="notice notice-calm">{t("room-appoint-done", { name: asked.displayName })}</p>;
  return <Form submit={t("room-appoint")} run={async () => {
    await core.appointModerator(id, chosen);
    setAsked(others.find(({ accountId }) => accountId === chosen));
  }}>
    <Select label={t("room-appoint-who")} value={chosen} onValue={setChosen} options={others.map(({ accountId, displayName }) => ({ value: accountId, text: displayName }))} />
  </Form>;
}
