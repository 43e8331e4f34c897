/** The table of the canary sweep that is published: it is of what is swept now, and says no more than a sweep may find. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { KIND_IDS, KINDS, PLACE_IDS, PLACES, REASONS } from "./sweep/kinds.ts";
import { LEAKS } from "./sweep/leaky.ts";

interface Table {
  readonly places: readonly string[];
  readonly rows: readonly { readonly planted: string; readonly found: readonly string[] }[];
  readonly reasons: readonly string[];
  readonly leaks: readonly { readonly made: string; readonly found: string }[];
}
const table = JSON.parse(readFileSync(path.resolve("internal/pages/sweep.json"), "utf8")) as Table;

test("whatever is planted, looked for and leaked on purpose stands in the table: make sweep", () => {
  assert.deepEqual(table.places, Object.values(PLACES));
  assert.deepEqual(table.rows.map(({ planted }) => planted), KIND_IDS.map((id) => KINDS[id].title));
  assert.deepEqual(table.leaks, LEAKS.map(({ title, place }) => ({ made: title, found: PLACES[place] })));
});

test("what was found is what may be, for the reason that stands below", () => {
  const reasons = new Map(table.reasons.map((line) => [line.slice(0, 3), line.slice(4)]));
  table.rows.forEach(({ planted, found }, row) => {
    const { may } = KINDS[KIND_IDS[row]!];
    found.forEach((cell, at) => {
      const reason = may?.[PLACE_IDS[at]!];
      if (cell !== "nothing") assert.equal(reasons.get(cell), reason && REASONS[reason], `${planted}: ${table.places[at]}`);
    });
  });
});
