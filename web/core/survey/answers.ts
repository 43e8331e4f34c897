/**
 * What is a valid answer to a definition. Which questions are asked follows from the
 * answers to earlier ones; what was answered to a question that is not asked in the end
 * is dropped before sealing, and makes a response invalid for whoever reads it.
 */
import { fromUtf8, utf8 } from "../bytes.ts";
import { type Fields, isFields } from "../shape.ts";
import { SURVEY_LIMITS, type SurveyAnswer, type SurveyAnswers, type SurveyDefinition, type SurveyQuestion } from "../survey_api.ts";
import { isDay, rangeOf } from "./definition.ts";

/** The questions that are asked of who answers so, in order. */
export function askedOf({ questions }: Pick<SurveyDefinition, "questions">, answers: Fields): readonly SurveyQuestion[] {
  const asked: SurveyQuestion[] = [];
  for (const question of questions) {
    const { when } = question;
    if (!when) asked.push(question);
    else if (asked.some(({ id }) => id === when.question) && [answers[when.question]].flat().some((value) => when.anyOf.includes(value as number))) asked.push(question);
  }
  return asked;
}

/** The answers to what is asked, without empty ones. */
export function toBeSealed(definition: SurveyDefinition, answers: SurveyAnswers): SurveyAnswers {
  const kept = askedOf(definition, answers).flatMap(({ id }): readonly (readonly [string, SurveyAnswer])[] => {
    const answer = answers[id];
    return answer === undefined || isEmpty(answer) ? [] : [[id, answer]];
  });
  return Object.fromEntries(kept);
}

const isEmpty = (answer: SurveyAnswer): boolean => (typeof answer === "string" ? answer.trim() === "" : Array.isArray(answer) && answer.every((each) => each === null));

/** Answers that answer nothing but what is asked, all that is required of it, and each as it can be answered. */
export function isValid(definition: SurveyDefinition, answers: unknown): answers is SurveyAnswers {
  if (!isFields(answers)) return false;
  const asked = askedOf(definition, answers);
  return Object.keys(answers).every((id) => asked.some((question) => question.id === id))
    && asked.every((question) => (Object.hasOwn(answers, question.id) ? isAnswer(question, answers[question.id]) : !question.required));
}

const isIndex = (value: unknown, from: number, to: number): value is number => Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to;

function isAnswer(question: SurveyQuestion, value: unknown): boolean {
  const { from = 0, to = 0 } = rangeOf(question) ?? {};
  switch (question.kind) {
    case "choice":
    case "scale": return isIndex(value, from, to);
    case "several": return Array.isArray(value) && value.length > 0 && value.every((each, i) => isIndex(each, from, to) && (i === 0 || each > value[i - 1]));
    case "matrix": return Array.isArray(value) && value.length === question.rows.length
      && value.every((each) => (each === null ? !question.required : isIndex(each, 0, question.columns.length - 1))) && value.some((each) => each !== null);
    case "text": return typeof value === "string" && value.trim() !== "" && [...value].length <= SURVEY_LIMITS.answer;
    case "dates": return isPeriod(value);
  }
}

function isPeriod(value: unknown): boolean {
  const [from, to, ...more]: readonly unknown[] = Array.isArray(value) ? value : [];
  return isDay(from) && isDay(to) && from <= to && more.length === 0;
}

/** What is sealed (docs/surveys.md, "The response"). `survey` in hex. */
export function writeResponse(survey: string, language: string, answers: SurveyAnswers): Uint8Array {
  return utf8(JSON.stringify({ v: 1, survey, language, answers }));
}

/** The answers in what was sealed to this survey; undefined where they are no valid ones. */
export function readResponse(survey: string, definition: SurveyDefinition, content: Uint8Array): SurveyAnswers | undefined {
  try {
    const value: unknown = JSON.parse(fromUtf8(content));
    const whole = isFields(value) && Object.keys(value).length === 4 && value["v"] === 1 && value["survey"] === survey && definition.languages.includes(value["language"] as string);
    return whole && isValid(definition, value["answers"]) ? value["answers"] : undefined;
  } catch {
    return undefined;
  }
}
