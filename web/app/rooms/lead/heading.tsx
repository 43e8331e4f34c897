/** The heading of a part, which takes the focus back when what had it is gone. */
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Heading({ at, children }: { readonly at: RefObject<HTMLHeadingElement | null>; readonly children: ComponentChildren }) {
  return <h2 class="h3" tabIndex={-1} ref={at}>{children}</h2>;
}

/** A heading, and a way to go back to it once a dialog is gone: before, nothing outside that can take the focus. */
export function useHeading(): { readonly at: RefObject<HTMLHeadingElement | null>; readonly focus: () => void } {
  const at = useRef<HTMLHeadingElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { at, focus: () => { timer.current = setTimeout(() => at.current?.focus({ preventScroll: true })); } };
}
