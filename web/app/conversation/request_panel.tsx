/** Practitioner: what a client told when asking, and the answers there are. */
import { useState } from "preact/hooks";
import type { ConversationView, IntakeView } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { core } from "../state.ts";
import { Decline } from "./decline.tsx";
import { IntakeFacts } from "./intake_facts.tsx";
import { Refer } from "./refer.tsx";
import { ReturningPart } from "./returning_part.tsx";

interface RequestPanelProps {
  readonly view: ConversationView;
  readonly intake: IntakeView;
}

export function RequestPanel({ view, intake }: RequestPanelProps) {
  const [asking, setAsking] = useState<"refer" | "decline" | undefined>(undefined);
  const close = () => setAsking(undefined);
  const { id, peer } = view.summary;
  return <section class="card request" aria-labelledby="request-heading" data-begin>
    <h2 id="request-heading" class="h3">{t("request-title", { name: peer.displayName })}</h2>
    <IntakeFacts intake={intake} />
    <ReturningPart view={view} />
    <p class="quiet">{t("request-sealed-note")}</p>
    <div class="actions">
      <Action kind="primary" run={() => core.accept(id)}>{t("accept")}</Action>
      <button type="button" class="button button-quiet" onClick={() => setAsking("refer")}>{t("refer")}</button>
      <button type="button" class="button button-quiet" onClick={() => setAsking("decline")}>{t("decline")}</button>
    </div>
    <p class="quiet">{t("request-ask-note")}</p>
    {asking === "refer" && <Refer id={id} name={peer.displayName} onClose={close} />}
    {asking === "decline" && <Decline id={id} name={peer.displayName} onClose={close} />}
  </section>;
}
