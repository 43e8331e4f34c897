/** What is said of a room in more than one place. */
import type { RoomFace } from "../../core/api.ts";
import { durationText, listText, t } from "../i18n.ts";

/** "Mara Lindqvist and Joseph Adeyemi", who lead it. */
export const namesOf = ({ moderators }: RoomFace): string => listText(moderators.map(({ displayName }) => displayName));

/** For how long what is said is kept. */
export const keptWords = ({ days }: RoomFace): string => (days === 0 ? t("room-known-kept-session") : t("room-known-kept-text", { time: durationText(days, "day") }));
