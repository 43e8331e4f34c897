/** Before signing up, for who wants it: could somebody be reading along? Questions to oneself; nothing is asked by us or kept. */
import { useTop } from "../entry/parts.tsx";
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";

export function Watched() {
  useTop();
  return <Screen title={t("watched-title")} lead={t("watched-lead")} back={{ to: "/app", text: t("back") }}>
    <p>{t("watched-how")}</p>
    <h2 class="h3">{t("watched-questions")}</h2>
    <ul class="points">
      {["unlocked", "knows", "given", "accounts", "strange", "shared"].map((each) => <li key={each}>{t(`watched-${each}`)}</li>)}
    </ul>
    <section class="card">
      <h2 class="h3">{t("watched-no")}</h2>
      <p>{t("watched-no-text")}</p>
      <p class="actions"><Link class="button" to="/app/sign-up">{t("sign-up")}</Link></p>
    </section>
    <section class="card">
      <h2 class="h3">{t("watched-yes")}</h2>
      <ul class="points">
        {["other", "account", "wait", "trace", "help"].map((each) => <li key={each}>{t(`watched-yes-${each}`)}</li>)}
      </ul>
      <p class="actions"><a class="button button-quiet" href={`/crisis?lang=${language.value}`}>{t("crisis")}</a></p>
    </section>
    <p class="notice notice-clay">{t("watched-limits")}</p>
  </Screen>;
}
