/** What was kept for next time, of live sessions before. */
import type { ConversationView, LiveKept } from "../../core/api.ts";
import { dateText, t } from "../i18n.ts";

export function KeptWords({ kept, name }: { readonly kept: LiveKept; readonly name: string }) {
  return <dl class="facts kept">
    {kept.theirs && <div><dt dir="auto">{name}</dt><dd class="written" dir="auto">{kept.theirs}</dd></div>}
    {kept.mine && <div><dt>{t("kept-mine")}</dt><dd class="written" dir="auto">{kept.mine}</dd></div>}
  </dl>;
}

export function KeptPart({ view }: { readonly view: ConversationView }) {
  if (view.kept.length === 0) return null;
  return <section aria-labelledby="kept-heading">
    <h3 id="kept-heading">{t("kept-title")}</h3>
    {view.kept.map((kept) => <div key={kept.session}>
      <h4>{dateText(kept.at)}</h4>
      <KeptWords kept={kept} name={view.summary.peer.displayName} />
    </div>)}
  </section>;
}
