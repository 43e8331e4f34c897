/** A question that has to be answered first, or a sheet beside what is read: the browser's own modal dialog. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../i18n.ts";
import { Leave } from "./leave.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Stands at the side with the whole height: more to read than to answer. */
  readonly sheet?: boolean;
}

/** Shown as long as it is rendered; Escape and the close button call `onClose`. */
export function Dialog({ title, onClose, children, sheet = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => opener?.focus();
  }, []);
  return <dialog ref={dialog} class={sheet ? "sheet" : undefined} aria-labelledby={id} onClose={onClose} onCancel={onClose}>
    <header class="dialog-head">
      <h2 id={id} class="h3">{title}</h2>
      <Leave />
      <button type="button" class="icon-button" aria-label={t("close")} onClick={onClose}>×</button>
    </header>
    {children}
  </dialog>;
}

/** For what is inside a dialog: does something once that is gone and has given the focus back; before, nothing behind it could take the focus. */
export function useAfterwards(): (act: () => void) => void {
  const act = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => { if (act.current) queueMicrotask(act.current); }, []);
  return (next) => { act.current = next; };
}
