import assert from "node:assert/strict";
import { test } from "node:test";
import { toHex } from "../bytes.ts";
import { recordKey } from "../record_key.ts";

test("a key begins with what its writer knew, in 64s, and no two are alike", () => {
  assert.deepEqual([0, 63, 64, 64 * 0x01020304].map((known) => toHex(recordKey(known)).slice(0, 8)), ["00000000", "00000000", "00000001", "01020304"]);
  const keys = Array.from({ length: 100 }, () => toHex(recordKey(7)));
  assert.equal(new Set(keys).size, 100);
  assert.ok(keys.every((key) => key.length === 32));
});
