/** What was said and what happened, oldest first, day by day. */
import { type ComponentChildren, Fragment } from "preact";
import { useRef } from "preact/hooks";
import type { ConversationView, Id, TimelineItem } from "../../core/api.ts";
import { dayText, sameDay, t } from "../i18n.ts";
import { conversation, core } from "../state.ts";
import { type Part, useScroll } from "./scroll.ts";
import type { Talking } from "./message.tsx";
import { Item } from "./timeline_item.tsx";

interface TimelineProps {
  readonly view: ConversationView;
  readonly unreadFrom?: Id;
  readonly onDetails: () => void;
  readonly onReply: NonNullable<Talking["onReply"]>;
  readonly onForget: () => void;
  /** Stands below everything. */
  readonly children?: ComponentChildren;
}

/** Messages that follow each other within this time stand closer together. */
const TOGETHER = 5 * 60_000;

export function Timeline({ view, unreadFrom, onDetails, onReply, onForget, children }: TimelineProps) {
  const box = useRef<HTMLDivElement>(null);
  const { loading, newBelow, loadEarlier, loadLater, toEnd } = useScroll(box, partOf(view), unreadFrom);
  const { items, hasEarlier, hasLater, summary } = view;
  const lastOfMine = hasLater ? undefined : items.findLast((item) => item.kind === "message" && item.mine)?.id;
  // A practitioner's question before acceptance stands alone.
  const mayReply = view.canWrite && (summary.state === "open" || summary.peer.role === "practitioner");
  const talking: Talking = { id: summary.id, peer: summary.peer, mayWrite: view.canWrite, onForget, ...(mayReply ? { onReply } : {}) };
  return <div class="talk-middle">
    <div class="timeline" ref={box} role="log" aria-label={t("timeline-label")} aria-live={loading || hasLater ? "off" : undefined} aria-busy={loading} tabIndex={0}>
      {hasEarlier && <p class="timeline-earlier"><button type="button" class="button button-quiet button-small" aria-disabled={loading} onClick={() => void loadEarlier()}>{t(loading ? "earlier-loading" : "earlier")}</button></p>}
      <ol class="timeline-items">{items.map((item, i) => <Fragment key={item.id}>
        {startsDay(items, i) && <li class="timeline-day"><span>{dayText(item.at)}</span></li>}
        {item.id === unreadFrom && <li class="timeline-unread" data-begin><span>{t("new-messages")}</span></li>}
        <Item item={item} talking={talking} follows={follows(items, i)} last={item.id === lastOfMine} onDetails={onDetails} />
      </Fragment>)}</ol>
      {hasLater && <p class="timeline-earlier"><button type="button" class="button button-quiet button-small" aria-disabled={loading} onClick={() => void loadLater()}>{t(loading ? "later-loading" : "later")}</button></p>}
      {!hasLater && children}
      {!hasLater && view.peerTyping && <p class="typing"><span class="typing-dots" aria-hidden="true"><i /><i /><i /></span>{t("typing", { name: summary.peer.displayName })}</p>}
    </div>
    {(newBelow || hasLater) && <button type="button" class="button button-small to-end" onClick={() => void toEnd()}>{t(newBelow ? "new-below" : "to-newest")}</button>}
  </div>;
}

function partOf({ summary: { id, lastAt }, items, hasEarlier, hasLater, peerTyping }: ConversationView): Part {
  const last = items.at(-1);
  const fetching = (fetch: (id: Id) => Promise<ConversationView>) => async () => {
    const more = await fetch(id);
    return () => { if (conversation.value?.summary.id === id) conversation.value = more; };
  };
  return {
    id, items, hasEarlier, hasLater, newest: lastAt, mineLast: last?.kind === "message" && last.mine, below: peerTyping,
    earlier: fetching(core.loadEarlier), later: fetching(core.loadLater), toNewest: fetching(core.loadNewest), backTo: (item) => fetching(() => core.loadBackTo(id, item))(),
  };
}

function startsDay(items: readonly TimelineItem[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]];
  return item !== undefined && (before === undefined || !sameDay(before.at, item.at));
}

function follows(items: readonly TimelineItem[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]];
  return before?.kind === "message" && item?.kind === "message" && before.mine === item.mine && item.at - before.at < TOGETHER && !startsDay(items, i);
}
