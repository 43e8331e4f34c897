/** What somebody who asks to be let in has written so far, by room. */
import { type Id, MAX_ROOM_TEXT, type RoomFace, type RoomKnock } from "../../core/api.ts";
import { draftOf } from "../drafts.ts";

export interface Asking extends RoomKnock {
  /** They know who reads it. */
  readonly known: boolean;
}

const drafts = draftOf<Readonly<Record<Id, Asking>>>();
const NOTHING: Asking = { name: "", answers: [], known: false };

export const askingIn = (room: Id): Asking => drafts.value?.[room] ?? NOTHING;

export function writeAsking(room: Id, changed: Partial<Asking>): void {
  drafts.value = { ...drafts.value, [room]: { ...askingIn(room), ...changed } };
}

export function forgetAsking(room: Id): void {
  const { [room]: _, ...others } = drafts.value ?? {};
  drafts.value = Object.keys(others).length > 0 ? others : undefined;
}

/** Refuses what cannot be sent yet, with the codes of the core where it would refuse. */
export function checkAsking(face: RoomFace, { answers, known }: Asking): void {
  checkAnswers(face, answers);
  if (face.questions.length > 0 && !known) throw { code: "room_readers_unknown" };
}

export function checkAnswers({ questions }: RoomFace, answers: readonly string[]): void {
  if (questions.some(({ required }, i) => isMissing(required, answers[i]))) throw { code: "room_answer_missing" };
  if (answers.some(isTooLong)) throw { code: "room_answer_too_long" };
}

/** A refusal is told beside the answer that it is about. */
export const answerCodes = (required: boolean, answer: string | undefined): readonly string[] =>
  [isMissing(required, answer) && "room_answer_missing", isTooLong(answer) && "room_answer_too_long"].filter((code) => code !== false);

const isMissing = (required: boolean, answer = ""): boolean => required && answer.trim() === "";
const isTooLong = (answer = ""): boolean => answer.length > MAX_ROOM_TEXT.answer;
