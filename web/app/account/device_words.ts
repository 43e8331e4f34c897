/** How a device is told in words. */
import type { DeviceInfo } from "../../core/api.ts";
import { dateText, sameDay, t } from "../i18n.ts";

/** What somebody called it, else what it says it is: "Chrome on Android". */
export function deviceName({ name, kind }: Pick<DeviceInfo, "name" | "kind">): string {
  if (name !== "") return name;
  if (kind?.browser && kind.system) return t("device-kind", { browser: kind.browser, system: kind.system });
  return kind?.browser || kind?.system || t("device-unnamed");
}

export const deviceUsed = ({ lastUsed }: DeviceInfo): string => (lastUsed ? t(`device-used-${lastUsed}`) : t("device-used-unknown"));

/** "today", or the day it came. */
export const deviceSince = (since: number): string => (sameDay(since, Date.now()) ? t("device-today") : dateText(since));
