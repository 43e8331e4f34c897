/** Stands where one would write, while nothing can be written: why, and what one can do. */
import type { ConversationView } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";

export function Standing({ view }: { readonly view: ConversationView }) {
  const { state, peer } = view.summary;
  const side = peer.role === "practitioner" ? "client" : "practitioner";
  const asClient = side === "client";
  const responseTimes = view.intake?.consent.text.responseTimes;
  return <div class="standing">
    <p><strong>{t(`standing-${state}-${side}`, { name: peer.displayName })}</strong></p>
    {asClient && state === "requested" && responseTimes && <p class="written quiet" dir="auto">{t("standing-response-times", { name: peer.displayName })} {responseTimes}</p>}
    {asClient && <p class="actions">
      {state !== "requested" && state !== "referred" && <Link class="button button-quiet button-small" to="/app/start">{t("standing-find")}</Link>}
      <a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("standing-crisis")}</a>
    </p>}
  </div>;
}
