/**
 * A live session as it is shown, by the clock of the device that shows it.
 *
 * A moment that another device told is taken at this device's own time of
 * hearing it, when it was here to hear it (`heard`); the other clock counts only
 * for what happened while it was away. So a wrong clock moves no end.
 */
import type { Id, LiveKept, LiveSession } from "../api.ts";
import type { LiveFacts, Moment } from "./live.ts";

const MINUTE = 60_000;
/** How long a proposal waits for the other side. */
export const LIVE_WAITS = 10 * MINUTE;
/** How long after its agreed end a session that nobody ended is over. */
export const LIVE_OVERTIME = 30 * MINUTE;
/** How long after it is over the closing ritual is offered by itself. */
export const LIVE_CLOSING = 2 * 60 * MINUTE;

export interface LiveNow {
  readonly session: LiveSession;
  /** When it will be shown otherwise by the clock alone. */
  readonly until: number;
}

/** When a moment was, by this device's clock. */
export type Heard = (id: Id) => number | undefined;

/** The newest session, while there is something to do about it. */
export function liveNow(sessions: readonly LiveFacts[], me: Id, heard: Heard, peerHere: boolean, now: number): LiveNow | undefined {
  const last = sessions.at(-1);
  if (!last || last.followed) return undefined;
  const when = (moment: Moment): number => heard(moment.id) ?? Math.min(moment.at, now);
  const shown = (state: LiveSession["state"], until: number, end: number, beganAt?: number): LiveNow | undefined =>
    now >= until ? undefined : { until, session: { ...factsOf(last, me), state, end, peerHere, ...(beganAt === undefined ? {} : { beganAt }) } };
  if (!last.began) {
    const lapses = when(last.started) + LIVE_WAITS;
    return last.ended ? undefined : shown("proposed", lapses, lapses);
  }
  const beganAt = when(last.began);
  const end = beganAt + last.minutes * MINUTE;
  const on = last.ended ? undefined : shown("on", end + LIVE_OVERTIME, end, beganAt);
  if (on || last.words[me] !== undefined) return on;
  const over = last.ended ? when(last.ended) : end;
  return shown("closing", over + LIVE_CLOSING, over, beganAt);
}

function factsOf(facts: LiveFacts, me: Id): Omit<LiveSession, "state" | "end" | "peerHere" | "beganAt"> {
  const { id, seq, minutes, ask, by } = facts;
  return { id, seq, minutes, mine: by === me, ...(ask ? { ask: { id: ask.id, mine: ask.by === me, minutes: ask.minutes } } : {}) };
}

/** What was kept for next time, newest first. */
export function keptWords(sessions: readonly LiveFacts[], me: Id): readonly LiveKept[] {
  return sessions
    .flatMap((each): LiveKept[] => {
      const mine = each.words[me] ?? "";
      const theirs = Object.entries(each.words).find(([by]) => by !== me)?.[1] ?? "";
      return mine === "" && theirs === "" ? [] : [{ session: each.id, at: each.began?.at ?? each.started.at, mine, theirs }];
    })
    .reverse();
}
