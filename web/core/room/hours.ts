/** When a room meets: times of the week in a time zone, of which there is one more or one less when clocks change. */
import type { RoomHours, RoomSession } from "../api.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Whether a room is open now, until when, and when it will be next; undefined for one that always is. */
export function hoursOf(sessions: readonly RoomSession[], now: number): RoomHours | undefined {
  if (sessions.length === 0) return undefined;
  const meetings = sessions.flatMap((session) => meetingsOf(session, now)).sort((a, b) => a.from - b.from);
  const on = meetings.filter(({ from, until }) => from <= now && now < until);
  const next = meetings.find(({ from }) => from > now);
  return {
    open: on.length > 0,
    ...(on.length > 0 ? { until: Math.max(...on.map(({ until }) => until)) } : {}),
    ...(next ? { next: next.from } : {}),
  };
}

/** Those of the last and the next days, in the session's own zone. */
function meetingsOf({ weekday, start, minutes, zone }: RoomSession, now: number): readonly { readonly from: number; readonly until: number }[] {
  const today = Math.floor(localTime(now, zone) / DAY);
  // The first day of 1970 was a Thursday.
  return Array.from({ length: 11 }, (_, i) => today - 2 + i).filter((day) => (day + 4) % 7 === weekday).map((day) => {
    const from = instantOf(day * DAY + start * MINUTE, zone);
    return { from, until: from + minutes * MINUTE };
  });
}

/** What clocks in a zone show, as if it were UTC; of an unknown zone UTC itself. */
function localTime(at: number, zone: string): number {
  const part = partsIn(zone).formatToParts(at);
  const [year, month, day, hour, minute, second] = ["year", "month", "day", "hour", "minute", "second"].map((type) => Number(part.find((each) => each.type === type)?.value ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function partsIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  const made = (() => {
    try {
      return new Intl.DateTimeFormat("en", { ...fields, timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat("en", { ...fields, timeZone: "UTC" });
    }
  })();
  formats.set(zone, made);
  return made;
}

/** When clocks in a zone show this: twice corrected, for the day on which they change. */
function instantOf(local: number, zone: string): number {
  const first = local - (localTime(local, zone) - local);
  return local - (localTime(first, zone) - first);
}
