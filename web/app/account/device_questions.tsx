/** What is asked before browsers are logged out, wherever that is done from. */
import type { DeviceInfo } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { core } from "../state.ts";
import { deviceName } from "./device_words.ts";

export function RemoveDevice({ device, onClose }: { readonly device: DeviceInfo; readonly onClose: () => void }) {
  return <Confirm title={t("device-remove-ask", { name: deviceName(device) })} text={t("device-remove-text")} submit={t("device-remove")}
    run={() => core.removeDevice(device.id)} onClose={onClose} />;
}

export function EndOthers({ onEnded, onClose }: { readonly onEnded: (count: number) => void; readonly onClose: () => void }) {
  return <Confirm title={t("end-other-sessions-ask")} text={t("end-other-sessions-text")} submit={t("end-other-sessions")}
    run={async () => onEnded(await core.endOtherSessions())} onClose={onClose} />;
}
