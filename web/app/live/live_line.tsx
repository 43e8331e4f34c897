/** A live session that is proposed, or goes on without being on the screen: told above the conversation. */
import type { ConversationView } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Action } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { conversations, core } from "../state.ts";
import { path } from "../router.ts";
import { steppedOut } from "./sitting.ts";

export function LiveLine({ view }: { readonly view: ConversationView }) {
  const { live, summary: { id, peer: { displayName: name } } } = view;
  if (!live) return null;
  if (live.state !== "proposed") return <div class="live-line notice notice-calm">
    <p><strong>{t(live.state === "on" ? "live-is-on" : "live-is-over", { name })}</strong></p>
    <p class="actions"><button type="button" class="button button-small" onClick={() => { steppedOut.value = undefined; }}>{t(live.state === "on" ? "live-return" : "live-to-closing")}</button></p>
  </div>;
  const until = timeText(live.end);
  return <div class="live-line notice notice-calm">
    <div role="status">
      <p><strong>{t(live.mine ? "live-waiting" : "live-invited", { name, minutes: live.minutes })}</strong></p>
      <p>{t(live.mine ? "live-waiting-text" : "live-invited-text", { name, time: until })}</p>
    </div>
    <p class="actions">
      {!live.mine && <Action kind="primary" run={() => core.joinLive(id)}>{t("live-join")}</Action>}
      <Action run={() => core.endLive(id)}>{t(live.mine ? "live-withdraw" : "live-decline")}</Action>
    </p>
  </div>;
}

/** On every other screen: the way to it. */
export function LiveElsewhere() {
  const elsewhere = conversations.value.filter(({ id, live }) => live && path.value !== `/app/conversations/${id}`);
  return <div role="status" class="live-elsewhere">{elsewhere.map(({ id, live, peer: { displayName: name } }) =>
    <p key={id}><Link to={`/app/conversations/${id}`}>{t(live === "on" ? "live-elsewhere-on" : "live-elsewhere-proposed", { name })}</Link></p>)}</div>;
}
