/**
 * Where the timeline stands: at what is new when it opens, at the end while one
 * reads there, and still where one was when something is added above or below.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ConversationView, Id } from "../../core/api.ts";
import { conversation, core } from "../state.ts";
import { sought, useJump } from "./jump.ts";

/** Nearer to the end than this, in CSS pixels, one reads the newest. */
const NEAR_END = 80;
/** Nearer to the beginning than this, earlier items are brought. */
const NEAR_BEGINNING = 200;

const distanceToEnd = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

export function useScroll(ref: RefObject<HTMLDivElement | null>, view: ConversationView, unreadFrom: Id | undefined) {
  const [loading, setLoading] = useState(false);
  const [newBelow, setNewBelow] = useState(false);
  const atEnd = useRef(true);
  const before = useRef<{ readonly first?: Id; readonly last?: Id; readonly height: number }>({ height: 0 });
  const { items, hasEarlier, summary, peerTyping } = view;
  const [first, last] = [items[0]?.id, items.at(-1)];

  const toEnd = () => {
    const box = ref.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setNewBelow(false);
  };

  const bring = (more: ConversationView) => { if (conversation.value?.summary.id === summary.id) conversation.value = more; };

  const loadEarlier = async () => {
    if (loading) return;
    setLoading(true);
    try {
      bring(await core.loadEarlier(summary.id));
    } finally {
      setLoading(false);
    }
  };

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const was = before.current;
    before.current = { first, last: last?.id, height: box.scrollHeight };
    const added = last?.id !== was.last;
    if (was.first !== undefined && first !== was.first && !added) box.scrollTop += box.scrollHeight - was.height;
    else if (atEnd.current || (added && last?.kind === "message" && last.mine)) toEnd();
    else if (added) setNewBelow(true);
  }, [items, peerTyping]);

  // One begins to read at a request, or at what is new: which that is is known a moment after the items are here.
  useLayoutEffect(() => {
    const begin = ref.current?.querySelector("[data-begin]");
    if (!begin || sought.value?.conversation === summary.id) return;
    begin.scrollIntoView({ block: "start" });
    atEnd.current = distanceToEnd(ref.current!) < NEAR_END;
  }, [unreadFrom]);

  useJump(ref, view, bring);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const onScroll = () => {
      atEnd.current = distanceToEnd(box) < NEAR_END;
      if (atEnd.current) setNewBelow(false);
      if (box.scrollTop < NEAR_BEGINNING && hasEarlier) void loadEarlier();
    };
    // A keyboard that opens, a composer that grows: the end stays in sight.
    const resized = new ResizeObserver(() => { if (atEnd.current) box.scrollTop = box.scrollHeight; });
    resized.observe(box);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [hasEarlier, loading]);

  return { loading, newBelow, loadEarlier, toEnd };
}
