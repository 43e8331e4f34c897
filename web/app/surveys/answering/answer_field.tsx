/** The control for an answer, by the kind of the question. */
import { useId } from "preact/hooks";
import type { SurveyAnswer, SurveyDraft, SurveyQuestion } from "../../../core/survey_api.ts";
import { useFieldError } from "../../kit/form.tsx";
import { ChoiceField, SeveralField } from "./choice_field.tsx";
import { DatesField } from "./dates_field.tsx";
import { MatrixField } from "./matrix_field.tsx";
import { ScaleField } from "./scale_field.tsx";
import { WordsField } from "./words_field.tsx";

export interface AnswerFieldProps<Q extends SurveyQuestion = SurveyQuestion> {
  readonly survey: SurveyDraft;
  readonly question: Q;
  readonly answer: SurveyAnswer | undefined;
  /** What is asked, for the group's name. */
  readonly label: string;
  /** Id of what describes it. */
  readonly hint: string | undefined;
  readonly onAnswer: (answer: SurveyAnswer | undefined) => void;
}
/** What a control or group is described by, and whether it is refused. */
export interface Ties {
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}
export type FieldProps<Q extends SurveyQuestion> = AnswerFieldProps<Q> & { readonly ties: Ties };

const CODES = ["survey_answer_missing", "survey_dates_order"];

export function AnswerField(props: AnswerFieldProps) {
  const id = useId();
  const error = useFieldError(CODES);
  const ties: Ties = { "aria-describedby": [props.hint, error && id].filter(Boolean).join(" ") || undefined, "aria-invalid": error ? true : undefined };
  return <div class="field">
    <Control {...props} ties={ties} />
    <p class="field-error" id={id} role="alert">{error}</p>
  </div>;
}

function Control({ question, ...props }: FieldProps<SurveyQuestion>) {
  switch (question.kind) {
    case "choice": return <ChoiceField {...props} question={question} />;
    case "several": return <SeveralField {...props} question={question} />;
    case "scale": return <ScaleField {...props} question={question} />;
    case "matrix": return <MatrixField {...props} question={question} />;
    case "text": return <WordsField {...props} question={question} />;
    case "dates": return <DatesField {...props} question={question} />;
  }
}
