/** The small parts that screens are made of. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { errorText } from "./i18n.ts";
import { practiceName, codeOf } from "./state.ts";

export function Screen({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${practiceName.value}`;
    heading.current?.focus();
  }, [title]);
  return <section class="screen"><h1 tabIndex={-1} ref={heading}>{title}</h1>{children}</section>;
}

interface FieldProps { readonly label: string; readonly value: string; readonly onValue: (value: string) => void; readonly hint?: string; readonly type?: "text" | "password"; readonly autocomplete?: string }
export function Field({ label, value, onValue, hint, type = "text", autocomplete = "off" }: FieldProps) {
  const id = useId();
  const rest = {
    id, value, autocomplete, "aria-describedby": hint ? `${id}-hint` : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
  };
  return <div class="field">
    <label for={id}>{label}</label>
    {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    {type === "password" ? <input type="password" {...rest} /> : <input type="text" {...rest} />}
  </div>;
}

export function Link({ to, children, onGo }: { readonly to: string; readonly children: ComponentChildren; readonly onGo: (to: string) => void }) {
  return <a class="button" href={to} onClick={(event) => { event.preventDefault(); onGo(to); }}>{children}</a>;
}

/** A form that keeps what was typed when the core refuses, and says why. */
export function Work({ submit, run, children }: { readonly submit: string; readonly run: () => Promise<unknown>; readonly children?: ComponentChildren }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure("");
    try { await run(); } catch (refused) { setFailure(codeOf(refused)); }
    setBusy(false);
  };
  return <form onSubmit={onSubmit} noValidate>
    {children}
    <div role="alert">{failure && <p class="notice danger">{errorText(failure)}</p>}</div>
    <button class="button primary" aria-disabled={busy}>{submit}</button>
  </form>;
}
