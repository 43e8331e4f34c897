/** One conversation; at a desk with the others beside it. */
import { useEffect, useState } from "preact/hooks";
import type { Id } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { LiveLine } from "../live/live_line.tsx";
import { Closing, LiveHead, Propose } from "../live/screens.ts";
import { sitting } from "../live/sitting.ts";
import { Link } from "../kit/link.tsx";
import { later } from "../kit/later.tsx";
import { Empty, Screen } from "../kit/screen.tsx";
import { conversation, conversations, conversationsKnown, core } from "../state.ts";
import { Away, useAvailability } from "./availability.tsx";
import { Coming } from "./coming.tsx";
import { Composer } from "./composer.tsx";
import { ConversationList } from "./conversation_list.tsx";
import { Head } from "./head.tsx";
import type { MessageItem } from "./message.tsx";
import { RequestPanel } from "./request_panel.tsx";
import { Continued } from "./returning_part.tsx";
import { Search } from "./search.tsx";
import { type Shown, useShown } from "./shown.ts";
import { Meanwhile, Standing } from "./standing.tsx";
import { Timeline } from "./timeline.tsx";

const Details = later(async () => (await import("./details.tsx")).Details);
const Forget = later(async () => (await import("./forget.tsx")).Forget);

export function ConversationScreen({ id }: { readonly id: Id }) {
  const shown = useShown(id);
  if (shown) return <div class="talk-frame">
    {conversations.value.length > 1 && <nav class="talk-others" aria-label={t("list-title")}><ConversationList current={id} /></nav>}
    <Talk {...shown} />
  </div>;
  const lost = conversationsKnown.value && !conversations.value.some((each) => each.id === id);
  return <Screen title={t("conversation-title")} back={{ to: "/app", text: t("list-title") }}>
    {lost ? <Empty title={t("conversation-lost-title")} text={t("conversation-lost-text")}><Link class="button" to="/app">{t("list-title")}</Link></Empty> : <Coming />}
  </Screen>;
}

function Talk({ view, unreadFrom }: Shown) {
  const [details, setDetails] = useState(false);
  const [searching, setSearching] = useState(false);
  const [proposing, setProposing] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const [answered, setAnswered] = useState<MessageItem | undefined>(undefined);
  const { summary, intake, canWrite } = view;
  const { displayName: name } = summary.peer;
  const availability = useAvailability(summary.peer);
  const requested = summary.state === "requested";
  const live = sitting.value;
  // In a session one sees what is said in it, and last.
  useEffect(() => { if (live && view.hasLater) void core.loadNewest(summary.id).then((newest) => { conversation.value = newest; }, () => undefined); }, [live?.id]);
  if (live?.state === "closing") return <section class="talk live" aria-labelledby="talk-with"><Closing view={view} live={live} /></section>;
  const seen = live ? { ...view, items: view.items.filter((item) => item.seq > live.seq), hasEarlier: view.hasEarlier && (view.items[0]?.seq ?? 0) > live.seq } : view;
  return <section class={live ? "talk live" : "talk"} aria-labelledby="talk-with">
    {live ? <LiveHead view={view} live={live} /> : <>
      <Head summary={summary} onDetails={() => setDetails(true)} onSearch={() => setSearching(true)} onLive={summary.state === "open" && !view.live ? () => setProposing(true) : undefined} />
      {availability && <Away name={name} availability={availability} />}
      <LiveLine view={view} />
    </>}
    <Continued view={view} />
    <Timeline view={seen} unreadFrom={unreadFrom} onDetails={() => setDetails(true)} onReply={setAnswered} onForget={() => setForgetting(true)}>
      {requested && intake && (summary.peer.role === "client" ? <RequestPanel view={view} intake={intake} /> : <Meanwhile view={view} />)}
    </Timeline>
    {canWrite ? <Composer key={summary.id} view={view} answered={answered} onAnswered={setAnswered} /> : <Standing view={view} />}
    {searching && <Search within={summary.id} onClose={() => setSearching(false)} />}
    {proposing && <Propose summary={summary} onClose={() => setProposing(false)} />}
    {forgetting && <Forget asked view={view} onClose={() => setForgetting(false)} />}
    {details && <Details view={view} availability={availability} onClose={() => setDetails(false)} />}
  </section>;
}
