/** Practitioner: when they answer, when they are away, and what helps meanwhile. */
import { useState } from "preact/hooks";
import type { Availability } from "../../core/api.ts";
import { draftOf, endDraft } from "../drafts.ts";
import { t } from "../i18n.ts";
import { DateField, TextArea } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import type { PartProps } from "./profile_parts.ts";

const written = draftOf<Availability>();
/** As the server holds it. */
const LONGEST = 500;

export function AvailabilityForm({ profile, onProfile }: PartProps) {
  const draft = written.value ?? profile.availability;
  const [saved, setSaved] = useState(false);
  const change = (changed: Partial<Availability>) => {
    setSaved(false);
    written.value = { ...draft, ...changed };
  };
  const run = async () => {
    const now = await core.putAvailability(draft);
    setSaved(endDraft(written, draft));
    onProfile(now);
  };
  return <>
    <p>{t("availability-text")}</p>
    <Form submit={t("save")} run={run} doneText={saved ? t("saved") : ""}>
      <TextArea optional label={t("availability-hours")} hint={t("availability-hours-hint")} codes={["invalid_hours"]} rows={3} maxLength={LONGEST} value={draft.hours} onValue={(hours) => change({ hours })} />
      <DateField optional label={t("availability-away")} hint={t("availability-away-hint")} codes={["invalid_away_until"]} value={draft.awayUntil} onValue={(awayUntil) => change({ awayUntil })} />
      <TextArea optional label={t("availability-urgent")} hint={t("availability-urgent-hint")} codes={["invalid_urgent"]} rows={3} maxLength={LONGEST} value={draft.urgent} onValue={(urgent) => change({ urgent })} />
    </Form>
  </>;
}
