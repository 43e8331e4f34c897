/** Starting and writing without a server, against the real one stopped and started. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationSummary } from "../api.ts";
import { createMemoryStore } from "../storage.ts";
import { until } from "./patience.ts";
import { type TestPractice, texts, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

test("a start without a server shows what is kept; what was queued goes out once when it is back", async () => {
  const store = createMemoryStore();
  const { core: client, id } = await practice.talkingClient("Quiet Heron", store);
  await client.send(id, "before the tunnel");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("before the tunnel"));
  await untilView(client, id, (view) => view.items.some((item) => item.kind === "message" && item.delivery !== "sending" && item.delivery !== "queued"));

  await server.halt();
  await client.send(id, "in the tunnel");
  await client.saveDraft(id, "half a thou");
  await client.close();

  const again = practice.browser(store);
  const listed: (readonly ConversationSummary[])[] = [];
  again.subscribe((event) => event.type === "conversations" && listed.push(event.conversations));
  assert.equal((await again.start()).state, "ready");
  const [summary] = await again.conversations();
  assert.equal(summary?.id, id);
  assert.equal(summary?.peer.displayName, "Dr Reed");
  assert.ok(listed.some((each) => each.length === 1), "the list is told without being asked for");
  const view = await again.open(id);
  assert.equal(view.draft, "half a thou");
  assert.equal(view.canWrite, true);
  assert.deepEqual(view.items.flatMap((item) => (item.kind === "message" ? [[item.text, item.delivery === "queued"]] : [])), [
    ["before the tunnel", false],
    ["in the tunnel", true],
  ]);
  await again.send(id, "still in it");

  await server.resume();
  const said = ["before the tunnel", "in the tunnel", "still in it"];
  const seen = await untilView(practice.practitioner.core, id, (v) => texts(v).length >= said.length);
  assert.deepEqual(texts(seen), said);
  await untilView(again, id, (v) => v.items.every((item) => item.kind !== "message" || item.delivery === "delivered" || item.delivery === "read"));
  await practice.practitioner.core.send(id, "welcome back");
  assert.deepEqual(texts(await untilView(again, id, (v) => texts(v).includes("welcome back"))), [...said, "welcome back"]);
  assert.deepEqual(texts(await practice.practitioner.core.open(id)), [...said, "welcome back"]);
});

test("a new browser that loses the server while it reads for the first time catches up", async () => {
  const { core: client, id, loginName } = await practice.talkingClient("Amber Fox");
  await client.send(id, "on the phone");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("on the phone"));
  const desk = practice.browser();
  const told: (readonly [complete: boolean, count: number])[] = [];
  desk.subscribe((event) => event.type === "conversations" && told.push([event.complete, event.conversations.length]));
  await desk.logIn({ loginName, passphrase: "correct lantern meadow violin 7 harbour" });
  await server.halt("SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 500));
  await server.resume();
  const view = await untilView(desk, id, (v) => texts(v).includes("on the phone"));
  assert.deepEqual(texts(view), ["on the phone"]);
  assert.deepEqual(told[0], [false, 0], "an empty list is not called complete while more may come");
  assert.deepEqual(await until(() => told.at(-1), (last) => last?.[0] === true), [true, 1]);
});
