/** Steward: makes an invitation and shows its link, once. */
import { useState } from "preact/hooks";
import type { Invitation, Role } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";
import { dateText, t } from "../i18n.ts";
import { CopyButton, Field, Radios } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";

/** The link just made stays until the steward has it, also over a look at another screen. */
const fresh = draftOf<{ readonly invitation: Invitation; readonly token: string }>();

const roles = ["practitioner", "steward"] as const;

export function InviteForm({ onInvited }: { readonly onInvited: (invitation: Invitation) => void }) {
  const [label, setLabel] = useState("");
  const [role, setRole] = useState<Role>("practitioner");
  const made = fresh.value;
  if (made) return <FreshLink {...made} />;
  const run = async () => {
    const created = await core.createInvitation({ label, role });
    setLabel("");
    setRole("practitioner");
    onInvited(created.invitation);
    fresh.value = created;
  };
  return <Form submit={t("invite-submit")} run={run}>
    <Field label={t("invite-label")} hint={t("invite-label-hint")} codes={["invalid_label"]} maxLength={100} value={label} onValue={setLabel} />
    <Radios legend={t("invite-role")} value={role} onValue={(value) => setRole(roles.find((known) => known === value) ?? "practitioner")}
      options={roles.map((value) => ({ value, text: t(`role-${value}`), hint: t(`role-${value}-hint`) }))} />
  </Form>;
}

function FreshLink({ invitation, token }: { readonly invitation: Invitation; readonly token: string }) {
  const link = `${location.origin}/app/invitation#${token}`;
  return <div class="notice notice-good fresh-link" role="status">
    <h3>{invitation.label ? t("invite-made-for", { label: invitation.label }) : t("invite-made")}</h3>
    <p>{t("invite-once", { date: dateText(invitation.expiresAt) })}</p>
    <p><code dir="ltr">{link}</code></p>
    <p class="actions"><CopyButton text={link} /> <button type="button" class="button" onClick={() => { fresh.value = undefined; }}>{t("invite-sent")}</button></p>
  </div>;
}
