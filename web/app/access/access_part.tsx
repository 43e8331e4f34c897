/** The access log among the settings: what it is, and whether something in it waits for an answer. */
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { access } from "../state.ts";

export function AccessPart() {
  const open = access.value?.open ?? 0;
  return <section class="card part">
    <h2 class="h3">{t("access-title")}</h2>
    <p>{t("access-text")}</p>
    {open > 0 && <p><span class="badge">{t("access-open", { count: open })}</span></p>}
    <p class="actions"><Link class="button button-quiet" to="/app/settings/access">{t("access-show")}</Link></p>
  </section>;
}
