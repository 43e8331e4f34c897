/** Asks once about every device that was added: by then it may be somebody else's. */
import { useState } from "preact/hooks";
import type { DeviceInfo } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Action } from "../kit/form.tsx";
import { go } from "../router.ts";
import { core, devices } from "../state.ts";
import { deviceName, deviceSince } from "./device_words.ts";

export function NewDevices() {
  const unconfirmed = devices.value.filter((device) => device.unconfirmed && !device.leaving);
  return <>{unconfirmed.map((device) => <NewDevice key={device.id} device={device} />)}</>;
}

function NewDevice({ device }: { readonly device: DeviceInfo }) {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await core.removeDevice(device.id);
    void import("../access/not_mine.ts").then(({ notMine }) => notMine(device.id)).catch(() => undefined); // Else the access log asks.
    go("/app/settings/passphrase");
  };
  return <div class="notice notice-calm new-device" role="status">
    <p>{t("device-new", { name: deviceName(device), date: deviceSince(device.since ?? Date.now()) })}</p>
    <p class="actions">
      <Action run={() => core.confirmDevice(device.id)}>{t("device-new-mine")}</Action>
      <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>{t("device-new-not-mine")}</button>
    </p>
    {asking && <Confirm title={t("device-remove-ask", { name: deviceName(device) })} text={t("device-new-remove-text")} submit={t("device-remove")}
      run={remove} onClose={() => setAsking(false)} />}
  </div>;
}
