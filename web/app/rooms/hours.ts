/**
 * When a room meets, by the clock of who reads it: a session is told in its own
 * time zone, which may change its hour twice a year when the reader's does not.
 */
import type { RoomSession } from "../../core/api.ts";

const MINUTE = 60_000;
const DAYS_A_WEEK = 7;

export interface Meeting {
  readonly start: number;
  readonly end: number;
}

/** How far the clocks of a time zone are ahead of UTC at a moment. */
function offsetOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) - Math.floor(at / MINUTE) * MINUTE;
}

/** The moment at which clocks there show this, told as if it were UTC. */
function momentOf(zone: string, shown: number): number {
  const nearly = shown - offsetOf(zone, shown);
  return shown - offsetOf(zone, nearly);
}

/** The one that is on, or else the next. */
function meetingOf({ weekday, start, minutes, zone }: RoomSession, now: number): Meeting | undefined {
  const today = Math.floor((now + offsetOf(zone, now)) / (24 * 60 * MINUTE));
  for (let day = today - 1; day <= today + DAYS_A_WEEK; day++) {
    const midnight = day * 24 * 60 * MINUTE;
    if (new Date(midnight).getUTCDay() !== weekday) continue;
    const begins = momentOf(zone, midnight + start * MINUTE);
    if (begins + minutes * MINUTE > now) return { start: begins, end: begins + minutes * MINUTE };
  }
  return undefined;
}

/** All sessions as they come next, soonest first; those whose time zone this browser does not know are left out. */
export function meetingsOf(sessions: readonly RoomSession[], now: number): readonly Meeting[] {
  return sessions.flatMap((session) => {
    try {
      return meetingOf(session, now) ?? [];
    } catch {
      return [];
    }
  }).sort((a, b) => a.start - b.start);
}
