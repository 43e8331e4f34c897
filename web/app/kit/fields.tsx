/**
 * Labelled controls; the label is always seen, a hint and a refusal are tied to
 * the control. All of them listen to "input": at "change" it is too late, the
 * form has been drawn again by then with what was before.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { useFieldError } from "./form.tsx";

interface CommonProps {
  readonly label: string;
  readonly hint?: string;
  /** Codes of the core that are about this field. */
  readonly codes?: readonly string[];
  readonly optional?: boolean;
}

interface FieldProps extends CommonProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Which keyboard a phone shows. */
  readonly inputMode?: "email" | "tel" | "url" | "numeric";
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly mono?: boolean;
  readonly children?: ComponentChildren;
}

const NONE: readonly string[] = [];

function Around({ id, label, hint, error, optional, children }: { readonly id: string; readonly label: string; readonly hint?: string; readonly error: string; readonly optional?: boolean; readonly children: ComponentChildren }) {
  return <div class="field">
    <label for={id}>{label}{optional && <span class="optional"> {t("optional")}</span>}</label>
    {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    {children}
    <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
  </div>;
}

/** What a control needs to be tied to its hint and refusal. */
function ties(id: string, hint: string | undefined, error: string) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}

export function Field({ label, hint, codes = NONE, optional, value, onValue, inputMode, autocomplete = "off", maxLength, mono = false, children }: FieldProps) {
  const id = useId();
  const error = useFieldError(codes);
  return <Around {...{ id, label, hint, error, optional }}>
    <input type="text" {...ties(id, hint, error)} class={mono ? "mono" : undefined} {...{ value, inputMode, autocomplete, maxLength }} dir="auto" autocapitalize="none" spellcheck={false}
      onInput={(event) => onValue(event.currentTarget.value)} />
    {children}
  </Around>;
}

/** A day, YYYY-MM-DD, by the browser's own control. */
export function DateField({ label, hint, codes = NONE, optional, value, onValue }: CommonProps & { readonly value: string; readonly onValue: (value: string) => void }) {
  const id = useId();
  const error = useFieldError(codes);
  return <Around {...{ id, label, hint, error, optional }}>
    <input type="date" {...ties(id, hint, error)} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
  </Around>;
}

/** A passphrase: hidden unless asked for, in a type that is easy to copy by hand. */
export function SecretField({ label, hint, codes = NONE, value, onValue, autocomplete, shown: shownAtFirst = false, children }: CommonProps & { readonly value: string; readonly onValue: (value: string) => void; readonly autocomplete: "current-password" | "new-password" | "off"; readonly shown?: boolean; readonly children?: ComponentChildren }) {
  const id = useId();
  const error = useFieldError(codes);
  const [shown, setShown] = useState(shownAtFirst);
  const change = (event: { readonly currentTarget: { readonly value: string } }) => onValue(event.currentTarget.value.replace(/\n/gu, " "));
  const common = { ...ties(id, hint, error), value, autocomplete, class: "mono", dir: "auto" as const, autocapitalize: "none" as const, spellcheck: false, onInput: change };
  return <Around {...{ id, label, hint, error }}>
    <span class="with-button">
      {shown ? <textarea {...common} rows={2} onKeyDown={submitOnEnter} /> : <input type="password" {...common} />}
      <button type="button" class="button button-quiet" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>{t("show-passphrase")}</button>
    </span>
    {children}
  </Around>;
}

function submitOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

/** A code longer than a phone is wide, typed as it was written down. */
export function CodeField({ label, hint, codes = NONE, value, onValue }: CommonProps & { readonly value: string; readonly onValue: (value: string) => void }) {
  const id = useId();
  const error = useFieldError(codes);
  return <Around {...{ id, label, hint, error }}>
    <textarea {...ties(id, hint, error)} class="mono" dir="ltr" rows={2} value={value} autocomplete="off" autocapitalize="characters" spellcheck={false} onKeyDown={submitOnEnter}
      onInput={(event) => onValue(event.currentTarget.value)} />
  </Around>;
}

export function TextArea({ label, hint, codes = NONE, optional, value, onValue, rows = 4, maxLength }: CommonProps & { readonly value: string; readonly onValue: (value: string) => void; readonly rows?: number; readonly maxLength?: number }) {
  const id = useId();
  const error = useFieldError(codes);
  return <Around {...{ id, label, hint, error, optional }}>
    <textarea {...ties(id, hint, error)} {...{ value, rows, maxLength }} autocomplete="off" dir="auto" onInput={(event) => onValue(event.currentTarget.value)} />
  </Around>;
}

export interface Option { readonly value: string; readonly text: string }

export function Select({ label, hint, codes = NONE, optional, value, onValue, options }: CommonProps & { readonly value: string; readonly onValue: (value: string) => void; readonly options: readonly Option[] }) {
  const id = useId();
  const error = useFieldError(codes);
  return <Around {...{ id, label, hint, error, optional }}>
    <select {...ties(id, hint, error)} value={value} onInput={(event) => onValue(event.currentTarget.value)}>
      {options.map((option) => <option key={option.value} value={option.value}>{option.text}</option>)}
    </select>
  </Around>;
}

export function Check({ label, hint, codes = NONE, checked, onChecked }: CommonProps & { readonly checked: boolean; readonly onChecked: (checked: boolean) => void }) {
  const id = useId();
  const error = useFieldError(codes);
  return <div class="check-field">
    <label class="check"><input type="checkbox" {...ties(id, hint, error)} checked={checked} onInput={(event) => onChecked(event.currentTarget.checked)} /> <span>{label}</span></label>
    {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    {codes.length > 0 && <p class="field-error" id={`${id}-error`} role="alert">{error}</p>}
  </div>;
}

/** Several of a few. */
export function Checks({ legend, hint, options, chosen, onChosen }: { readonly legend: string; readonly hint?: string; readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly onChosen: (chosen: readonly string[]) => void }) {
  const toggle = (value: string, on: boolean) => onChosen(options.map((o) => o.value).filter((v) => (v === value ? on : chosen.includes(v))));
  return <fieldset class="field">
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    <div class="checks">{options.map((o) => <Check key={o.value} label={o.text} checked={chosen.includes(o.value)} onChecked={(on) => toggle(o.value, on)} />)}</div>
  </fieldset>;
}

/** One of a few, all of them seen. */
export function Radios({ legend, options, value, onValue }: { readonly legend: string; readonly options: readonly (Option & { readonly hint?: string })[]; readonly value: string; readonly onValue: (value: string) => void }) {
  const name = useId();
  return <fieldset class="field">
    <legend>{legend}</legend>
    {options.map((o) => <label key={o.value} class="check">
      <input type="radio" name={name} checked={o.value === value} onInput={() => onValue(o.value)} />
      <span>{o.text}{o.hint && <span class="hint">{o.hint}</span>}</span>
    </label>)}
  </fieldset>;
}

/** Copies to the clipboard and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    timer.current = setTimeout(() => setCopied(false), 3_000);
  };
  return <button type="button" class="button button-quiet" onClick={() => void copy().catch(() => undefined)}><span role="status">{t(copied ? "copied" : "copy")}</span></button>;
}
