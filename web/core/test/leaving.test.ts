/** What somebody read is read everywhere, however soon they leave; against the real server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core } from "../api.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

async function unread(core: Core): Promise<readonly number[]> {
  return (await core.conversations()).map((each) => each.unread);
}

for (const [how, readMarks] of [["closes the browser", true], ["closes the browser", false], ["logs out", true], ["logs out", false]] as const) {
  test(`whoever ${how} at once after reading finds it read elsewhere (read marks ${readMarks ? "on" : "off"})`, async () => {
    const { core: client, id, loginName } = await practice.talkingClient("Quiet Heron");
    await client.setSettings({ readMarks, typingShown: true });
    await practice.practitioner.core.send(id, "When did it begin?");
    await untilView(client, id, (view) => texts(view).includes("When did it begin?"));
    await (how === "logs out" ? client.logOut() : client.close());

    const marked = (mark: "delivered" | "read") => untilView(practice.practitioner.core, id, (view) => view.items.some((item) => item.kind === "message" && item.delivery === mark));
    await marked(readMarks ? "read" : "delivered");
    const elsewhere = practice.browser();
    await elsewhere.logIn({ loginName, passphrase: PASSPHRASE });
    await elsewhere.conversations();
    assert.deepEqual(await unread(elsewhere), [0]);
  });
}

test("leaving without a server does not keep anybody waiting", async () => {
  const { core: client, id } = await practice.talkingClient("Grey Otter");
  await practice.practitioner.core.send(id, "When did it begin?");
  await untilView(client, id, (view) => texts(view).includes("When did it begin?"));
  await server.halt();
  const began = Date.now();
  await client.close();
  assert.ok(Date.now() - began < 5_000);
  await server.resume();
});
