/**
 * Where the timeline stands: at what is new when it opens, at the end while one
 * reads there, and still where one was when something is added, left out or
 * disappears above or below. Only a part of a long conversation is on the page;
 * the rest is brought as one comes near it.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ConversationView, Id } from "../../core/api.ts";
import { conversation, core } from "../state.ts";
import { hold, type Held, keepIn } from "./held.ts";
import { sought, useJump } from "./jump.ts";

/** Nearer to the end than this, in CSS pixels, one reads the newest. */
const NEAR_END = 80;
/** Nearer to an edge of what is here than this, more is brought. */
const NEAR_EDGE = 200;

const distanceToEnd = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

export function useScroll(ref: RefObject<HTMLDivElement | null>, view: ConversationView, unreadFrom: Id | undefined) {
  const [loading, setLoading] = useState(false);
  const [newBelow, setNewBelow] = useState(false);
  const atEnd = useRef(!view.hasLater);
  const held = useRef<Held>([]);
  /** More was brought for reading on: what is last then was not said just now. */
  const brought = useRef(false);
  const before = useRef<{ readonly seq?: number; readonly lastAt: number }>({ lastAt: view.summary.lastAt });
  const { items, hasEarlier, hasLater, summary, peerTyping } = view;
  const last = items.at(-1);

  const goToEnd = () => {
    const box = ref.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setNewBelow(false);
  };

  const bring = (more: ConversationView) => { if (conversation.value?.summary.id === summary.id) conversation.value = more; };

  const move = async (how: (id: Id) => Promise<ConversationView>) => {
    if (loading) return;
    setLoading(true);
    try {
      const more = await how(summary.id);
      brought.current = true;
      bring(more);
    } finally {
      // Once it stands there: what is brought is not read out as if it were new.
      setTimeout(() => setLoading(false), 0);
    }
  };
  const loadEarlier = () => move(core.loadEarlier);
  const loadLater = () => move(core.loadLater);
  const toEnd = async () => {
    if (hasLater) await move(core.loadNewest);
    goToEnd();
  };

  /** Where one reads now is where the timeline stays. */
  const settle = () => {
    const box = ref.current;
    if (!box) return;
    atEnd.current = !hasLater && distanceToEnd(box) < NEAR_END;
    held.current = hold(box);
  };
  /** Keeps the place after something moved. */
  const stay = () => {
    const box = ref.current;
    if (!box) return;
    if (atEnd.current && !hasLater) box.scrollTop = box.scrollHeight;
    else keepIn(box, held.current);
  };

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const was = before.current;
    before.current = { ...(last ? { seq: last.seq } : {}), lastAt: summary.lastAt };
    const saidHere = was.seq !== undefined && !brought.current && !hasLater && last?.kind === "message" && last.mine && last.seq > was.seq;
    brought.current = false;
    if (saidHere) goToEnd();
    else stay();
    if (was.seq !== undefined && !atEnd.current && summary.lastAt > was.lastAt) setNewBelow(true);
    held.current = hold(box);
  }, [items, peerTyping]);

  // One begins to read at a request, or at what is new: which that is is known a moment after the items are here.
  useLayoutEffect(() => {
    const begin = ref.current?.querySelector("[data-begin]");
    if (!begin || sought.value?.conversation === summary.id) return;
    begin.scrollIntoView({ block: "start" });
    settle();
  }, [unreadFrom]);

  useJump(ref, view, bring, settle);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const onScroll = () => {
      settle();
      if (atEnd.current) setNewBelow(false);
      if (box.scrollTop < NEAR_EDGE && hasEarlier) void loadEarlier().catch(() => undefined);
      else if (distanceToEnd(box) < NEAR_EDGE && hasLater) void loadLater().catch(() => undefined);
    };
    // A keyboard that opens, a composer or a picture that grows: what one reads stays in sight.
    const resized = new ResizeObserver(stay);
    for (const each of [box, ...box.children]) resized.observe(each);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [hasEarlier, hasLater, loading]);

  useFocusKept(ref, items);
  return { loading, newBelow, loadEarlier, loadLater, toEnd };
}

/** What had the focus may be left out; the reader stays in the timeline. */
function useFocusKept(ref: RefObject<HTMLDivElement | null>, items: ConversationView["items"]): void {
  const focused = useRef<Element | undefined>(undefined);
  useLayoutEffect(() => {
    if (focused.current && !focused.current.isConnected && document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  }, [items]);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => { focused.current = target instanceof Element && ref.current?.contains(target) ? target : undefined; };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
}
