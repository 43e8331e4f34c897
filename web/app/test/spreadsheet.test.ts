/** What somebody wrote reaches a spreadsheet as text, whatever it looks like. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadsheet } from "../surveys/results/spreadsheet.ts";

test("fields are parted and quoted as RFC 4180 has it", () => {
  assert.equal(spreadsheet([["a", 1.5, -2], ['say "hi", please', "two\nlines", ""]]), '\uFEFFa,1.5,-2\r\n"say ""hi"", please","two\nlines",\r\n');
});

test("nothing written is taken for a formula", () => {
  for (const written of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"]) {
    const [line] = spreadsheet([[written]]).slice(1).split("\r\n");
    assert.match(line ?? "", /^"?'/u, JSON.stringify(written));
  }
  assert.equal(spreadsheet([["\u20681\u2069: 5 = five"]]), "\uFEFF1: 5 = five\r\n");
});
