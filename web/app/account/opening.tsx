/** A button in whose place a form opens; the focus goes along. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface OpeningProps {
  readonly open: string;
  /** Said beside the button, such as that what it opened succeeded. */
  readonly done?: string;
  readonly onOpen?: () => void;
  /** Somebody was led here for what it opens. */
  readonly begun?: boolean;
  readonly children: (close: () => void) => ComponentChildren;
}

export function Opening({ open, done = "", onOpen, begun = false, children }: OpeningProps) {
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
  useEffect(() => { if (begun) show(); }, []);
  return <div ref={place}>
    {opened ? children(() => change(false)) : <p class="actions"><button type="button" class="button button-quiet" onClick={show}>{open}</button></p>}
    <p role="status" class="form-status">{done}</p>
  </div>;
}
