/** The way out: in reach on every screen, also in front of a dialog. */
import { t } from "../i18n.ts";
import { leave } from "../nearby/leave.ts";

export const Leave = () => <button type="button" class="strip-leave" onClick={leave}>{t("leave-now")}</button>;
