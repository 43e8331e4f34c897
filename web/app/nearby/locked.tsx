/** What is shown while a PIN or a passkey closes this browser: nothing of whom it belongs to. */
import { useEffect, useState } from "preact/hooks";
import { PIN_ATTEMPTS, type SessionState } from "../../core/api.ts";
import { logOut } from "../entry/hold.ts";
import { useTop } from "../entry/parts.tsx";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Form } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { go } from "../router.ts";
import { codeOf, core, session } from "../state.ts";
import { destroyed } from "./destroyed.ts";
import { lockPasskeySecret } from "./lock_passkey.ts";
import { PinField } from "./pin_field.tsx";

type Closed = Extract<SessionState, { readonly state: "locked" }>;

export function Locked({ closed: { attemptsLeft, passkey } }: { readonly closed: Closed }) {
  const [pin, setPin] = useState("");
  const [asking, setAsking] = useState(false);
  const run = async () => {
    try {
      session.value = await core.unlock(pin);
    } catch (failure) {
      if (codeOf(failure) !== "pin_destroyed") throw failure;
      destroyed.value = true;
      go("/app");
    } finally {
      setPin("");
    }
  };
  useTop();
  useEffect(() => document.querySelector<HTMLElement>("input.pin")?.focus({ preventScroll: true }), []);
  return <Screen title={t("locked-title")}>
    {passkey && <Form submit={t("unlock-passkey")} busyText={t("passkey-waiting")}
      run={async () => { session.value = await core.unlockByPasskey(await lockPasskeySecret(passkey)); }} />}
    {passkey?.withPin !== false && <Form kind={passkey ? "quiet" : "primary"} submit={t("unlock")} run={run} busyText={t("unlocking")}>
      <PinField label={t("pin")} codes={["pin_wrong"]} value={pin} onValue={setPin} />
      {attemptsLeft < PIN_ATTEMPTS && <p class="notice notice-clay" role="status">{t("attempts-left", { count: attemptsLeft })}</p>}
    </Form>}
    <section class="card">
      <h2 class="h3">{t(passkey ? "lock-passkey-lost" : "pin-forgotten")}</h2>
      <p>{t("pin-forgotten-text")}</p>
      <p class="actions">
        <Link class="button button-quiet" to="/app/log-in">{t("use-passphrase")}</Link>
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("empty-browser")}</button>
      </p>
    </section>
    {asking && <Confirm title={t("empty-browser-ask")} text={t("empty-browser-text")} submit={t("empty-browser")} run={logOut} onClose={() => setAsking(false)} />}
  </Screen>;
}
