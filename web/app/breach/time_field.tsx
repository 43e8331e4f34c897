/** A day and a time, by the browser's own control; 0 while there is none. */
import { useId } from "preact/hooks";
import { t } from "../i18n.ts";

interface TimeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly at: number;
  readonly onAt: (at: number) => void;
}

export function TimeField({ label, hint, optional = false, at, onAt }: TimeFieldProps) {
  const id = useId();
  return <div class="field">
    <label for={id}>{label}{optional && <span class="optional"> {t("optional")}</span>}</label>
    {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    <input type="datetime-local" id={id} aria-describedby={hint ? `${id}-hint` : undefined} value={at === 0 ? "" : localTime(at)}
      onInput={({ currentTarget: { value } }) => { const read = new Date(value).getTime(); if (value === "" ? optional : !Number.isNaN(read)) onAt(value === "" ? 0 : read); }} />
  </div>;
}

/** YYYY-MM-DDTHH:MM as it is where the browser is. */
function localTime(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
