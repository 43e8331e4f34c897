/**
 * Forms that lose nothing: what was typed stays when the core refuses, the
 * reason is told beside the field it belongs to, or above the button.
 */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { errorText } from "../i18n.ts";
import { codeOf } from "../state.ts";

interface Refusal {
  readonly code: string;
  /** A field that shows the refusal itself says so here, so that it is not told twice. */
  readonly claim: (codes: readonly string[]) => void;
}

const RefusalContext = createContext<Refusal>({ code: "", claim: () => undefined });

/** The refusal's text, if it is one of those that belong to this field. */
export function useFieldError(codes: readonly string[]): string {
  const { code, claim } = useContext(RefusalContext);
  useEffect(() => claim(codes), [codes.join()]);
  return code && codes.includes(code) ? errorText(code) : "";
}

interface FormProps {
  readonly submit: string;
  readonly run: () => Promise<unknown>;
  readonly children?: ComponentChildren;
  /** Stands beside the button: a way back, another choice. */
  readonly aside?: ComponentChildren;
  /** "danger" for what cannot be undone, "quiet" for a lesser way. */
  readonly kind?: "primary" | "quiet" | "danger";
  /** Said while `run` is under way, when it takes long. */
  readonly busyText?: ComponentChildren;
  /** Said once after `run` succeeded and the form stays. */
  readonly doneText?: string;
  /** A refusal from before this form was shown, such as of a later step. */
  readonly refused?: string;
}

/** A form with one button. While it runs, the button says so and is not pressed twice. */
export function Form({ submit, run, children, aside, kind = "primary", busyText, doneText, refused }: FormProps) {
  const { busy, failure, done, start, forget } = useWork(run, refused);
  const form = useRef<HTMLFormElement>(null);
  const claimed = useRef(new Set<string>());
  const claim = (codes: readonly string[]) => codes.forEach((code) => claimed.current.add(code));
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);
  const elsewhere = failure !== "" && !claimed.current.has(failure);
  // What is being mended is blamed no longer.
  const onInput = (event: Event) => { if ((event.target as Element).getAttribute("aria-invalid") === "true") forget(); };
  return <form ref={form} noValidate onInput={onInput} onSubmit={(event) => { event.preventDefault(); void start(); }}>
    <RefusalContext.Provider value={{ code: failure, claim }}>{children}</RefusalContext.Provider>
    <div role="alert">{elsewhere && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    <p class="actions">
      <button type="submit" class={buttonClass(kind)} aria-disabled={busy}>{submit}</button>
      {aside}
    </p>
    <p role="status" class="form-status">{busy ? busyText : done ? doneText : ""}</p>
  </form>;
}

const buttonClass = (kind: "primary" | "quiet" | "danger"): string => {
  switch (kind) {
    case "primary": return "button";
    case "quiet": return "button button-quiet";
    case "danger": return "button button-danger";
  }
};

interface ActionProps {
  readonly run: () => Promise<unknown>;
  readonly kind?: "primary" | "quiet" | "danger";
  readonly children: ComponentChildren;
  readonly label?: string;
  readonly pressed?: boolean;
  /** One of many, beside each of several. */
  readonly small?: boolean;
  /** Has the focus when the dialog that it is in opens. */
  readonly first?: boolean;
}

/** One thing to do without anything to fill in; a refusal is told beside it. */
export function Action({ run, kind = "quiet", children, label, pressed, small = false, first }: ActionProps) {
  const { busy, failure, start } = useWork(run);
  return <>
    <button type="button" class={small ? `${buttonClass(kind)} button-small` : buttonClass(kind)} autofocus={first} aria-label={label} aria-pressed={pressed} aria-disabled={busy} onClick={() => void start()}>{children}</button>
    <span role="alert">{failure && <span class="notice notice-danger">{errorText(failure)}</span>}</span>
  </>;
}

/** Runs one thing at a time and remembers how it ended. */
export function useWork(run: () => Promise<unknown>, refusedBefore = "") {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [done, setDone] = useState(false);
  const alive = useRef(true);
  useEffect(() => () => { alive.current = false; }, []);
  // Only now: by then the fields have said which refusals are theirs.
  useEffect(() => { if (refusedBefore) setFailure(refusedBefore); }, []);
  const start = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure("");
    setDone(false);
    let refused = "";
    try {
      await run();
    } catch (error) {
      refused = codeOf(error);
    }
    if (!alive.current) return;
    setFailure(refused);
    setDone(refused === "");
    setBusy(false);
  };
  return { busy, failure, done, start, forget: () => setFailure("") };
}
