/** Several languages in an order of preference, each found by its name or given by its tag. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { languageName, t } from "../i18n.ts";
import { useFieldError } from "../kit/form.tsx";
import { languageOptions, languageTag } from "./tags.ts";

/** As many as the server takes. */
const MOST = 10;

interface LanguagesFieldProps {
  readonly legend: string;
  readonly hint: string;
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
  /** The first one stands out and can be changed. */
  readonly ordered?: boolean;
}

/** Browsers tell a choice from the list from typing by the kind of input, or leave it out. */
function isChosenFromList(event: object): boolean {
  return !(event instanceof InputEvent) || event.inputType === "insertReplacementText" || !event.inputType;
}

const CODES = ["invalid_languages"];

export function LanguagesField({ legend, hint, chosen, onChosen, ordered = false }: LanguagesFieldProps) {
  const id = useId();
  const refusal = useFieldError(CODES);
  const [typed, setTyped] = useState("");
  const [unknown, setUnknown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = (text = typed) => {
    const tag = languageTag(text);
    setUnknown(tag === undefined && text.trim() !== "");
    if (tag === undefined) return;
    if (!chosen.includes(tag)) onChosen([...chosen, tag]);
    setTyped("");
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || typed.trim() === "") return;
    event.preventDefault();
    add();
  };
  // What was typed and not added yet must not be lost by going on: it is added, or said to be unknown, first.
  useEffect(() => {
    const form = input.current?.form;
    if (!form || typed.trim() === "") return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      add();
      input.current?.focus();
    };
    form.addEventListener("submit", hold, { capture: true });
    return () => form.removeEventListener("submit", hold, { capture: true });
  });
  const type = (event: { readonly currentTarget: HTMLInputElement }) => {
    const { value } = event.currentTarget;
    setTyped(value);
    setUnknown(false);
    if (isChosenFromList(event)) add(value);
  };
  const remove = (tag: string) => {
    onChosen(chosen.filter((other) => other !== tag));
    input.current?.focus();
  };
  const error = unknown ? t("language-unknown") : refusal;
  return <fieldset class="field">
    <legend>{legend}</legend>
    <p class="hint">{hint}</p>
    {chosen.length > 0 && <ul class="chosen-languages">{chosen.map((tag, i) => <li key={tag}>
      <span class="chosen-name">{languageName(tag)}{ordered && i === 0 && <span class="quiet"> {t("language-first")}</span>}</span>
      {ordered && i > 0 && <button type="button" class="button button-quiet button-small" aria-label={t("language-make-first-of", { language: languageName(tag) })}
        onClick={() => onChosen([tag, ...chosen.filter((other) => other !== tag)])}>{t("language-make-first")}</button>}
      <button type="button" class="icon-button" aria-label={t("language-remove", { language: languageName(tag) })} onClick={() => remove(tag)}>×</button>
    </li>)}</ul>}
    {chosen.length < MOST && <>
      <label class="visually-hidden" for={id}>{t("language-another")}</label>
      <span class="with-button">
        <input ref={input} id={id} type="text" list={`${id}-list`} value={typed} autocomplete="off" maxLength={60} dir="auto" placeholder={t("language-another")}
          aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
          onInput={type} onKeyDown={addOnEnter} />
        <button type="button" class="button button-quiet" onClick={() => add()}>{t("add")}</button>
      </span>
      <datalist id={`${id}-list`}>{languageOptions().filter(({ value }) => !chosen.includes(value)).map(({ value, text }) => <option key={value} value={text} />)}</datalist>
    </>}
    <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
  </fieldset>;
}
