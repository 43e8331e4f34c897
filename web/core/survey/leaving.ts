/**
 * When a response leaves. That one was answered and one arrives are not to be seen in one
 * moment, so it waits: an exponential delay, whose end nobody can tell from how long it
 * lasted already. What is due while the app is closed leaves soon after the next start.
 *
 * A response is sent as the same bytes until the server took or refused it: sent again,
 * it is still counted once.
 */
import { hasCode } from "../errors.ts";

const MINUTE = 60_000;

/** How long a response may wait: on average and at most, ms. */
export interface Wait {
  readonly mean: number;
  readonly most: number;
}

/** After it was answered. */
export const ANSWERED: Wait = { mean: 10 * MINUTE, most: 60 * MINUTE };
/** After a start at which it was overdue. */
export const OVERDUE: Wait = { mean: MINUTE / 2, most: 2 * MINUTE };
/** Of a public survey: nobody was known when its ballot was taken, and few keep such a page open. */
export const PUBLIC: Wait = { mean: MINUTE / 4, most: MINUTE };
/** So long before the close it leaves at the latest, so that there is time to try again. */
const MARGIN = 5 * MINUTE;
const RETRY = { first: MINUTE / 2, most: 10 * MINUTE } as const;

/** An exponential delay, ms; `chance` is uniform in [0, 1). Its tail beyond the longest is spread over what is before it. */
export function delayOf({ mean, most }: Wait, chance: number): number {
  return most <= 0 ? 0 : -mean * Math.log1p(-chance * (1 - Math.exp(-most / mean)));
}

/** How long it may wait where the survey ends then (ms since 1970). */
export const waitBefore = (wait: Wait, end: number, now: number): Wait => ({ ...wait, most: Math.max(0, Math.min(wait.most, end - MARGIN - now)) });

export interface Leaving {
  /** Has it sent at `due` (ms since 1970); a second time for the same key changes nothing. */
  schedule(key: string, due: number, work: Work): void;
  cancel(key: string): void;
  stop(): void;
}

/** `refused` is told of what another attempt would not change; anything else is tried again. */
export interface Work {
  readonly send: () => Promise<void>;
  readonly refused: (code: Refusal) => Promise<void>;
}

export const REFUSALS = ["survey_closed", "survey_ballot_used", "survey_ballot_invalid", "survey_not_found", "survey_carries_session"] as const;
export type Refusal = (typeof REFUSALS)[number];

export function createLeaving({ now, chance }: { readonly now: () => number; readonly chance: () => number }): Leaving {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  async function attempt(key: string, work: Work, failures: number): Promise<void> {
    try {
      await work.send();
    } catch (error) {
      const refusal = REFUSALS.find((code) => hasCode(error, code));
      if (!refusal) return again(key, work, failures + 1);
      waiting.delete(key);
      return work.refused(refusal);
    }
    waiting.delete(key);
  }

  function again(key: string, work: Work, failures: number): void {
    if (!waiting.has(key)) return;
    const longest = Math.min(RETRY.most, RETRY.first * 2 ** (failures - 1));
    wait(key, longest * (0.5 + chance() / 2), work, failures);
  }

  function wait(key: string, after: number, work: Work, failures = 0): void {
    // What it tells of the end may not be kept any more; it is found out again at the next start.
    waiting.set(key, setTimeout(() => void attempt(key, work, failures).catch(() => undefined), after));
  }

  return {
    schedule(key, due, work) {
      if (!waiting.has(key)) wait(key, Math.max(0, due - now()), work);
    },
    cancel(key) {
      clearTimeout(waiting.get(key));
      waiting.delete(key);
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
