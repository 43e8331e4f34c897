/** What is told of a room before it is there, as it is typed; what a new one begins with. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { MAX_ROOM_DAYS, type NewRoom, type RoomQuestion, type RoomTold } from "../../../core/api.ts";
import { durationText, LANGUAGES, language, type Language, t } from "../../i18n.ts";
import { TEXTS } from "./texts.ts";

export const DAYS = [0, 1, 2, 3, 7, 14, 21, 30, 60, MAX_ROOM_DAYS] as const;
const FIRST_DAYS = 7;
/** As many as one person can listen to. */
const FIRST_CAPACITY = 30;
/** 0 for no longer than the session. */
export const daysText = (days: number): string => (days === 0 ? t("lead-days-none") : durationText(days, "day"));
/** As many as the core takes. */
export const MOST_QUESTIONS = 12;

/** Suggested for the intake card; texts: `lead-question-<name>`. What helps in a crisis has to be known before one comes. */
const SUGGESTED = ["brings", "medical", "helps", "contact"] as const;
const REQUIRED: readonly string[] = ["helps"];

/** In the language of the room, whose members read them: of those that Alcove does not speak, in the one shown. */
export async function suggestedQuestions(roomLanguage: string): Promise<readonly RoomQuestion[]> {
  const tag = roomLanguage.split("-")[0] ?? "";
  const spoken = Object.hasOwn(LANGUAGES, tag) ? (tag as Language) : language.value;
  const bundle = new FluentBundle(spoken);
  for (const text of (await TEXTS[spoken]()).default) bundle.addResource(new FluentResource(text));
  return SUGGESTED.map((name) => ({ label: bundle.getMessage(`lead-question-${name}`)?.value as string, required: REQUIRED.includes(name) }));
}

export async function firstText(): Promise<NewRoom> {
  return { title: "", purpose: "", rules: "", language: language.value, days: FIRST_DAYS, capacity: FIRST_CAPACITY, questions: await suggestedQuestions(language.value), listed: false };
}

/** Questions that are still as they were suggested follow the room's language; undefined where they are somebody's own. */
export async function questionsIn({ questions, language: before }: RoomTold, next: string): Promise<readonly RoomQuestion[] | undefined> {
  return same(questions, await suggestedQuestions(before)) ? suggestedQuestions(next) : undefined;
}

const same = (a: readonly RoomQuestion[], b: readonly RoomQuestion[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Without what surrounds the words, and without questions that ask nothing. */
export function trimmed<T extends RoomTold>(room: T): T {
  const questions = room.questions.map(({ label, required }) => ({ label: label.trim(), required })).filter(({ label }) => label !== "");
  return { ...room, title: room.title.trim(), purpose: room.purpose.trim(), rules: room.rules.trim(), questions };
}

/** Refuses what nobody could find again. */
export function checkText({ title }: RoomTold): void {
  if (title.trim() === "") throw { code: "lead_title_missing" };
}
