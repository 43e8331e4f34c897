/** How an entry of the access log is told in words. */
import type { AccessEntry, AccessWhat } from "../../core/api.ts";
import { deviceName } from "../account/device_words.ts";
import { dateText, dayText, sameDay, t } from "../i18n.ts";

const DAY = 86_400_000;

export function dayWords(at: number, now: number): string {
  if (sameDay(at, now)) return t("access-today");
  if (sameDay(at, now - DAY)) return t("access-yesterday");
  return now - at < 300 * DAY ? dayText(at) : dateText(at);
}

export function titleOf({ what, newDevice }: Pick<AccessEntry, "what" | "newDevice">): string {
  switch (what.kind) {
    case "log-in":
    case "session": return t(newDevice ? "access-log-in-new" : "access-log-in");
    case "more":
    case "expired": return t(`access-${what.kind}`, { count: what.count });
    case "opened": return t(`access-opened-${what.part}`, { name: what.by });
    case "exported": return t(`access-exported-${what.what}`);
    case "policy": return t("access-policy", { version: what.version });
    case "compared": return t("access-compared", { name: what.name });
    case "recovered":
    case "linked":
    case "passphrase":
    case "recovery-code":
    case "passkey":
    case "one-time-code":
    case "sessions-ended":
    case "all-ended":
    case "renewed":
    case "mail":
    case "mail-removed":
    case "push":
    case "push-removed":
    case "anew":
    case "unreadable":
    case "begun": return t(`access-${what.kind}`);
  }
}

export const meaningOf = ({ kind }: AccessWhat): string => t(`access-means-${kind}`);

/** What no device of the account does. */
const WITHOUT_DEVICE: ReadonlySet<AccessWhat["kind"]> = new Set<AccessWhat["kind"]>(["opened", "more", "expired", "unreadable", "all-ended"]);

/** In which browser it was done; empty where that says nothing. */
export function whereOf({ what, device }: Pick<AccessEntry, "what" | "device">): string {
  // An address for e-mail may be removed by the link in a mail, too.
  if (WITHOUT_DEVICE.has(what.kind) || (what.kind === "mail-removed" && !device)) return "";
  if (!device) return t("access-nowhere");
  return device.current ? t("device-current") : deviceName(device);
}

/** Why a person is asked about it. */
export function whyOf({ what, device }: Pick<AccessEntry, "what" | "device">): string {
  if (what.kind === "unreadable") return t("access-why-unreadable");
  if (!device) return t("access-why-nobody");
  return t(what.kind === "recovered" ? "access-why-rare" : "access-why-unknown");
}
