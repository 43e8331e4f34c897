/** The access log by day: what was done on one day stands together, whenever it was written down. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type AccessEntry, waits } from "../../core/api.ts";
import { daysOf } from "../access/entries.ts";

const on = (id: string, at: Date, more: Partial<AccessEntry> = {}): AccessEntry => ({ id, what: { kind: "log-in" }, at: at.getTime(), exact: true, newDevice: false, unexpected: false, ...more });

test("days are told newest first, each once, with what happened in the order it came", () => {
  const entries = [
    on("4.0", new Date(2026, 10, 27, 9)),
    // A note that was written down a day late and knows only its day.
    on("3.1", new Date(2026, 10, 25, 12), { exact: false }),
    on("3.0", new Date(2026, 10, 26, 23, 59)),
    on("2.0", new Date(2026, 10, 25, 0, 1)),
  ];
  assert.deepEqual(daysOf(entries).map(({ entries: of }) => of.map(({ id }) => id)), [["4.0"], ["3.0"], ["3.1", "2.0"]]);
  assert.deepEqual(daysOf([]), []);
});

test("only what is unexpected and was not answered waits", () => {
  const at = new Date(2026, 10, 27);
  assert.deepEqual([on("1", at), on("2", at, { unexpected: true }), on("3", at, { unexpected: true, answer: "mine" }), on("4", at, { unexpected: true, answer: "not-mine" })].map(waits), [false, true, false, false]);
});
