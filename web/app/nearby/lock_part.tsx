/** Settings: the lock of this browser by PIN or passkey, and when it locks. */
import { useEffect, useState } from "preact/hooks";
import { type DeviceLock, LOCK_AFTER, type LockAfter, type LockChoice } from "../../core/api.ts";
import { Opening } from "../account/opening.tsx";
import { t } from "../i18n.ts";
import { Check, Select } from "../kit/fields.tsx";
import { Action, Form } from "../kit/form.tsx";
import { core } from "../state.ts";
import { deviceLock, hasLock, learnDeviceLock, lockNow } from "./lock.ts";
import { LockPasskeyPart } from "./lock_passkey_part.tsx";
import { PinField } from "./pin_field.tsx";
import { noTrace } from "./trace.ts";

export function LockPart() {
  useEffect(() => void learnDeviceLock(), []);
  const lock = deviceLock.value;
  return <section class="card part lock-part">
    <h2 class="h3">{t("lock-title")}</h2>
    {noTrace.value
      ? <p>{t("lock-no-trace")}</p>
      : <>
        <p>{t(hasLock.value ? "lock-text-set" : "lock-text")}</p>
        {hasLock.value && <p class="actions"><Action run={lockNow}>{t("lock-now")}</Action></p>}
        {lock && hasLock.value && <When lock={lock} />}
        {lock && <Pin set={lock.pin} />}
        {lock && <LockPasskeyPart lock={lock} />}
        <details>
          <summary>{t("pin-limits")}</summary>
          <p>{t("pin-limits-nearby")}</p>
          <p>{t("pin-limits-copy")}</p>
          <p>{t("pin-limits-forms")}</p>
        </details>
      </>}
  </section>;
}

/** Saved with the choice. */
function When({ lock }: { readonly lock: DeviceLock }) {
  const [saved, setSaved] = useState(false);
  const save = async (choice: LockChoice) => {
    setSaved(false);
    deviceLock.value = { ...lock, ...choice };
    const done = await core.setLockChoice(choice).then(() => true, () => false);
    await learnDeviceLock();
    setSaved(done);
  };
  const { after, onHide } = lock;
  const chosen = (value: string) => LOCK_AFTER.find((minutes) => String(minutes) === value) ?? after;
  return <>
    <Select label={t("lock-after")} value={String(after)} onValue={(value) => void save({ after: chosen(value), onHide })}
      options={LOCK_AFTER.map((minutes: LockAfter) => ({ value: String(minutes), text: minutes === 0 ? t("lock-never") : t("lock-minutes", { minutes }) }))} />
    <Check label={t("lock-on-hide")} hint={t("lock-on-hide-hint")} checked={onHide} onChecked={(hide) => void save({ after, onHide: hide })} />
    <p role="status" class="form-status">{saved ? t("saved") : ""}</p>
  </>;
}

function Pin({ set }: { readonly set: boolean }) {
  const [done, setDone] = useState("");
  const remove = async () => {
    await core.removePin();
    await learnDeviceLock();
    setDone(t("pin-removed"));
  };
  return <>
    <Opening open={t(set ? "pin-change" : "pin-set")} done={done} onOpen={() => setDone("")}>
      {(close) => <PinForm onClose={close} onSet={async () => {
        await learnDeviceLock();
        setDone(t("pin-is-set"));
        close();
      }} />}
    </Opening>
    {set && <p class="actions"><Action run={remove}>{t("pin-remove")}</Action></p>}
  </>;
}

function PinForm({ onClose, onSet }: { readonly onClose: () => void; readonly onSet: () => Promise<void> }) {
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const run = async () => {
    if (pin !== again) throw { code: "pin_differs" };
    await core.setPin(pin);
    await onSet();
  };
  return <Form submit={t("pin-save")} run={run} busyText={t("pin-saving")} aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
    <PinField label={t("pin-new")} hint={t("pin-hint")} codes={["pin_invalid"]} value={pin} onValue={setPin} />
    <PinField label={t("pin-again")} codes={["pin_differs"]} value={again} onValue={setAgain} />
  </Form>;
}
