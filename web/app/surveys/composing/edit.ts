/** What can be done with the questions of a draft. Conditions and scores follow. */
import type { QuestionKind, SurveyDraft, SurveyQuestion, SurveyText } from "../../../core/survey_api.ts";

const CHOICES = 2;

function freshId({ questions }: SurveyDraft): string {
  return `q${1 + Math.max(0, ...questions.map(({ id }) => Number(id.slice(1)) || 0))}`;
}

function blankQuestion(id: string, kind: QuestionKind): SurveyQuestion {
  const asked = { id, text: {}, required: false };
  const few = (): SurveyText[] => Array.from({ length: CHOICES }, () => ({}));
  switch (kind) {
    case "choice": return { ...asked, kind, options: few() };
    case "several": return { ...asked, kind, options: few() };
    case "scale": return { ...asked, kind, from: 1, to: 5, low: {}, high: {} };
    case "matrix": return { ...asked, kind, rows: few(), columns: few() };
    case "text": return { ...asked, kind };
    case "dates": return { ...asked, kind };
  }
}

/** At the end. Answers with its id as well. */
export function added(draft: SurveyDraft, kind: QuestionKind): readonly [SurveyDraft, string] {
  const id = freshId(draft);
  return [{ ...draft, questions: [...draft.questions, blankQuestion(id, kind)] }, id];
}

export function changed(draft: SurveyDraft, question: SurveyQuestion): SurveyDraft {
  return { ...draft, questions: draft.questions.map((each) => (each.id === question.id ? question : each)) };
}

/** The copy follows what it is of, and counts in no score. */
export function duplicated(draft: SurveyDraft, id: string): readonly [SurveyDraft, string] {
  const copy = freshId(draft);
  return [{ ...draft, questions: draft.questions.flatMap((each) => (each.id === id ? [each, { ...each, id: copy }] : [each])) }, copy];
}

/** One place earlier (-1) or later (1); at the end it stays. */
export function moved(draft: SurveyDraft, id: string, by: -1 | 1): SurveyDraft {
  const from = draft.questions.findIndex((each) => each.id === id);
  const [one, other] = [draft.questions[from], draft.questions[from + by]];
  if (!one || !other) return draft;
  return { ...draft, questions: draft.questions.map((each) => (each === one ? other : each === other ? one : each)) };
}

/** What was asked only because of it is asked always; a score that lacks it is none. */
export function without(draft: SurveyDraft, id: string): SurveyDraft {
  const questions = draft.questions.filter((each) => each.id !== id).map((each) => (each.when?.question === id ? unconditional(each) : each));
  return { ...draft, questions, scores: draft.scores.filter((score) => !score.questions.includes(id)) };
}

export function unconditional(question: SurveyQuestion): SurveyQuestion {
  const { when: _when, ...rest } = question;
  return rest;
}

/** Where each one of a list is after a change to it; nothing where it is gone. */
export type Shift = (former: number) => number | undefined;
export const taken = (at: number): Shift => (former) => (former === at ? undefined : former > at ? former - 1 : former);
export const swapped = (a: number, b: number): Shift => (former) => (former === a ? b : former === b ? a : former);

/** The options of a question after one was taken out or two changed places; what depends on them follows. */
export function withOptions(draft: SurveyDraft, id: string, options: readonly SurveyText[], shift: Shift): SurveyDraft {
  const questions = draft.questions.map((each): SurveyQuestion => {
    if (each.id === id && (each.kind === "choice" || each.kind === "several")) return { ...each, options };
    if (each.when?.question !== id) return each;
    const anyOf = each.when.anyOf.map(shift).filter((at) => at !== undefined).sort((a, b) => a - b);
    return { ...each, when: { question: id, anyOf } };
  });
  return { ...draft, questions };
}

export function worded(text: SurveyText, language: string, words: string): SurveyText {
  const { [language]: _former, ...others } = text;
  return words === "" ? others : { ...others, [language]: words };
}

/** All that is said in a language is said no more. */
export function withoutLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  return { ...eachText(draft, (text) => worded(text, language, "")), languages: draft.languages.filter((tag) => tag !== language) };
}

/** A draft, or what a template brings along, with every text changed. */
export function eachText<D extends Pick<SurveyDraft, "title" | "introduction" | "questions" | "scores">>(draft: D, change: (text: SurveyText) => SurveyText): D {
  return {
    ...draft, title: change(draft.title), introduction: change(draft.introduction),
    questions: draft.questions.map((question) => eachOfQuestion(question, change)), scores: draft.scores.map((score) => ({ ...score, name: change(score.name) })),
  };
}

function eachOfQuestion(question: SurveyQuestion, change: (text: SurveyText) => SurveyText): SurveyQuestion {
  const asked = { text: change(question.text), ...(question.hint ? { hint: change(question.hint) } : {}) };
  switch (question.kind) {
    case "choice":
    case "several": return { ...question, ...asked, options: question.options.map(change) };
    case "scale": return { ...question, ...asked, low: change(question.low), high: change(question.high) };
    case "matrix": return { ...question, ...asked, rows: question.rows.map(change), columns: question.columns.map(change) };
    case "text":
    case "dates": return { ...question, ...asked };
  }
}
