/** Says that a newer version is here, and leaves it to the person when to use it; or that what is here is not to be used. */
import { t } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { newer } from "./begin.ts";
import { useNewer } from "./shell.ts";

/** It is used when the app is opened next. */
function later(): void {
  newer.value = false;
  document.getElementById("main")?.focus();
}

export function NewerBar() {
  return <aside class="frame" aria-label={t("newer-label")}><div class="newer">
    <p role="status">{t("newer-text")}</p>
    <p class="actions"><Action run={useNewer}>{t("newer-use")}</Action> <button type="button" class="button button-quiet" onClick={later}>{t("newer-later")}</button></p>
  </div></aside>;
}

/** Stays until the server offers what it stands for. */
export function StrangeBar() {
  return <aside class="frame" aria-label={t("strange-label")}><div class="notice notice-danger" role="alert">
    <p><strong>{t("strange-title")}</strong></p>
    <p>{t("strange-text")}</p>
    <p>{t("strange-what-now")}</p>
  </div></aside>;
}
