/** The way out: in reach on every screen, also in front of a dialog. */
import { t } from "../i18n.ts";
import { leaving } from "../router.ts";

/** Somewhere harmless; the page with what was read leaves the history of this tab. */
function leave(): void {
  leaving.value = true;
  location.replace("https://www.wikipedia.org/");
}

export const Leave = () => <button type="button" class="strip-leave" onClick={leave}>{t("leave-now")}</button>;
