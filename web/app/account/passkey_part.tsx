import type { Role } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { createPasskey } from "../passkey.ts";
import { core } from "../state.ts";
import { useFresh } from "./fresh.tsx";

/** A second passkey, so that a lost telephone locks nobody out. */
export function PasskeyPart({ role }: { readonly role: Role }) {
  const { proving, question } = useFresh(role);
  const run = async () => {
    const options = await proving(() => core.passkeyRegisterStart());
    await core.passkeyRegisterFinish(await createPasskey(options));
  };
  return <section class="card part">
    <h2 class="h3">{t("passkeys-title")}</h2>
    <p>{t("passkeys-text")}</p>
    <Form kind="quiet" submit={t("add-passkey")} run={run} busyText={t("passkey-waiting")} doneText={t("passkey-added")} />
    {question}
  </section>;
}
