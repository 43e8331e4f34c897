/** Steward: what runs from the moment of knowing, with what is left of it; late is said as late. */
import { type Breach, type Clock, clocksOf, type PublishedNotice } from "../../core/api.ts";
import { middleOf } from "../../core/days_api.ts";
import { dateText, durationText, t, timeText } from "../i18n.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours where there are few, days otherwise; rounded down, so that nobody believes to have more. */
const spanText = (ms: number): string => (ms < 4 * DAY ? durationText(Math.floor(ms / HOUR), "hour") : durationText(Math.floor(ms / DAY), "day"));

export const whenText = (at: number): string => `${dateText(at)}, ${timeText(at)}`;

/** When those affected were told first. */
export const toldAt = (notices: readonly PublishedNotice[]): number => Math.min(...notices.filter(({ withdrawn }) => !withdrawn).map(({ at }) => middleOf(at)), Infinity);

export function clocks(breach: Breach, notices: readonly PublishedNotice[]): readonly Clock[] {
  const first = toldAt(notices);
  // Notices have a day, not a time; it counts as begun when the practice knew.
  return clocksOf(breach, first === Infinity ? 0 : Math.max(first, breach.awareAt), Date.now());
}

/** Of notices to people only the day is known, of what a steward entered also the time. */
const doneText = (name: Clock["name"], at: number): string => (name === "people" || name === "hipaa" ? dateText(at) : whenText(at));

export function clockText({ name, until, doneAt, late }: Clock): string {
  if (doneAt !== undefined) return late > 0 ? t("breach-clock-done-late", { date: doneText(name, doneAt), span: spanText(late) }) : t("breach-clock-done", { date: doneText(name, doneAt) });
  if (until === undefined) return t("breach-clock-now");
  return late > 0 ? t("breach-clock-late", { date: whenText(until), span: spanText(late) }) : t("breach-clock-left", { date: whenText(until), span: spanText(until - Date.now()) });
}

export function Clocks({ breach, notices }: { readonly breach: Breach; readonly notices: readonly PublishedNotice[] }) {
  const all = clocks(breach, notices);
  return <section class="card part" aria-labelledby="breach-clocks">
    <h2 id="breach-clocks" class="h3">{t("breach-clocks")}</h2>
    <dl class="facts">{all.map((clock) => <div key={clock.name}>
      <dt>{t(`breach-clock-${clock.name}`)}</dt>
      <dd class={clock.late > 0 && clock.doneAt === undefined ? "breach-late" : undefined}>{clockText(clock)}</dd>
    </div>)}</dl>
    {all.some(({ name, late }) => name === "authority" && late > 0) && breach.lateReason.trim() === "" && <p class="notice notice-clay">{t("breach-late-ask")}</p>}
    <p class="quiet">{t("breach-clocks-text")}</p>
  </section>;
}
