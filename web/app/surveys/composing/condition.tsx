/** Asked only if an earlier question was answered in one of these ways. */
import type { SurveyDraft, SurveyQuestion } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Checks, Select } from "../../kit/fields.tsx";
import { said } from "../said.ts";
import { unconditional } from "./edit.ts";
import { fieldId, useProblem } from "./writing.tsx";

interface ConditionProps {
  readonly draft: SurveyDraft;
  readonly question: SurveyQuestion;
  readonly at: number;
  readonly onQuestion: (question: SurveyQuestion) => void;
}

type Deciding = Extract<SurveyQuestion, { readonly kind: "choice" | "several" | "scale" }>;
const decides = (question: SurveyQuestion): question is Deciding => question.kind === "choice" || question.kind === "several" || question.kind === "scale";

export function Condition({ draft, question, at, onQuestion }: ConditionProps) {
  const problem = useProblem(`${question.id}-when`);
  const { when } = question;
  const earlier = draft.questions.slice(0, at).filter(decides);
  const on = draft.questions.filter(decides).find(({ id }) => id === when?.question);
  if (earlier.length === 0 && !when) return null;
  // One that was moved behind this one stays chosen until somebody mends it.
  const offered = on && !earlier.includes(on) ? [...earlier, on] : earlier;
  const choose = (id: string) => onQuestion(id === "" ? unconditional(question) : { ...question, when: { question: id, anyOf: [] } });
  return <div id={fieldId(`${question.id}-when`)} tabIndex={-1}>
    <Select label={t("survey-when")} value={when?.question ?? ""} onValue={choose}
      options={[{ value: "", text: t("survey-when-always") }, ...offered.map((each) => ({ value: each.id, text: t("survey-when-question", { number: draft.questions.indexOf(each) + 1, question: said(each.text, draft) }) }))]} />
    {when && on && <Checks legend={t("survey-when-answer")} options={answersOf(on, draft)} chosen={when.anyOf.map(String)} onChosen={(chosen) => onQuestion({ ...question, when: { question: on.id, anyOf: chosen.map(Number) } })} />}
    <p class="field-error">{problem}</p>
  </div>;
}

function answersOf(question: Deciding, draft: SurveyDraft): readonly { readonly value: string; readonly text: string }[] {
  if (question.kind === "scale") return Array.from({ length: question.to - question.from + 1 }, (_, at) => ({ value: String(question.from + at), text: numberText(question.from + at) }));
  return question.options.map((option, at) => ({ value: String(at), text: said(option, draft) || t("survey-option-number", { number: at + 1 }) }));
}
