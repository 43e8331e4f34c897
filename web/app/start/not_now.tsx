/** Where no request can be made: why, what is not lost, and where to go instead. */
import type { ConversationSummary } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";
import { Screen } from "../kit/screen.tsx";
import { written } from "./written.ts";

/** Texts: `not-now-<why>`. */
export type Why = "gone" | "closed" | "no-consent";

export function NotNow({ why, name = "" }: { readonly why: Why; readonly name?: string }) {
  return <Screen title={t("not-now-title")} lead={t(`not-now-${why}`, { name })}>
    {written.value && <p class="notice notice-calm">{t("not-now-kept")}</p>}
    <p class="actions"><Link class="button" to="/app/start">{t("see-everybody")}</Link></p>
  </Screen>;
}

/** One conversation with somebody is enough. */
export function InTouch({ conversation: { id, state, peer } }: { readonly conversation: ConversationSummary }) {
  return <Screen title={t("in-touch-title")} lead={t(`choice-${state}`, { name: peer.displayName })}>
    <p class="actions">
      <Link class="button" to={`/app/conversations/${id}`}>{t("go-to-conversation")}</Link>
      <Link class="button button-quiet" to="/app/start">{t("see-everybody")}</Link>
    </p>
  </Screen>;
}
