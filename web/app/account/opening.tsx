/** A button in whose place a form opens; the focus goes along. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

interface OpeningProps {
  readonly open: string;
  /** Said beside the button, such as that what it opened succeeded. */
  readonly done?: string;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ComponentChildren;
}

export function Opening({ open, done = "", onOpen, children }: OpeningProps) {
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const change = (to: boolean) => {
    setOpened(to);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(to ? "input:not([tabindex]), textarea" : "button")?.focus());
  };
  const show = () => {
    onOpen?.();
    change(true);
  };
  return <div ref={place}>
    {opened ? children(() => change(false)) : <p class="actions"><button type="button" class="button button-quiet" onClick={show}>{open}</button></p>}
    <p role="status" class="form-status">{done}</p>
  </div>;
}
