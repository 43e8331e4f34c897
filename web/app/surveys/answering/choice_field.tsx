/** One of a few, or several of them. */
import { useId } from "preact/hooks";
import type { ChoiceQuestion, SeveralQuestion } from "../../../core/survey_api.ts";
import { said, spoken } from "../said.ts";
import type { FieldProps } from "./answer_field.tsx";

export function ChoiceField({ survey, question, answer, label, ties, onAnswer }: FieldProps<ChoiceQuestion>) {
  const name = useId();
  return <div class="survey-options" role="radiogroup" tabIndex={-1} aria-label={label} aria-required={question.required} {...ties}>
    {question.options.map((option, at) => <label key={at} class="check">
      <input type="radio" name={name} checked={answer === at} onInput={() => onAnswer(at)} />
      <span lang={spoken(survey)} dir="auto">{said(option, survey)}</span>
    </label>)}
  </div>;
}

export function SeveralField({ survey, question, answer, label, ties: { "aria-describedby": describedBy }, onAnswer }: FieldProps<SeveralQuestion>) {
  const chosen = Array.isArray(answer) ? (answer as readonly number[]) : [];
  const toggle = (at: number, on: boolean) => {
    const next = question.options.map((_, each) => each).filter((each) => (each === at ? on : chosen.includes(each)));
    onAnswer(next.length > 0 ? next : undefined);
  };
  return <div class="survey-options" role="group" tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
    {question.options.map((option, at) => <label key={at} class="check">
      <input type="checkbox" checked={chosen.includes(at)} onInput={({ currentTarget }) => toggle(at, currentTarget.checked)} />
      <span lang={spoken(survey)} dir="auto">{said(option, survey)}</span>
    </label>)}
  </div>;
}
