/** All questions of a draft: added, moved, copied and taken out, one of them open at a time. */
import { useEffect, useRef, useState } from "preact/hooks";
import { QUESTION_KINDS, SURVEY_LIMITS, type SurveyDraft, type SurveyQuestion } from "../../../core/survey_api.ts";
import { t } from "../../i18n.ts";
import { said } from "../said.ts";
import { added, duplicated, moved, without } from "./edit.ts";
import { QuestionEditor } from "./question_editor.tsx";
import { fieldId, useProblem } from "./writing.tsx";

interface QuestionsProps {
  readonly draft: SurveyDraft;
  readonly onDraft: (draft: SurveyDraft) => void;
  readonly open: string | undefined;
  readonly onOpen: (question: string | undefined) => void;
}

export function Questions({ draft, onDraft, open, onOpen }: QuestionsProps) {
  const [told, setTold] = useState("");
  const [before, setBefore] = useState<SurveyDraft | undefined>(undefined);
  const focus = useFocusAfter();
  const put = (next: SurveyDraft) => {
    setBefore(undefined);
    setTold("");
    onDraft(next);
  };
  const show = ([next, id]: readonly [SurveyDraft, string]) => {
    put(next);
    onOpen(id);
    focus(fieldId(`${id}-text`));
  };
  const move = (id: string, by: -1 | 1) => {
    const next = moved(draft, id, by);
    put(next);
    setTold(t("survey-moved", { place: next.questions.findIndex((each) => each.id === id) + 1, of: next.questions.length }));
    focus(moverId(id, by));
  };
  const remove = (id: string) => {
    onDraft(without(draft, id));
    setBefore(draft);
    setTold(t("survey-removed"));
    focus(UNDO);
  };
  const undo = () => {
    if (before) put({ ...draft, questions: before.questions, scores: before.scores });
  };
  return <>
    <ol class="survey-questions">{draft.questions.map((question, at) => <li key={question.id} class="card">
      <Head draft={draft} question={question} at={at} isOpen={open === question.id} onMove={(by) => move(question.id, by)} onRemove={() => remove(question.id)}
        onDuplicate={() => show(duplicated(draft, question.id))} onOpen={() => onOpen(open === question.id ? undefined : question.id)} />
      {open === question.id && <QuestionEditor draft={draft} question={question} at={at} onDraft={put} />}
    </li>)}</ol>
    <div class="survey-undo"><p role="status" class="quiet">{told}</p>{before && <button type="button" id={UNDO} class="button button-quiet button-small" onClick={undo}>{t("survey-undo")}</button>}</div>
    {draft.questions.length < SURVEY_LIMITS.questions && <Adding onAdd={(kind) => show(added(draft, kind))} />}
  </>;
}

const UNDO = "survey-undo";
const moverId = (question: string, by: -1 | 1): string => fieldId(`${question}-${by === 1 ? "down" : "up"}`);

interface HeadProps {
  readonly draft: SurveyDraft;
  readonly question: SurveyQuestion;
  readonly at: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

function Head({ draft, question: { id, text, kind, required, when }, at, isOpen, onOpen, onMove, onDuplicate, onRemove }: HeadProps) {
  const question = said(text, draft) || t("survey-untitled-question");
  const mover = (by: -1 | 1, sign: string, label: string, last: boolean) =>
    <button type="button" class="icon-button" id={moverId(id, by)} aria-disabled={last} aria-label={label} onClick={() => onMove(by)}>{sign}</button>;
  return <div class="survey-question-head">
    <h3><span class="survey-number">{at + 1}.</span> <span dir="auto">{question}</span></h3>
    <p class="quiet">{t(`survey-kind-${kind}`)}{required && <> · {t("survey-is-required")}</>}{when && <> · {t("survey-is-conditional")}</>}</p>
    <div class="survey-tools">
      <button type="button" class="button button-quiet button-small" aria-expanded={isOpen} onClick={onOpen}>{t(isOpen ? "survey-question-close" : "survey-question-edit")}<span class="visually-hidden">: {question}</span></button>
      {mover(-1, "↑", t("survey-move-up", { question }), at === 0)}
      {mover(1, "↓", t("survey-move-down", { question }), at === draft.questions.length - 1)}
      <button type="button" class="button button-quiet button-small" aria-label={t("survey-duplicate-of", { question })} onClick={onDuplicate}>{t("survey-duplicate")}</button>
      <button type="button" class="button button-quiet button-small" aria-label={t("survey-remove-of", { question })} onClick={onRemove}>{t("survey-remove")}</button>
    </div>
  </div>;
}

function Adding({ onAdd }: { readonly onAdd: (kind: SurveyQuestion["kind"]) => void }) {
  const problem = useProblem("questions");
  return <fieldset class="field survey-add" id={fieldId("questions")} tabIndex={-1}>
    <legend>{t("survey-add-question")}</legend>
    <div class="actions">{QUESTION_KINDS.map((kind) => <button key={kind} type="button" class="button button-quiet button-small" onClick={() => onAdd(kind)}>{t(`survey-kind-${kind}`)}</button>)}</div>
    <p class="field-error">{problem}</p>
  </fieldset>;
}

/** Gives an element the focus once it was drawn: what is moved in the page loses it. */
function useFocusAfter(): (id: string) => void {
  const wanted = useRef("");
  useEffect(() => {
    if (wanted.current === "") return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = "";
  });
  return (id) => { wanted.current = id; };
}
