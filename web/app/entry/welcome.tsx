/** The door of the app: what happens next, what protects, what does not. */
import { deleted } from "../account/deleted.ts";
import { errorText, language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { destroyed } from "../nearby/destroyed.ts";
import { isRoom, path } from "../router.ts";
import { session } from "../state.ts";
import { useTop } from "./parts.tsx";

export function Welcome() {
  useTop();
  return <Screen title={t("welcome-title")} lead={t("welcome-lead")}>
    {destroyed.value && <p class="notice notice-danger" role="alert">{errorText("pin_destroyed")}</p>}
    {deleted.value && <p class="notice notice-good" role="status">{t("deleted-done")}</p>}
    {session.value?.state === "none" && session.value.removed && <p class="notice notice-calm" role="status">{t("removed-here")}</p>}
    {isRoom(path.value) && <p class="notice notice-calm">{t("welcome-room")}</p>}
    <p class="actions ways">
      <Link class="button" to="/app/sign-up">{t("sign-up")}</Link>
      <Link class="button button-quiet" to="/app/log-in">{t("log-in")}</Link>
    </p>
    <ul class="elsewhere">
      <li><Link to="/app/watched">{t("watched-link")}</Link></li>
      <li><Link to="/app/recover">{t("recover-link")}</Link></li>
    </ul>
    <section class="card">
      <h2 class="h3">{t("welcome-next")}</h2>
      <ol class="next">
        <li>{t("welcome-next-1")}</li>
        <li>{t("welcome-next-2")}</li>
        <li>{t("welcome-next-3")}</li>
      </ol>
    </section>
    <section class="promise">
      <h2 class="h3">{t("welcome-protects")}</h2>
      <ul class="ticks">
        <li>{t("welcome-protects-1")}</li>
        <li>{t("welcome-protects-2")}</li>
        <li>{t("welcome-protects-3")}</li>
      </ul>
      <p class="quiet">{t("welcome-limits")} <a href={`/getting-started?lang=${language.value}#unprotected`}>{t("welcome-limits-link")}</a></p>
    </section>
  </Screen>;
}
