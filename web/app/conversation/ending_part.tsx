/** Ending a conversation, and taking consent back. */
import { useState } from "preact/hooks";
import type { ConversationSummary } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { core } from "../state.ts";

interface EndingPartProps {
  readonly summary: ConversationSummary;
  readonly mayRevoke: boolean;
  readonly onEnded: () => void;
}

export function EndingPart({ summary, mayRevoke, onEnded }: EndingPartProps) {
  const [asking, setAsking] = useState<"end" | "revoke" | undefined>(undefined);
  const { id, peer, state } = summary;
  const side = peer.role === "practitioner" ? "client" : "practitioner";
  const open = state === "open" || (state === "requested" && side === "client");
  if (!open && !mayRevoke) return null;
  const close = () => setAsking(undefined);
  return <section aria-labelledby="ending-heading">
    <h3 id="ending-heading">{t("ending-title")}</h3>
    <div class="actions">
      {open && <button type="button" class="button button-quiet" onClick={() => setAsking("end")}>{t(state === "requested" ? "end-withdraw" : "end")}</button>}
      {mayRevoke && state !== "requested" && <button type="button" class="button button-quiet" onClick={() => setAsking("revoke")}>{t("revoke-consent")}</button>}
    </div>
    {asking === "end" && <Confirm title={t(state === "requested" ? "end-withdraw-title" : "end-title")} text={t(`end-text-${side}`, { name: peer.displayName })} submit={t(state === "requested" ? "end-withdraw" : "end")} run={() => core.endConversation(id).then(onEnded)} onClose={close} />}
    {asking === "revoke" && <Confirm title={t("revoke-consent-title")} text={t("revoke-consent-text", { name: peer.displayName })} submit={t("revoke-consent")} run={() => core.revokeConsent(id).then(onEnded)} onClose={close} />}
  </section>;
}
