/** The questions of a room's intake card: in their order, each to be answered or left out. */
import { useRef, useState } from "preact/hooks";
import { MAX_ROOM_TEXT, type RoomQuestion } from "../../../core/api.ts";
import { numberText, t } from "../../i18n.ts";
import { Check, TextArea } from "../../kit/fields.tsx";
import { MOST_QUESTIONS } from "./room_text.ts";

interface QuestionsFieldProps {
  readonly questions: readonly RoomQuestion[];
  readonly onQuestions: (questions: readonly RoomQuestion[]) => void;
  readonly suggest: () => Promise<readonly RoomQuestion[]>;
}

export function QuestionsField({ questions, onQuestions, suggest }: QuestionsFieldProps) {
  const list = useRef<HTMLOListElement>(null);
  const [gone, setGone] = useState<{ readonly question: RoomQuestion; readonly at: number } | undefined>(undefined);
  const focusOn = (at: number) => setTimeout(() => list.current?.querySelectorAll("textarea")[at]?.focus());
  const put = (at: number, changed: Partial<RoomQuestion>) => onQuestions(questions.map((each, i) => (i === at ? { ...each, ...changed } : each)));
  const add = () => {
    onQuestions([...questions, { label: "", required: false }]);
    focusOn(questions.length);
  };
  const remove = (at: number) => {
    setGone(questions[at]?.label ? { question: questions[at], at } : undefined);
    onQuestions(questions.filter((_, i) => i !== at));
    focusOn(Math.min(at, questions.length - 2));
  };
  const bringBack = () => {
    if (!gone) return;
    onQuestions(questions.toSpliced(gone.at, 0, gone.question));
    focusOn(gone.at);
    setGone(undefined);
  };
  const up = (at: number) => {
    const [moved] = questions.slice(at, at + 1);
    if (moved) onQuestions(questions.toSpliced(at, 1).toSpliced(at - 1, 0, moved));
    focusOn(at - 1);
  };
  return <fieldset class="field lead-questions">
    <legend>{t("lead-questions")}</legend>
    <p class="hint">{t("lead-questions-hint")}</p>
    <ol ref={list}>{questions.map((question, at) => <li key={at}>
      <TextArea label={t("lead-question", { number: numberText(at + 1) })} rows={2} maxLength={MAX_ROOM_TEXT.question} value={question.label} onValue={(label) => put(at, { label: label.replaceAll("\n", " ") })} />
      <div class="lead-question-row">
        <Check label={t("lead-question-required")} checked={question.required} onChecked={(required) => put(at, { required })} />
        {at > 0 && <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-question-up")}: ${t("lead-question", { number: numberText(at + 1) })}`} onClick={() => up(at)}>{t("lead-question-up")}</button>}
        <button type="button" class="button button-quiet button-small" aria-label={`${t("lead-question-remove")}: ${t("lead-question", { number: numberText(at + 1) })}`} onClick={() => remove(at)}>{t("lead-question-remove")}</button>
      </div>
    </li>)}</ol>
    <p role="status" class="form-status">{gone ? t("lead-question-removed") : ""}</p>
    <p class="actions">
      {gone && <button type="button" class="button button-quiet button-small" onClick={bringBack}>{t("lead-undo")}</button>}
      {questions.length < MOST_QUESTIONS && <button type="button" class="button button-quiet button-small" onClick={add}>{t("lead-question-add")}</button>}
      {questions.length === 0 && <button type="button" class="button button-quiet button-small" onClick={() => void suggest().then(onQuestions)}>{t("lead-question-suggest")}</button>}
    </p>
  </fieldset>;
}
