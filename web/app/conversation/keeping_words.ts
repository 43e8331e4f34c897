/** How long words are kept, in words. */
import { durationText, t } from "../i18n.ts";

/** "30 days", or that there is no end. */
export const keptFor = (days: number): string => (days === 0 ? t("keeping-without-end") : durationText(days, "day"));

/** "1 hour", "7 days", or that nothing disappears. */
export function disappearsAfter(seconds: number): string {
  if (seconds === 0) return t("disappear-off");
  return seconds < 86_400 ? durationText(seconds / 3_600, "hour") : durationText(seconds / 86_400, "day");
}
