/** A time, from one day to another. */
import { useId } from "preact/hooks";
import type { DatesQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import type { FieldProps } from "./answer_field.tsx";

export function DatesField({ answer, label, ties, onAnswer }: FieldProps<DatesQuestion>) {
  const id = useId();
  const [from = "", to = ""] = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const put = (next: readonly [string, string]) => onAnswer(next.every((day) => day === "") ? undefined : next);
  return <div class="pair" role="group" aria-label={label} aria-describedby={ties["aria-describedby"]}>
    <div class="field"><label for={`${id}-from`}>{t("survey-from")}</label>
      <input id={`${id}-from`} type="date" aria-invalid={ties["aria-invalid"]} value={from} onInput={({ currentTarget: { value } }) => put([value, to])} /></div>
    <div class="field"><label for={`${id}-to`}>{t("survey-to")}</label>
      <input id={`${id}-to`} type="date" value={to} onInput={({ currentTarget: { value } }) => put([from, value])} /></div>
  </div>;
}
