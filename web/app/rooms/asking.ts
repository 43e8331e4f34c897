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
export function checkAsking({ questions }: RoomFace, { answers, known }: Asking): void {
  if (questions.some((_, i) => isMissing(questions[i]?.required, answers[i]))) throw { code: "room_answer_missing" };
  if (answers.some(isTooLong)) throw { code: "room_answer_too_long" };
  if (questions.length > 0 && !known) throw { code: "room_readers_unknown" };
}

export const isMissing = (required = false, answer = ""): boolean => required && answer.trim() === "";
export const isTooLong = (answer = ""): boolean => answer.length > MAX_ROOM_TEXT.answer;
