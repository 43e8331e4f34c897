/** Everything about a conversation that is not said in it. */
import type { Availability, ConversationView } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { core } from "../state.ts";
import { TakeAlongPart } from "../export/take_along.tsx";
import { KeptPart } from "../live/kept_part.tsx";
import { AvailabilityPart } from "./availability.tsx";
import { CodeWordPart } from "./code_word_part.tsx";
import { ConsentPart } from "./consent_part.tsx";
import { EndingPart } from "./ending_part.tsx";
import { ClientIntake, PractitionerIntake } from "./intake_part.tsx";
import { ReturningPart } from "./returning_part.tsx";
import { KeepingPart } from "./keeping_part.tsx";
import { SafetyNumberPart } from "./safety_number_part.tsx";

interface DetailsProps {
  readonly view: ConversationView;
  /** For a client: when the practitioner answers. */
  readonly availability: Availability | undefined;
  readonly onClose: () => void;
}

export function Details({ view, availability, onClose }: DetailsProps) {
  const { summary, intake } = view;
  const asClient = summary.peer.role === "practitioner";
  return <Dialog sheet title={t("details-title")} onClose={onClose}>
    {availability && <AvailabilityPart name={summary.peer.displayName} availability={availability} />}
    {!asClient && <ReturningPart view={view} />}
    <KeptPart view={view} />
    <SafetyNumberPart summary={summary} />
    <CodeWordPart view={view} />
    {intake && (asClient ? <ClientIntake summary={summary} intake={intake} /> : <PractitionerIntake summary={summary} intake={intake} />)}
    {intake && <ConsentPart intake={intake} />}
    <TakeAlongPart source={{ what: "conversation", exported: () => core.exported(summary.id), files: true }} />
    <KeepingPart view={view} onForgotten={onClose} />
    <EndingPart summary={summary} mayRevoke={asClient && intake !== undefined && intake.consent.revokedAt === undefined} onEnded={onClose} />
  </Dialog>;
}
