/** Surveys as screens see them (survey/); docs/surveys.md says how they work and why they cannot be traced. */
import type { Id } from "./api.ts";

/** The same words in each of the survey's languages. */
export type SurveyText = Readonly<Record<string, string>>;

export type SurveyAudience =
  | { readonly who: "clients" }
  | { readonly who: "room"; readonly of: Id }
  | { readonly who: "practitioner"; readonly of: Id }
  | { readonly who: "public" };

export const QUESTION_KINDS = ["choice", "several", "scale", "matrix", "text", "dates"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Asked only if the answer to an earlier question (choice, several or scale) is one of these. */
export interface SurveyCondition {
  readonly question: string;
  readonly anyOf: readonly number[];
}

interface Asked {
  /** "q1", "q2", …: names it in answers and conditions. */
  readonly id: string;
  readonly text: SurveyText;
  readonly hint?: SurveyText;
  readonly required: boolean;
  readonly when?: SurveyCondition;
}
export interface ChoiceQuestion extends Asked { readonly kind: "choice"; readonly options: readonly SurveyText[] }
export interface SeveralQuestion extends Asked { readonly kind: "several"; readonly options: readonly SurveyText[] }
/** Whole numbers from `from` (0 or 1) to `to` (at most 10). */
export interface ScaleQuestion extends Asked { readonly kind: "scale"; readonly from: number; readonly to: number; readonly low: SurveyText; readonly high: SurveyText }
/** One of the columns for each row. */
export interface MatrixQuestion extends Asked { readonly kind: "matrix"; readonly rows: readonly SurveyText[]; readonly columns: readonly SurveyText[] }
export interface TextQuestion extends Asked { readonly kind: "text" }
/** A time from one day to another. */
export interface DatesQuestion extends Asked { readonly kind: "dates" }
export type SurveyQuestion = ChoiceQuestion | SeveralQuestion | ScaleQuestion | MatrixQuestion | TextQuestion | DatesQuestion;

/**
 * How some answers together make one figure:
 * "who5": WHO-5 Well-Being Index, five scale questions 0 to 5, sum times four (0 to 100);
 * "nps": one scale question 0 to 10: promoters (9, 10) less detractors (0 to 6), per cent;
 * "mean": the mean of scale questions of one range.
 */
export interface SurveyScore {
  readonly kind: "who5" | "nps" | "mean";
  readonly name: SurveyText;
  readonly questions: readonly string[];
}

export const SMALLEST_LEAST = 5;
export const SMALLEST_USUAL = 8;
export const SMALLEST_MOST = 1_000;

/** Most of what a definition may have; `text`, `owner` and `answer` in UTF-16 code units. */
export const SURVEY_LIMITS = { questions: 60, options: 20, rows: 12, columns: 20, text: 1_000, owner: 200, answer: 2_000 } as const;

/** What is frozen, and hashed into the key log. */
export interface SurveyDefinition {
  readonly v: 1;
  /** Of the texts; the first one stands in where a text lacks another. */
  readonly languages: readonly string[];
  readonly title: SurveyText;
  /** What it is for, in the owner's words. */
  readonly introduction: SurveyText;
  /** Who asks, as they call themselves. */
  readonly owner: string;
  readonly audience: SurveyAudience;
  /** First and last day, UTC, "2026-11-27". */
  readonly opens: string;
  readonly closes: string;
  readonly smallest: number;
  readonly release: "close" | "batches";
  /** Whether the owner may publish the results to everybody. */
  readonly publicResults: boolean;
  /** The age recipient of this survey alone. */
  readonly recipient: string;
  /** Rounds of one survey share this (hex, 16 bytes): their results are compared. */
  readonly series: Id;
  readonly questions: readonly SurveyQuestion[];
  readonly scores: readonly SurveyScore[];
}

/** What the owner writes; the core adds the version, the recipient and, where it is the first round, the series. */
export type SurveyDraft = Omit<SurveyDefinition, "v" | "recipient" | "series"> & { readonly series?: Id };

/**
 * What stands against freezing a draft. `field` is a field of the draft, or of a question
 * or score whose `question` (id) or `index` says which; within it `part` counts options, rows or columns.
 * Texts: `survey-problem-<why>`.
 */
export interface SurveyProblem {
  readonly field: "languages" | "title" | "introduction" | "owner" | "opens" | "closes" | "smallest" | "questions" | "scores"
    | "text" | "hint" | "options" | "scale" | "low" | "high" | "rows" | "columns" | "when" | "name" | "size";
  readonly question?: string;
  /** Of a score. */
  readonly index?: number;
  readonly part?: number;
  readonly why: "missing" | "long" | "few" | "many" | "order" | "past" | "far" | "range" | "unfit" | "large";
}

export type SurveyState = "coming" | "open" | "closed" | "too-few";

export type SurveyAnswer = number | readonly number[] | readonly (number | null)[] | string | readonly [from: string, to: string];
export type SurveyAnswers = Readonly<Record<string, SurveyAnswer>>;

/** A survey, as whoever may answer it sees it. */
export interface Survey {
  readonly id: Id;
  readonly definition: SurveyDefinition;
  readonly state: SurveyState;
  readonly hasResults: boolean;
}

/**
 * What became of one's own response. "waiting": sealed on this device, leaves at a random
 * moment until `by` (ms since 1970), while the app is open; "sent"; "withdrawn". Whether
 * another device of the account answered is known here only once this one sends:
 * "elsewhere". "late": the survey was closed before it left, so it is not counted.
 * "refused": the server takes it for no valid response.
 */
export type ResponseState =
  | { readonly state: "none" }
  | { readonly state: "begun" }
  | { readonly state: "waiting"; readonly by: number }
  | { readonly state: "sent" }
  | { readonly state: "withdrawn" }
  | { readonly state: "elsewhere" }
  | { readonly state: "late" }
  | { readonly state: "refused" };

export interface SurveyToAnswer extends Survey {
  readonly response: ResponseState;
  /**
   * Why it cannot be answered here although it is open: the key log does not have it as
   * it is ("survey_unlogged"), or the server signed no ballot ("survey_no_ballot").
   */
  readonly refused?: "survey_unlogged" | "survey_no_ballot";
  /** Somebody does not want to be reminded of it in this browser (putSurveyAway). */
  readonly putAway?: true;
}

/**
 * What the respondent can check of their response. "pending": not released yet. "too-few":
 * erased unread, with the survey or, where it releases batches, with what was left over.
 */
export type Counted = "pending" | "counted" | "missing" | "too-few" | "withdrawn";

/** What in a text may tell who wrote it; `at` and `length` in UTF-16 code units. Texts: `survey-tells-<why>`. */
export interface Telling { readonly at: number; readonly length: number; readonly why: "name" | "date" | "number" | "place" | "contact" | "rare" }

export interface OwnSurvey extends Survey {
  /** Rounded down to a multiple of the smallest number. */
  readonly answeredAbout: number;
  readonly batches: number;
  /** Whether this account has the key to read it: it is in the vault of who made it. */
  readonly readable: boolean;
}

/** A count, or nothing where it would tell too much: the screens say "fewer than 5", which it may be. */
export type Count = number | null;

/** With a 95 % interval of its share (Wilson), in per cent, where it is shown. */
export interface Cell {
  readonly count: Count;
  readonly interval?: readonly [low: number, high: number];
}
/** The lengths, in days, up to which a time is counted in a "dates" table; one cell more is for what is longer. */
export const DATES_UPTO = [7, 31, 92, 366] as const;
/**
 * The cells of a question by place: the options of choice and several, the values of a
 * scale, the columns of a matrix, the lengths of dates; then, except in several and
 * where an answer is required, those who were asked and gave none. In several the cells
 * overlap. Their words stand in the definition.
 */
export interface QuestionTable {
  readonly question: string;
  readonly kind: Exclude<QuestionKind, "text">;
  /** One for each row of a matrix; else one. `of`: how many were asked; null where that itself would tell too much. */
  readonly parts: readonly { readonly of: Count; readonly cells: readonly Cell[] }[];
  /** Of a scale, and only where all its cells are shown. */
  readonly mean?: { readonly value: number; readonly interval: readonly [low: number, high: number] };
}
/** By place in the definition's scores. */
export interface ScoreTable {
  readonly kind: SurveyScore["kind"];
  /** who5 rounded to whole points, mean to tenths, nps to whole points. Absent where it would tell too much. */
  readonly value?: number;
  readonly interval?: readonly [low: number, high: number];
  readonly of: Count;
}
export interface CrossTable {
  readonly rows: string;
  readonly columns: string;
  readonly of: Count;
  /** By cell of the two questions, in the order of their tables. */
  readonly counts: readonly (readonly Count[])[];
}

/**
 * The question that the others can be compared by (the first choice that everybody is
 * asked, or else the first scale that no score is made of), and those that can be. One
 * alone, so that no cell follows from three tables that cross each other, or from a score.
 */
export function crossable({ questions, scores }: SurveyDefinition): { readonly by: string; readonly others: readonly string[] } | undefined {
  const all = questions.filter(({ kind, when }) => when === undefined && (kind === "choice" || kind === "scale"));
  const by = all.find(({ kind }) => kind === "choice") ?? all.find(({ id }) => !scores.some((score) => score.questions.includes(id)));
  return by && all.length > 1 ? { by: by.id, others: all.filter((other) => other !== by).map(({ id }) => id) } : undefined;
}

/** What is made of the responses, small cells taken out. Also what is published. */
export interface SurveyResults {
  readonly v: 1;
  /** How many are counted; absent where there are fewer than the smallest number. */
  readonly answered?: number;
  readonly smallest: number;
  readonly tables: readonly QuestionTable[];
  readonly scores: readonly ScoreTable[];
}
export interface OwnResults extends SurveyResults {
  /** Released, and to be counted together with later ones (docs/surveys.md, "Blocks"). */
  readonly later: number;
  /** Free texts by question, shuffled; never beside other answers, and not published. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Responses that could not be read, or are no valid answer. */
  readonly spoilt: number;
  /** Earlier rounds, oldest first, as they were shown: of their tables those of the same questions, of their scores none. */
  readonly earlier: readonly { readonly id: Id; readonly closes: string; readonly results: SurveyResults }[];
}

export interface SurveyCore {
  /** What this account may answer, and what it answered; takes the ballots of those that are open. */
  surveysToAnswer(): Promise<readonly SurveyToAnswer[]>;
  /** A public one, by its link; without an account. */
  publicSurvey(id: Id): Promise<SurveyToAnswer>;
  /** Answers so far, kept on the device until the response is sent. */
  surveyBegun(id: Id): Promise<SurveyAnswers>;
  keepSurveyAnswers(id: Id, answers: SurveyAnswers): Promise<void>;
  /** What in a text may tell who wrote it. Nothing leaves the device. */
  tellings(text: string, language: string): Promise<readonly Telling[]>;
  /** Seals the response and has it leave later. Rejects with "survey_answers_invalid", "survey_closed". */
  answerSurvey(id: Id, answers: SurveyAnswers, language: string): Promise<ResponseState>;
  /** Rejects with "survey_no_response" where this device sent none, "survey_unlogged" where what the server shows is not what the key log says. */
  checkCounted(id: Id): Promise<Counted>;
  /** What became of one's own response, from this device alone: the server is asked nothing, so a screen may look as often as it likes. */
  surveyResponse(id: Id): Promise<ResponseState>;
  /** Before the close. */
  withdrawResponse(id: Id): Promise<void>;
  /** No reminder of it any more in this browser; it can be answered as before. Kept encrypted on the device, and told nobody. */
  putSurveyAway(id: Id): Promise<void>;

  /** Steward, practitioner. */
  ownSurveys(): Promise<readonly OwnSurvey[]>;
  /** Drafts, in the vault. */
  surveyDrafts(): Promise<readonly { readonly id: Id; readonly draft: SurveyDraft }[]>;
  keepSurveyDraft(id: Id, draft: SurveyDraft | undefined): Promise<void>;
  /** What stands against freezing it; empty where nothing does. */
  surveyProblems(draft: SurveyDraft): Promise<readonly SurveyProblem[]>;
  audienceLargeEnough(audience: SurveyAudience, smallest: number): Promise<boolean>;
  /** Freezes it; `id` is the draft's, so that a repeated call makes one survey. Rejects with "survey_audience_small", "survey_definition_invalid". */
  createSurvey(id: Id, draft: SurveyDraft): Promise<OwnSurvey>;
  closeSurvey(id: Id): Promise<OwnSurvey>;
  deleteSurvey(id: Id): Promise<void>;
  /** Reads what was released. */
  surveyResults(id: Id): Promise<OwnResults>;
  crossTable(id: Id, rows: string, columns: string): Promise<CrossTable | undefined>;
  publishResults(id: Id, publish: boolean): Promise<void>;
}
