import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createMemoryStore } from "../storage.ts";
import { openPractice, type TestPractice, untilView } from "./practice.ts";
import { startServer, type TestServer } from "./server.ts";

let server: TestServer;
let practice: TestPractice;
before(async () => {
  server = await startServer();
  practice = await openPractice(server);
});
after(async () => {
  await practice.close();
  await server.stop();
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
