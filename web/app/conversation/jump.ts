/** Going to one message: from what answers it, from what was searched or starred. */
import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Id } from "../../core/api.ts";
import { elementOf } from "./held.ts";
import type { Part } from "./scroll.ts";

/** `conversation`: or a room. */
interface Target { readonly conversation: Id; readonly item: Id }

/** What is looked for; the timeline of its conversation goes there. */
export const sought = signal<Target | undefined>(undefined);

/** Goes to what is looked for in this conversation, once, and says that it came; what is not among the items is brought first. */
export function useJump(ref: RefObject<HTMLDivElement | null>, { id, items, backTo }: Part, onCame: () => void): void {
  const came = useRef<{ readonly to?: Target; readonly asked?: Target }>({});
  useLayoutEffect(() => {
    const target = sought.value;
    if (target?.conversation !== id || came.current.to === target) return;
    const element = ref.current ? elementOf(ref.current, target.item) : undefined;
    if (element) {
      came.current = { to: target };
      element.scrollIntoView({ block: "center" });
      element.focus({ preventScroll: true });
      onCame();
    } else if (came.current.asked !== target) {
      came.current = { asked: target };
      void backTo(target.item).then((show) => show(), () => undefined);
    }
  }, [items, sought.value]);
  useEffect(() => () => { if (sought.value?.conversation === id) sought.value = undefined; }, [id]);
}
