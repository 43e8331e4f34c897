/** One question of the builder: what is asked, how it can be answered, and when. */
import { SURVEY_LIMITS, type ScaleQuestion, type SurveyDraft, type SurveyQuestion, type SurveyText } from "../../../core/survey_api.ts";
import { numberText, t } from "../../i18n.ts";
import { Check, Select } from "../../kit/fields.tsx";
import { Condition } from "./condition.tsx";
import { changed, withOptions } from "./edit.ts";
import { TextList } from "./text_list.tsx";
import { Words } from "./writing.tsx";

interface QuestionEditorProps {
  readonly draft: SurveyDraft;
  readonly question: SurveyQuestion;
  readonly at: number;
  readonly onDraft: (draft: SurveyDraft) => void;
}

export function QuestionEditor({ draft, question, at, onDraft }: QuestionEditorProps) {
  const { id } = question;
  const change = (next: SurveyQuestion) => onDraft(changed(draft, next));
  return <div class="survey-editor">
    <Words field={`${id}-text`} label={t("survey-question-text")} rows={2} text={question.text} onText={(text) => change({ ...question, text })} />
    <Words field={`${id}-hint`} label={t("survey-question-hint")} optional text={question.hint ?? {}} onText={(hint) => change(hinted(question, hint))} />
    <Answers draft={draft} question={question} onQuestion={change} onDraft={onDraft} />
    <Check label={t("survey-required")} hint={t("survey-required-hint")} checked={question.required} onChecked={(required) => change({ ...question, required })} />
    <Condition draft={draft} question={question} at={at} onQuestion={change} />
  </div>;
}

/** A hint that says nothing is none. */
function hinted(question: SurveyQuestion, hint: SurveyText): SurveyQuestion {
  const { hint: _former, ...rest } = question;
  return Object.keys(hint).length === 0 ? rest : { ...rest, hint };
}

interface AnswersProps extends Omit<QuestionEditorProps, "at"> { readonly onQuestion: (question: SurveyQuestion) => void }

function Answers({ draft, question, onQuestion, onDraft }: AnswersProps) {
  const { id } = question;
  switch (question.kind) {
    case "choice":
    case "several": return <TextList kind="option" field={`${id}-options`} legend={t("survey-options")} texts={question.options} least={2} most={SURVEY_LIMITS.options} onTexts={(options, shift) => onDraft(withOptions(draft, id, options, shift))} />;
    case "scale": return <Scale question={question} onQuestion={onQuestion} />;
    case "matrix": return <>
      <TextList kind="row" field={`${id}-rows`} legend={t("survey-rows")} texts={question.rows} least={1} most={SURVEY_LIMITS.rows} onTexts={(rows) => onQuestion({ ...question, rows })} />
      <TextList kind="column" field={`${id}-columns`} legend={t("survey-columns")} texts={question.columns} least={2} most={SURVEY_LIMITS.columns} onTexts={(columns) => onQuestion({ ...question, columns })} />
    </>;
    case "text": return <p class="notice notice-calm">{t("survey-text-warning")}</p>;
    case "dates": return null;
  }
}

function Scale({ question, onQuestion }: { readonly question: ScaleQuestion; readonly onQuestion: (question: SurveyQuestion) => void }) {
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), text: numberText(from + at) }));
  return <>
    <div class="pair">
      <Select label={t("survey-scale-from")} value={String(question.from)} options={numbers(0, 1)} onValue={(from) => onQuestion({ ...question, from: Number(from) })} />
      <Select label={t("survey-scale-to")} value={String(question.to)} options={numbers(2, 10)} onValue={(to) => onQuestion({ ...question, to: Number(to) })} />
    </div>
    <div class="pair">
      <Words field={`${question.id}-low`} label={t("survey-scale-low", { number: question.from })} text={question.low} onText={(low) => onQuestion({ ...question, low })} />
      <Words field={`${question.id}-high`} label={t("survey-scale-high", { number: question.to })} text={question.high} onText={(high) => onQuestion({ ...question, high })} />
    </div>
  </>;
}
