/** A day that the server told is the same day wherever it is read. */
import assert from "node:assert/strict";
import process from "node:process";
import { afterEach, test } from "node:test";
import { middleOf } from "../../core/days_api.ts";

const here = process.env["TZ"];
afterEach(() => {
  if (here === undefined) delete process.env["TZ"];
  else process.env["TZ"] = here;
});

for (const zone of ["UTC", "Pacific/Pago_Pago", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"]) {
  test(`in ${zone}`, () => {
    process.env["TZ"] = zone;
    for (const day of ["2026-11-27", "2026-03-29", "2026-11-01"]) {
      const shown = new Date(middleOf(Date.parse(day)));
      assert.equal(`${shown.getFullYear()}-${String(shown.getMonth() + 1).padStart(2, "0")}-${String(shown.getDate()).padStart(2, "0")}`, day);
    }
  });
}
