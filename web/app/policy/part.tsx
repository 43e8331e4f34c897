/** Steward: which version of the policy is public, and the way to change it. */
import { dateText, language, t } from "../i18n.ts";
import { Fetched } from "../kit/fetched.tsx";
import { Link } from "../kit/link.tsx";
import { core } from "../state.ts";

export function PolicyPart() {
  return <section class="card part">
    <h2 class="h3">{t("policy-title")}</h2>
    <Fetched from={() => core.policy(language.value)}>{({ version, day }) => <p>{t("policy-public", { version, day: dateText(Date.parse(day)) })}</p>}</Fetched>
    <p class="actions"><Link class="button button-quiet" to="/app/practice/policy">{t("policy-open")}</Link> <a class="button button-quiet" href={`/privacy?lang=${language.value}`} target="_blank" rel="noreferrer">{t("policy-read")}</a></p>
  </section>;
}
