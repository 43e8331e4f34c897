/**
 * The definition of a survey: read strictly, since whatever the server shows may be
 * hostile; a draft examined, so that a screen can say beside each field what is wrong;
 * and frozen into the one JSON that is hashed into the key log (docs/surveys.md). The
 * limits are those of internal/survey.
 */
import { utf8 } from "../bytes.ts";
import { CoreError } from "../errors.ts";
import { type Fields, isFields, isId, parse } from "../shape.ts";
import {
  QUESTION_KINDS, SMALLEST_LEAST, SURVEY_LIMITS, type ScaleQuestion, type SurveyCondition, type SurveyDefinition, type SurveyDraft, type SurveyProblem, type SurveyQuestion, type SurveyScore, type SurveyText,
} from "../survey_api.ts";

const DAY = 86_400_000;
/** Bytes. */
const MOST_SIZE = 65_536;
const MOST_SMALLEST = 1_000;
const MOST_SCORES = 10;
const LEAST_OPTIONS = 2;
const LONGEST_DAYS = 366;
const LANGUAGES: readonly string[] = ["ar", "de", "en", "es", "fr"];

// ---- reading -----------------------------------------------------------------

/** What the server shows as a definition; undefined where it is none. */
export function readDefinition(bytes: Uint8Array): SurveyDefinition | undefined {
  if (bytes.length > MOST_SIZE) return undefined;
  try {
    const value = parse(bytes);
    return isDefinition(value) && problemsIn(value).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

/** Whether these fields are there and as they must be, those after `maybe` where they are there, and no others. */
function has(value: unknown, fields: Readonly<Record<string, Check>>, maybe: Readonly<Record<string, Check>> = {}): value is Fields {
  return isFields(value)
    && Object.entries(fields).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]))
    && Object.keys(value).every((name) => Object.hasOwn(fields, name) || (Object.hasOwn(maybe, name) && maybe[name]!(value[name])));
}

