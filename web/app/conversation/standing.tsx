/** Stands where one would write, while nothing can be written: why, and what one can do. */
import type { ConversationView } from "../../core/api.ts";
import { language, t } from "../i18n.ts";
import { Link } from "../kit/link.tsx";

export function Standing({ view }: { readonly view: ConversationView }) {
  const { state, peer } = view.summary;
  const side = peer.role === "practitioner" ? "client" : "practitioner";
  const asClient = side === "client";
  return <div class="standing">
    <p><strong>{t(`standing-${state}-${side}`, { name: peer.displayName })}</strong></p>
    {asClient && <p class="actions">
      {state !== "requested" && state !== "referred" && <Link class="button button-quiet button-small" to="/app/start">{t("standing-find")}</Link>}
      <a href={`/crisis?lang=${language.value}`} target="_blank" rel="noreferrer">{t("standing-crisis")}</a>
    </p>}
  </div>;
}

/** For a client whose request waits: when an answer can be expected, in the practitioner's words. */
export function Meanwhile({ view }: { readonly view: ConversationView }) {
  const { text } = view.intake?.consent ?? {};
  if (!text) return null;
  return <section class="card meanwhile" aria-labelledby="meanwhile-heading">
    <h2 id="meanwhile-heading" class="h3">{t("meanwhile-title", { name: view.summary.peer.displayName })}</h2>
    <p class="written" lang={text.language} dir="auto">{text.responseTimes}</p>
  </section>;
}
