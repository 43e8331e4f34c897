/** When a room meets: in the time zone it was told in, whatever the reader's, and over the turn of the clocks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { meetingsOf } from "../rooms/hours.ts";

const THURSDAY = 4;
const evening = { weekday: THURSDAY, start: 20 * 60, minutes: 90, zone: "Europe/Berlin" };
const next = (now: string, session = evening): string => new Date(meetingsOf([session], Date.parse(now))[0]?.start ?? 0).toISOString();

test("a session keeps its hour where it was told when the clocks turn", () => {
  assert.equal(next("2026-10-20T00:00:00Z"), "2026-10-22T18:00:00.000Z");
  assert.equal(next("2026-10-24T12:00:00Z"), "2026-10-29T19:00:00.000Z");
  assert.equal(next("2026-03-27T12:00:00Z"), "2026-04-02T18:00:00.000Z");
  assert.equal(next("2026-10-24T12:00:00Z", { ...evening, zone: "America/New_York" }), "2026-10-30T00:00:00.000Z");
});

test("what is on is told before what comes", () => {
  assert.equal(next("2026-10-22T19:29:00Z"), "2026-10-22T18:00:00.000Z");
  assert.equal(next("2026-10-22T19:30:00Z"), "2026-10-29T19:00:00.000Z");
  // One that began yesterday by the clocks there.
  assert.equal(next("2026-10-22T22:15:00Z", { ...evening, start: 23 * 60 + 30, minutes: 60 }), "2026-10-22T21:30:00.000Z");
});

test("sessions come in their order, and what this browser cannot tell is left out", () => {
  const times = meetingsOf([evening, { ...evening, weekday: 1 }, { ...evening, zone: "Nowhere/At_all" }], Date.parse("2026-10-24T12:00:00Z")).map(({ start }) => new Date(start).getUTCDay());
  assert.deepEqual(times, [1, THURSDAY]);
});
