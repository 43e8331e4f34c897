/** What is said of a room in more than one place. */
import type { RoomFace } from "../../core/api.ts";
import { durationText, listText } from "../i18n.ts";

/** "Mara Lindqvist and Joseph Adeyemi", who lead it. */
export const namesOf = ({ moderators }: RoomFace): string => listText(moderators.map(({ displayName }) => displayName));

/** "7 days" */
export const keptIn = ({ days }: RoomFace): string => durationText(days, "day");
