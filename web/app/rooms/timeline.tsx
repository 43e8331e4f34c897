/** What was said in a room and what happened, oldest first, day by day; of a long one only a part is on the page. */
import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Id, RoomItem, RoomMessage, RoomView } from "../../core/api.ts";
import { type Part, useScroll } from "../conversation/scroll.ts";
import { dayText, sameDay, t } from "../i18n.ts";
import { Item } from "./item.tsx";
import { around, earlier, later, type Window, windowOf } from "./window.ts";

interface TimelineProps {
  readonly view: RoomView;
  /** The first item that was not read when the room came onto the screen. */
  readonly unreadFrom: Id | undefined;
  /** Begins an answer; missing while one cannot write. */
  readonly onReply: ((item: RoomMessage) => void) | undefined;
  /** Stands below everything. */
  readonly children?: ComponentChildren;
}

/** Messages that follow each other within this time stand closer together. */
const TOGETHER = 5 * 60_000;

export function Timeline({ view, unreadFrom, onReply, children }: TimelineProps) {
  const box = useRef<HTMLDivElement>(null);
  // What was passed on is read where it was; the writer need not see it twice.
  const all = useMemo(() => view.items.filter((item) => !(item.kind === "held" && item.state === "passed")), [view.items]);
  const { part, items } = usePart(view, all, unreadFrom);
  const { hasEarlier, hasLater } = part;
  const { loading, newBelow, loadEarlier, loadLater, toEnd } = useScroll(box, part, unreadFrom);
  const said = new Map(view.items.flatMap((item) => (item.kind === "message" ? [[item.id, item] as const] : [])));
  return <div class="talk-middle">
    <div class="timeline" ref={box} role="log" aria-label={t("timeline-label")} aria-live={loading || hasLater ? "off" : undefined} aria-busy={loading} tabIndex={0}>
      {hasEarlier && <p class="timeline-earlier"><button type="button" class="button button-quiet button-small" aria-disabled={loading} onClick={() => void loadEarlier()}>{t("earlier")}</button></p>}
      {!hasEarlier && view.conduct.welcome !== "" && <section class="card room-welcome" aria-labelledby="welcome-heading"><h2 id="welcome-heading" class="h3">{t("room-welcome")}</h2><p class="written" dir="auto">{view.conduct.welcome}</p></section>}
      {items.length === 0 && <p class="timeline-notice">{t("room-nothing-said")}</p>}
      <ol class="timeline-items">{items.map((item, i) => <Fragment key={item.id}>
        {startsDay(items, i) && <li class="timeline-day"><span>{dayText(item.at)}</span></li>}
        {item.id === unreadFrom && <li class="timeline-unread" data-begin><span>{t("new-messages")}</span></li>}
        <Item item={item} view={view} answered={item.kind === "message" && item.reply !== undefined ? said.get(item.reply) : undefined} follows={follows(items, i)} onReply={onReply} />
      </Fragment>)}</ol>
      {hasLater && <p class="timeline-earlier"><button type="button" class="button button-quiet button-small" aria-disabled={loading} onClick={() => void loadLater()}>{t("later")}</button></p>}
      {!hasLater && children}
      {!hasLater && view.typing > 0 && <p class="typing"><span class="typing-dots" aria-hidden="true"><i /><i /><i /></span>{t("room-typing", { count: view.typing })}</p>}
    </div>
    {(newBelow || hasLater) && <button type="button" class="button button-small to-end" onClick={() => void toEnd()}>{t(newBelow ? "new-below" : "to-newest")}</button>}
  </div>;
}

/** All of a room is on this device: what is brought is here at once. */
function usePart({ id, typing }: RoomView, items: readonly RoomItem[], unreadFrom: Id | undefined): { readonly part: Part; readonly items: readonly RoomItem[] } {
  const [at, setAt] = useState<Window>({});
  // What is new may begin further up than what is shown at first.
  useEffect(() => {
    if (unreadFrom !== undefined && !windowOf(now.current, {}).items.some((item) => item.id === unreadFrom)) setAt(around(now.current, unreadFrom));
  }, [unreadFrom]);
  const now = useRef(items);
  now.current = items;
  const last = items.at(-1);
  const mineLast = last !== undefined && isMine(last);
  // Who says something sees it, wherever they were reading.
  useLayoutEffect(() => { if (mineLast) setAt({}); }, [mineLast ? last.id : undefined]);
  const shown = useMemo(() => windowOf(items, at), [items, at]);
  const moving = (move: (items: readonly RoomItem[], at: Window) => Window) => async () => () => setAt((before) => move(now.current, before));
  const part: Part = {
    ...shown, id, newest: last?.seq ?? 0, mineLast, below: typing > 0,
    earlier: moving(earlier), later: moving(later), toNewest: moving(() => ({})), backTo: (item) => moving((all) => around(all, item))(),
    // Who reads what was said before is not moved on by what is said meanwhile.
    onSettled: (atEnd) => setAt((before) => settled(now.current, before, atEnd)),
  };
  return { part, items: shown.items };
}

const isMine = (item: RoomItem): boolean => (item.kind === "message" || item.kind === "whisper" || item.kind === "held") && item.mine;

/** The same object where nothing changes, so that nothing is drawn anew. */
function settled(items: readonly RoomItem[], at: Window, atEnd: boolean): Window {
  const last = items.at(-1)?.seq;
  if (atEnd) return at.to === undefined ? at : { ...(at.from === undefined ? {} : { from: at.from }) };
  return at.to !== undefined || last === undefined ? at : { from: windowOf(items, at).items[0]?.seq ?? 0, to: last };
}

function startsDay(items: readonly RoomItem[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]];
  return item !== undefined && (before === undefined || !sameDay(before.at, item.at));
}

function follows(items: readonly RoomItem[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]];
  return before?.kind === "message" && item?.kind === "message" && before.from === item.from && item.at - before.at < TOGETHER && !startsDay(items, i);
}
