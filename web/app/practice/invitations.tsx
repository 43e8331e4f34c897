/** Steward: who was invited, and what became of it. */
import { useState } from "preact/hooks";
import type { Invitation } from "../../core/api.ts";
import { dateText, t } from "../i18n.ts";
import { core } from "../state.ts";
import { Confirm } from "../kit/confirm.tsx";

/** Texts: `invitation-<state>`. */
type InvitationState = "open" | "used" | "expired";

const stateOf = ({ used, expiresAt }: Invitation): InvitationState => (used ? "used" : expiresAt <= Date.now() ? "expired" : "open");

/** The server's own label of the link that set the practice up. */
const nameOf = ({ label }: Invitation): string => (label === "set-up" ? t("invitation-set-up") : label || t("invitation-unnamed"));

interface InvitationsProps {
  readonly invitations: readonly Invitation[];
  readonly onRevoked: (id: string) => void;
}

export function Invitations({ invitations, onRevoked }: InvitationsProps) {
  const [asked, setAsked] = useState<Invitation | undefined>(undefined);
  if (invitations.length === 0) return <p class="quiet">{t("invitations-none")}</p>;
  return <>
    <ul class="rows card">{invitations.map((invitation) => <Row key={invitation.id} invitation={invitation} onRevoke={() => setAsked(invitation)} />)}</ul>
    {asked && <RevokeDialog invitation={asked} onRevoked={onRevoked} onClose={() => setAsked(undefined)} />}
  </>;
}

function Row({ invitation, onRevoke }: { readonly invitation: Invitation; readonly onRevoke: () => void }) {
  const state = stateOf(invitation);
  const revoke = t(state === "open" ? "invitation-revoke" : "invitation-remove");
  return <li>
    <div class="row-text">
      <strong dir="auto">{nameOf(invitation)}</strong>
      <span class="quiet">{t(`role-${invitation.role}`)} · <span class={state === "open" ? "badge badge-good" : "badge"}>{t(`invitation-${state}`, { date: dateText(invitation.expiresAt) })}</span></span>
    </div>
    <button type="button" class="button button-quiet button-small" aria-label={`${revoke}: ${nameOf(invitation)}`} onClick={onRevoke}>{revoke}</button>
  </li>;
}

function RevokeDialog({ invitation, onRevoked, onClose }: { readonly invitation: Invitation; readonly onRevoked: (id: string) => void; readonly onClose: () => void }) {
  const open = stateOf(invitation) === "open";
  const run = async () => {
    await core.revokeInvitation(invitation.id);
    onRevoked(invitation.id);
  };
  return <Confirm title={t(open ? "revoke-title" : "remove-title", { label: nameOf(invitation) })} text={t(open ? "revoke-text" : "remove-text")}
    submit={t(open ? "invitation-revoke" : "invitation-remove")} run={run} onClose={onClose} />;
}
