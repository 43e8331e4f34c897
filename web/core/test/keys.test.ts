import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryStore } from "../storage.ts";
import { type TestPractice, untilView } from "./practice.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
withPractice((opened) => {
  practice = opened;
});

test("the private half of a key package is destroyed with the Welcome that used it; the last resort stays", async () => {
  const store = createMemoryStore();
  const desk = await practice.practitionerElsewhere(store);
  for (let tries = 0; (await store.get("device/published")) === undefined; tries++) {
    assert.ok(tries < 200, "key packages were never published");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const names = async (): Promise<readonly string[]> => (await store.list("device/package/")).map(([name]) => name);
  const before = await names();
  assert.equal(before.length, 12);
  const { id } = await practice.talkingClient("Quiet Heron");
  await untilView(desk, id, (view) => view.summary.state === "open");
  const now = await names();
  assert.equal(now.length, 11);
  assert.ok(now.every((name) => before.includes(name)));
  assert.ok(await store.get("device/last-resort"));
});
