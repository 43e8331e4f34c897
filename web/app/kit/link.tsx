/** Links inside the app, which change the screen without leaving the page. */
import type { ComponentChildren } from "preact";
import { go } from "../router.ts";

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly current?: boolean;
  /** Said in place of children that are only seen. */
  readonly label?: string;
}

/** A plain link to the browser: opening it in a new tab or with a modifier key is left alone. */
export function Link({ to, children, class: className, current = false, label }: LinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a class={className} href={to} onClick={onClick} aria-label={label} aria-current={current ? "page" : undefined}>{children}</a>;
}
