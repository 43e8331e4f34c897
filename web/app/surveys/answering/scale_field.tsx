/** A number from one end to the other, each of them large enough for a thumb. */
import { useId } from "preact/hooks";
import type { ScaleQuestion } from "../../../core/survey_api.ts";
import { numberText } from "../../i18n.ts";
import { said, spoken } from "../said.ts";
import type { FieldProps } from "./answer_field.tsx";

export function ScaleField({ survey, question, answer, label, ties, onAnswer }: FieldProps<ScaleQuestion>) {
  const name = useId();
  const { from, to } = question;
  const lang = spoken(survey);
  const words = (value: number): string => (value === from ? said(question.low, survey) : value === to ? said(question.high, survey) : "");
  return <div class="survey-scale" role="radiogroup" tabIndex={-1} aria-label={label} aria-required={question.required} {...ties}>
    <div class="survey-numbers">
      {Array.from({ length: to - from + 1 }, (_, at) => from + at).map((value) => <label key={value}>
        <input type="radio" name={name} checked={answer === value} onInput={() => onAnswer(value)} />
        <span>{numberText(value)}{words(value) !== "" && <span class="visually-hidden">, {words(value)}</span>}</span>
      </label>)}
    </div>
    <p class="survey-ends" aria-hidden="true">
      <span lang={lang} dir="auto">{numberText(from)}: {said(question.low, survey)}</span>
      <span lang={lang} dir="auto">{numberText(to)}: {said(question.high, survey)}</span>
    </p>
  </div>;
}
