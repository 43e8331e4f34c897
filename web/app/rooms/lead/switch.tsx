/** Something that is on or off, and is changed at once; a refusal is told beside it. */
import { errorText } from "../../i18n.ts";
import { Check } from "../../kit/fields.tsx";
import { useChange } from "./change.ts";

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly run: (on: boolean) => Promise<unknown>;
}

export function Switch({ label, hint, on, run }: SwitchProps) {
  const { shown, failure, change } = useChange(on, run);
  return <>
    <Check label={label} hint={hint} checked={shown} onChecked={change} />
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
  </>;
}
