/** What every screen has: a heading that takes the focus, a title, perhaps a way back. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { screenTitle } from "../nearby/look.ts";
import { Link } from "./link.tsx";

interface ScreenProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly lead?: string;
  readonly back?: { readonly to: string; readonly text: string };
  /** Wide screens hold tables and lists; the others keep to a comfortable line. */
  readonly wide?: boolean;
}

/** Sets the title of the window and moves the focus to the heading, so that a screen reader reads on there. */
export function useTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    screenTitle.value = title;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

export function Screen({ title, lead, back, wide = false, children }: ScreenProps) {
  const heading = useTitle(title);
  return <section class={wide ? "screen screen-wide" : "screen"}>
    {back && <p class="back"><Link to={back.to}>{back.text}</Link></p>}
    <h1 tabIndex={-1} ref={heading}>{title}</h1>
    {lead && <p class="lead">{lead}</p>}
    {children}
  </section>;
}

/** Nothing is here yet: says so kindly, and what one can do. */
export function Empty({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ComponentChildren }) {
  return <div class="card empty">
    <h2 class="h3">{title}</h2>
    <p>{text}</p>
    {children && <p class="actions">{children}</p>}
  </div>;
}

/** How far one has come in something with several steps. */
export function Steps({ names, at }: { readonly names: readonly string[]; readonly at: number }) {
  return <ol class="steps">
    {names.map((name, i) => <li key={name} class={i < at ? "done" : ""} aria-current={i === at ? "step" : undefined}><span>{name}</span></li>)}
  </ol>;
}

export function Waiting({ text }: { readonly text: string }) {
  return <p class="waiting" role="status"><span class="spinner" aria-hidden="true" />{text}</p>;
}
