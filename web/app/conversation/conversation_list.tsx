/** The conversations as a list: who asks for something first, what is over last. */
import type { ConversationSummary, Id } from "../../core/api.ts";
import { numberText, shortTimeText, t } from "../i18n.ts";
import { Face } from "../kit/face.tsx";
import { Link } from "../kit/link.tsx";
import { conversations } from "../state.ts";

type Group = "requests" | "open" | "over";
const GROUPS: readonly Group[] = ["requests", "open", "over"];

function groupOf({ state, peer }: ConversationSummary): Group {
  switch (state) {
    case "requested": return peer.role === "client" ? "requests" : "open";
    case "open": return "open";
    default: return "over";
  }
}

export function ConversationList({ current }: { readonly current?: Id }) {
  const groups = GROUPS.map((group) => [group, conversations.value.filter((each) => groupOf(each) === group)] as const).filter(([, members]) => members.length > 0);
  return <>{groups.map(([group, members]) => <section key={group} class="talks-group">
    {(groups.length > 1 || group !== "open") && <h2 class="talks-heading">{t(`list-${group}`)}</h2>}
    <ul class="talks">{members.map((summary) => <li key={summary.id}><Row summary={summary} current={summary.id === current} /></li>)}</ul>
  </section>)}</>;
}

function Row({ summary, current }: { readonly summary: ConversationSummary; readonly current: boolean }) {
  const { id, peer, state, unread, preview, lastAt, alerts } = summary;
  return <Link to={`/app/conversations/${id}`} class="talks-row" current={current}>
    <Face size="small" name={peer.displayName} photoOf={peer.role === "practitioner" ? peer.accountId : undefined} />
    <span class="talks-text">
      <span class="talks-name"><bdi>{peer.displayName}</bdi></span>
      {state !== "open" && <span class={state === "requested" ? "badge badge-good" : "badge"}>{t(`state-${state}-${peer.role}`)}</span>}
      {preview && <span class="talks-preview"><bdi>{preview}</bdi></span>}
      {alerts > 0 && <span class="talks-alert">{t("list-alert")}</span>}
    </span>
    <span class="talks-side">
      <time class="talks-time" dateTime={new Date(lastAt).toISOString()}>{shortTimeText(lastAt, Date.now())}</time>
      {unread > 0 && <span class="count">{numberText(unread)}<span class="visually-hidden"> {t("unread", { count: unread })}</span></span>}
    </span>
  </Link>;
}
