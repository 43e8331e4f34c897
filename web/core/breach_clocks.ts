/**
 * The clocks that run from the moment a practice became aware of a breach: until when
 * whom has to be told. What is due is said by the laws' own rules; whether a law
 * applies to the practice is its own to know.
 */
import type { Breach } from "./breach_api.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * `authority`: the supervisory authority, within 72 hours, unless a risk is unlikely (GDPR Art. 33(1)).
 * `people`: those affected, without undue delay where the risk is high (Art. 34(1)); it has no figure.
 * `hipaa`: each individual, without unreasonable delay and within 60 days (45 CFR 164.404(b)).
 * `hhs`: the Secretary, at once with those for 500 people or more, else within 60 days of the year's end (164.408).
 */
export const CLOCKS = ["authority", "people", "hipaa", "hhs"] as const;
export type ClockName = (typeof CLOCKS)[number];

export interface Clock {
  readonly name: ClockName;
  /** Absent: at once, without a figure. */
  readonly until?: number;
  /** When it was done; absent: not yet. */
  readonly doneAt?: number;
  /** By how much it is over, or was when it was done, ms. */
  readonly late: number;
}

/** From how many people on the Secretary is told at once. */
export const MANY = 500;

/** `toldAt`: the day on which those affected were told first, 0 for not yet. */
export function clocksOf({ awareAt, risk, people, authorityAt, hhsAt }: Breach, toldAt: number, now: number): readonly Clock[] {
  const clock = (name: ClockName, until: number | undefined, doneAt: number): Clock => ({
    name, ...(until === undefined ? {} : { until }), ...(doneAt > 0 ? { doneAt } : {}),
    late: until === undefined ? 0 : Math.max(0, (doneAt || now) - until),
  });
  const sixtyDays = awareAt + 60 * DAY;
  return [
    ...(risk === "unlikely" ? [] : [clock("authority", awareAt + 72 * HOUR, authorityAt)]),
    ...(risk === "high" ? [clock("people", undefined, toldAt)] : []),
    clock("hipaa", sixtyDays, toldAt),
    clock("hhs", people >= MANY ? sixtyDays : Date.UTC(new Date(awareAt).getUTCFullYear() + 1, 0, 1) + 60 * DAY, hhsAt),
  ];
}
