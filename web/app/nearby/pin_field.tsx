import { useId } from "preact/hooks";
import { useFieldError } from "../kit/form.tsx";

interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly codes: readonly string[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Four to eight digits, on the keyboard for numbers; not for password managers, which would open it for anybody. */
export function PinField({ label, hint, codes, value, onValue }: PinFieldProps) {
  const id = useId();
  const error = useFieldError(codes);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return <div class="field">
    <label for={id}>{label}</label>
    {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    <input id={id} class="mono pin" dir="ltr" type="password" inputMode="numeric" maxLength={8} autocomplete="one-time-code" value={value}
      aria-describedby={describedBy || undefined} aria-invalid={error ? true : undefined} onInput={(event) => onValue(event.currentTarget.value)} />
    <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
  </div>;
}
