/** Client: when the practitioner answers, from their public profile. */
import { useEffect, useState } from "preact/hooks";
import type { Availability, Person } from "../../core/api.ts";
import { dateText, t } from "../i18n.ts";
import { core } from "../state.ts";

/** Undefined for a client, while it is not known, and once the profile is not public any more. */
export function useAvailability(peer: Person): Availability | undefined {
  const [availability, setAvailability] = useState<Availability | undefined>(undefined);
  useEffect(() => {
    if (peer.role !== "practitioner") return;
    let wanted = true;
    core.profile(peer.accountId).then((profile) => { if (wanted) setAvailability(profile.availability); }, () => undefined);
    return () => { wanted = false; };
  }, [peer.accountId]);
  return availability;
}

/** Told above the conversation while the practitioner is away. */
export function Away({ name, availability: { awayUntil, urgent } }: { readonly name: string; readonly availability: Availability }) {
  if (awayUntil === "") return null;
  return <div class="away notice notice-calm" role="status">
    <p><strong>{t("away", { name, date: dateText(Date.parse(`${awayUntil}T12:00`)) })}</strong></p>
    {urgent && <p class="written" dir="auto">{urgent}</p>}
  </div>;
}

export function AvailabilityPart({ name, availability: { hours, urgent } }: { readonly name: string; readonly availability: Availability }) {
  if (hours === "" && urgent === "") return null;
  return <section aria-labelledby="availability-heading">
    <h3 id="availability-heading">{t("meanwhile-title", { name })}</h3>
    <dl class="facts">
      {hours && <div><dt>{t("availability-hours")}</dt><dd class="written" dir="auto">{hours}</dd></div>}
      {urgent && <div><dt>{t("availability-urgent")}</dt><dd class="written" dir="auto">{urgent}</dd></div>}
    </dl>
  </section>;
}
