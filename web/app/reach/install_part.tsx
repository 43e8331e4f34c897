/** Settings: the app among the other apps of the device, and who will see it there. */
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { lookOfWindow } from "../nearby/look.ts";
import { noTrace } from "../nearby/trace.ts";
import { install, installed, offer } from "./install.ts";

export function InstallPart() {
  if (noTrace.value) return null;
  const name = lookOfWindow.value.name;
  return <section class="card part">
    <h2 class="h3">{t("install-title")}</h2>
    {installed.value
      ? <p>{t("install-done")}</p>
      : <>
        <p>{t("install-text")}</p>
        <p class="notice notice-clay">{name === "" ? t("install-seen") : t("install-called", { name: t(`look-${name}`) })}</p>
        {offer.value ? <p class="actions"><Action run={install}>{t("install-do")}</Action></p> : <p class="quiet">{t("install-menu")}</p>}
      </>}
  </section>;
}
