/** Settings: opening the lock of this browser with a passkey. */
import { useEffect, useState } from "preact/hooks";
import type { DeviceLock } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { learnDeviceLock } from "./lock.ts";
import { lockPasskeyPossible, makeLockPasskey } from "./lock_passkey.ts";

export function LockPasskeyPart({ lock }: { readonly lock: DeviceLock }) {
  const [possible, setPossible] = useState(true);
  const [done, setDone] = useState("");
  useEffect(() => void lockPasskeyPossible().then(setPossible, () => setPossible(false)), []);
  const set = async () => {
    const { passkey, secret } = await makeLockPasskey();
    await core.setLockPasskey(passkey, secret);
    await learnDeviceLock();
    setDone(t("lock-passkey-is-set"));
  };
  const remove = async () => {
    await core.removeLockPasskey();
    await learnDeviceLock();
    setDone(t("lock-passkey-removed"));
  };
  const isSet = lock.passkey !== undefined;
  return <>
    <h3>{t("lock-passkey-title")}</h3>
    <p>{t(isSet ? "lock-passkey-text-set" : possible ? "lock-passkey-text" : "lock-passkey-impossible")}</p>
    {(isSet || possible) && <Form key={String(isSet)} kind="quiet" submit={t(isSet ? "lock-passkey-remove" : "lock-passkey-set")} run={isSet ? remove : set} busyText={t(isSet ? "pin-saving" : "passkey-waiting")} />}
    <p role="status" class="form-status">{done}</p>
  </>;
}
