/**
 * Where the timeline stands: at what is new when it opens, at the end while one
 * reads there, and still where one was when something is added, left out or
 * disappears above or below. Only a part of a long conversation is on the page;
 * the rest is brought as one comes near it.
 */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Id } from "../../core/api.ts";
import { hold, type Held, keepIn } from "./held.ts";
import { sought, useJump } from "./jump.ts";

/** Nearer to the end than this, in CSS pixels, one reads the newest. */
const NEAR_END = 80;
/** Nearer to an edge of what is here than this, more is brought. */
const NEAR_EDGE = 200;

/** Fetches more; what it answers with puts that on the page. */
type Fetching = () => Promise<() => void>;

/** The part of a conversation or a room that is on the page, and how more of it comes. */
export interface Part {
  readonly id: Id;
  readonly items: readonly { readonly id: Id; readonly seq: number }[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Grows with whatever is said, on the page or not. */
  readonly newest: number;
  /** Whether one's own words are last on the page. */
  readonly mineLast: boolean;
  /** Another one where what stands below the items came or went. */
  readonly below: unknown;
  readonly earlier: Fetching;
  readonly later: Fetching;
  readonly toNewest: Fetching;
  readonly backTo: (item: Id) => ReturnType<Fetching>;
  /** Told where one reads. */
  readonly onSettled?: (atEnd: boolean) => void;
}

const distanceToEnd = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

export function useScroll(ref: RefObject<HTMLDivElement | null>, part: Part, unreadFrom: Id | undefined) {
  const [loading, setLoading] = useState(false);
  const [newBelow, setNewBelow] = useState(false);
  const atEnd = useRef(!part.hasLater);
  const held = useRef<Held>([]);
  /** More was brought for reading on: what is last then was not said just now. */
  const brought = useRef(false);
  const before = useRef<{ readonly seq?: number; readonly newest: number }>({ newest: part.newest });
  const { id, items, hasEarlier, hasLater, newest, mineLast, below } = part;
  const last = items.at(-1);

  const goToEnd = () => {
    const box = ref.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setNewBelow(false);
  };

  const move = async (fetch: Fetching) => {
    if (loading) return;
    setLoading(true);
    try {
      const show = await fetch();
      brought.current = true;
      show();
    } finally {
      // Once it stands there: what is brought is not read out as if it were new.
      setTimeout(() => setLoading(false), 0);
    }
  };
  const loadEarlier = () => move(part.earlier);
  const loadLater = () => move(part.later);
  const toEnd = async () => {
    if (hasLater) await move(part.toNewest);
    goToEnd();
  };

  /** Where one reads now is where the timeline stays. */
  const settle = () => {
    const box = ref.current;
    if (!box) return;
    atEnd.current = !hasLater && distanceToEnd(box) < NEAR_END;
    held.current = hold(box);
    part.onSettled?.(atEnd.current);
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
    before.current = { ...(last ? { seq: last.seq } : {}), newest };
    const saidHere = was.seq !== undefined && !brought.current && !hasLater && mineLast && last !== undefined && last.seq > was.seq;
    brought.current = false;
    if (saidHere) goToEnd();
    else stay();
    if (was.seq !== undefined && !atEnd.current && newest > was.newest) setNewBelow(true);
    held.current = hold(box);
  }, [items, below]);

  // One begins to read at a request, or at what is new: which that is is known a moment after the items are here.
  useLayoutEffect(() => {
    const begin = ref.current?.querySelector("[data-begin]");
    if (!begin || sought.value?.conversation === id) return;
    begin.scrollIntoView({ block: "start" });
    settle();
  }, [unreadFrom]);

  useJump(ref, part, settle);

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
function useFocusKept(ref: RefObject<HTMLDivElement | null>, items: Part["items"]): void {
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