const isString: Check = (value) => typeof value === "string";
const isWhole: Check = (value) => Number.isSafeInteger(value);
const isBoolean: Check = (value) => typeof value === "boolean";
const oneOf = (...all: readonly unknown[]): Check => (value) => all.includes(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const isWords: Check = (value) => isFields(value) && Object.entries(value).every(([language, text]) => LANGUAGES.includes(language) && isString(text));
const isAudience: Check = (value) => has(value, { who: oneOf("clients", "public") }) || has(value, { who: oneOf("room", "practitioner"), of: isId });
const isCondition: Check = (value) => has(value, { question: isString, anyOf: listOf(isWhole) });
const isRecipient: Check = (value) => typeof value === "string" && /^age1pq1[02-9ac-hj-np-z]{1900,2100}$/.test(value);

const PARTS: Readonly<Record<SurveyQuestion["kind"], Readonly<Record<string, Check>>>> = {
  choice: { options: listOf(isWords) },
  several: { options: listOf(isWords) },
  scale: { from: isWhole, to: isWhole, low: isWords, high: isWords },
  matrix: { rows: listOf(isWords), columns: listOf(isWords) },
  text: {},
  dates: {},
};

function isQuestion(value: unknown): boolean {
  const kind = isFields(value) && QUESTION_KINDS.find((known) => known === value["kind"]);
  return kind !== false && kind !== undefined
    && has(value, { id: isString, kind: isString, text: isWords, required: isBoolean, ...PARTS[kind] }, { hint: isWords, when: isCondition });
}

function isDefinition(value: unknown): value is SurveyDefinition & Fields {
  return has(value, {
    v: oneOf(1), languages: listOf(isString), title: isWords, introduction: isWords, owner: isString, audience: isAudience,
    opens: isDay, closes: isDay, smallest: isWhole, release: oneOf("close", "batches"), publicResults: isBoolean, recipient: isRecipient, series: isId,
    questions: listOf(isQuestion), scores: listOf((score) => has(score, { kind: oneOf("who5", "nps", "mean"), name: isWords, questions: listOf(isString) })),
  });
}

/** Whether it is a day of the calendar, "2026-11-27". */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

// ---- examining ---------------------------------------------------------------

type Draft = Omit<SurveyDraft, "series">;

/** What stands against freezing a draft at this time (ms since 1970). */
export function problemsOf(draft: SurveyDraft, now: number): readonly SurveyProblem[] {
  const problems = [...problemsIn(draft)];
  if (isDay(draft.closes) && Date.parse(draft.closes) + DAY <= now) problems.push({ field: "closes", why: "past" });
  // The recipient is not in it yet.
  if (utf8(JSON.stringify(draft)).length > MOST_SIZE - 2_400) problems.push({ field: "size", why: "large" });
  return problems;
}

function problemsIn(draft: Draft): readonly SurveyProblem[] {
  return [...problemsOfWhole(draft), ...draft.questions.flatMap((question, i) => problemsOfQuestion(draft, question, i)), ...draft.scores.flatMap((score, i) => problemsOfScore(draft, score, i))];
}

type Why = SurveyProblem["why"];
type Found = readonly SurveyProblem[];
const NONE: Found = [];
const when = (wrong: boolean, problem: SurveyProblem): Found => (wrong ? [problem] : NONE);
const counted = (count: number, least: number, most: number): Why | undefined => (count < least ? "few" : count > most ? "many" : undefined);
const lengthOf = (text: string): number => [...text].length;

/** What is wrong with a text: it must be there in the first language, and short enough in each, which must be one of the survey's. */
function wrongText({ languages: [first = ""], languages }: Draft, text: SurveyText): Why | undefined {
  if ((text[first] ?? "").trim() === "") return "missing";
  const spoken = Object.entries(text);
  if (spoken.some(([language]) => !languages.includes(language))) return "unfit";
  return spoken.some(([, words]) => lengthOf(words) > SURVEY_LIMITS.text) ? "long" : undefined;
}

type Place = Omit<SurveyProblem, "why">;
const at = (place: Place, why: Why | undefined): Found => (why ? [{ ...place, why }] : NONE);

function problemsOfWhole(draft: Draft): Found {
  const { languages, opens, closes, smallest, owner, questions, scores } = draft;
  const days = isDay(opens) && isDay(closes) ? (Date.parse(closes) - Date.parse(opens)) / DAY : undefined;
  return [
    ...at({ field: "languages" }, languages.length === 0 ? "missing" : new Set(languages).size === languages.length && languages.every((each) => LANGUAGES.includes(each)) ? undefined : "unfit"),
    ...at({ field: "title" }, wrongText(draft, draft.title)),
    ...at({ field: "introduction" }, wrongText(draft, draft.introduction)),
    ...at({ field: "owner" }, owner.trim() === "" ? "missing" : lengthOf(owner) > SURVEY_LIMITS.owner ? "long" : undefined),
    ...when(!isDay(opens), { field: "opens", why: "missing" }),
    ...when(!isDay(closes), { field: "closes", why: "missing" }),
    ...at({ field: "closes" }, days === undefined ? undefined : days < 0 ? "order" : days > LONGEST_DAYS ? "far" : undefined),
    ...when(!Number.isSafeInteger(smallest) || smallest < SMALLEST_LEAST || smallest > MOST_SMALLEST, { field: "smallest", why: "range" }),
    ...at({ field: "questions" }, counted(questions.length, 1, SURVEY_LIMITS.questions)),
    ...when(questions.some(({ id }, i) => !/^q[1-9]\d{0,2}$/.test(id) || questions.findIndex((other) => other.id === id) !== i), { field: "questions", why: "unfit" }),
    ...when(scores.length > MOST_SCORES, { field: "scores", why: "many" }),
  ];
}

function problemsOfQuestion(draft: Draft, question: SurveyQuestion, index: number): Found {
  const of = (field: SurveyProblem["field"], part?: number): Place => ({ field, question: question.id, ...(part === undefined ? {} : { part }) });
  const texts = (field: SurveyProblem["field"], all: readonly SurveyText[], least: number, most: number): Found =>
    [...at(of(field), counted(all.length, least, most)), ...all.flatMap((text, i) => at(of(field, i), wrongText(draft, text)))];
  const common = [
    ...at(of("text"), wrongText(draft, question.text)),
    ...(question.hint ? at(of("hint"), wrongText(draft, question.hint)) : NONE),
    ...when(question.when !== undefined && !isPossible(question.when, draft.questions.slice(0, index)), { ...of("when"), why: "unfit" }),
  ];
  switch (question.kind) {
    case "choice":
    case "several": return [...common, ...texts("options", question.options, LEAST_OPTIONS, SURVEY_LIMITS.options)];
    case "scale": return [...common, ...when(!isScale(question), { ...of("scale"), why: "range" }), ...at(of("low"), wrongText(draft, question.low)), ...at(of("high"), wrongText(draft, question.high))];
    case "matrix": return [...common, ...texts("rows", question.rows, 1, SURVEY_LIMITS.rows), ...texts("columns", question.columns, LEAST_OPTIONS, SURVEY_LIMITS.columns)];
    case "text":
    case "dates": return common;
  }
}

const isScale = ({ from, to }: ScaleQuestion): boolean => (from === 0 || from === 1) && Number.isSafeInteger(to) && to > from && to <= 10;

/** Whether an earlier question can be answered so: each possible answer once, ascending. */
function isPossible({ question, anyOf }: SurveyCondition, earlier: readonly SurveyQuestion[]): boolean {
  const asked = earlier.find(({ id }) => id === question);
  const within = asked && rangeOf(asked);
  return within !== undefined && anyOf.length > 0 && anyOf.every((value, i) => value >= within.from && value <= within.to && (i === 0 || value > anyOf[i - 1]!));
}

/** From which to which whole number a choice, one of several, or a scale is answered. */
export function rangeOf(question: SurveyQuestion): { readonly from: number; readonly to: number } | undefined {
  switch (question.kind) {
    case "choice":
    case "several": return { from: 0, to: question.options.length - 1 };
    case "scale": return question;
    default: return undefined;
  }
}

function problemsOfScore(draft: Draft, score: SurveyScore, index: number): Found {
  const place = (field: SurveyProblem["field"]): Place => ({ field, index });
  return [...at(place("name"), wrongText(draft, score.name)), ...when(!fits(score, draft.questions), { ...place("scores"), why: "unfit" })];
}

function fits({ kind, questions }: SurveyScore, all: readonly SurveyQuestion[]): boolean {
  const scales = questions.map((id) => all.find((question) => question.id === id)).filter((question) => question?.kind === "scale");
  const [first] = scales;
  if (!first || scales.length !== questions.length || new Set(questions).size !== questions.length) return false;
  const ranged = (from: number, to: number): boolean => scales.every((scale) => scale.from === from && scale.to === to);
  switch (kind) {
    case "who5": return scales.length === 5 && ranged(0, 5);
    case "nps": return scales.length === 1 && ranged(0, 10);
    case "mean": return ranged(first.from, first.to);
  }
}

// ---- freezing ----------------------------------------------------------------

/**
 * The definition that a draft becomes, as UTF-8 JSON with sorted keys and without what is
 * empty: the same draft, recipient and series give the same bytes. Throws
 * "survey_definition_invalid".
 */
export function freeze({ series: _of, ...draft }: SurveyDraft, recipient: string, series: string): Uint8Array {
  const bytes = utf8(JSON.stringify(canonical({ ...draft, v: 1, recipient, series })));
  if (!readDefinition(bytes)) throw new CoreError("survey_definition_invalid");
  return bytes;
}

/** Keys sorted as RFC 8785 does; empty texts, hints without any, and what is undefined left out. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).map(([name, each]) => [name, canonical(each)] as const)
    .filter(([name, each]) => each !== undefined && !(LANGUAGES.includes(name) && each === "") && !(name === "hint" && isFields(each) && Object.keys(each).length === 0));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** When a survey is over, ms since 1970: at the end of its last day, UTC. */
export const endOf = ({ closes }: Pick<SurveyDefinition, "closes">): number => Date.parse(closes) + DAY;
