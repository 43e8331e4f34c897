/** Times of the week in words, where the moderator who set them is. */
import type { RoomSession } from "../../../core/api.ts";
import { language, t } from "../../i18n.ts";

const MINUTE = 60_000;
/** A Sunday, so that weekdays can be named by adding days. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

const format = (options: Intl.DateTimeFormatOptions, at: number): string => new Intl.DateTimeFormat(language.value, { ...options, timeZone: "UTC" }).format(at);

/** From Sunday on. */
export const weekdays = (): readonly string[] => Array.from({ length: 7 }, (_, day) => format({ weekday: "long" }, SUNDAY + day * DAY));

export const startText = (start: number): string => format({ hour: "2-digit", minute: "2-digit" }, SUNDAY + start * MINUTE);

/** "Monday, 19:00 to 20:00" */
export const sessionText = ({ weekday, start, minutes }: RoomSession): string =>
  t("lead-session", { day: weekdays()[weekday] ?? "", from: startText(start), to: startText((start + minutes) % 1_440) });
