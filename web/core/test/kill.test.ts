/** The server is killed, without a chance to tidy up, while both sides send. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core, TimelineItem } from "../api.ts";
import { until } from "./patience.ts";
import { type TestPractice, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

const ROUNDS = 4;
const A_ROUND = 40;

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All that can be seen of a conversation. */
async function everything(core: Core, id: string): Promise<readonly TimelineItem[]> {
  await core.open(id);
  return (await core.exported(id)).view.items;
}

type Message = Extract<TimelineItem, { kind: "message" }>;
const messages = (items: readonly TimelineItem[]): readonly Message[] => items.filter((item) => item.kind === "message");
const acknowledged = (items: readonly TimelineItem[]): readonly string[] =>
  messages(items).filter((item) => item.mine && item.delivery !== "queued" && item.delivery !== "sending").map((item) => item.text);

test("every message arrives exactly once and in order, however often the server is killed", async () => {
  const { core: client, id } = await practice.talkingClient("Quiet Heron");
  const practitioner = practice.practitioner.core;
  const typed: Record<"client" | "practitioner", string[]> = { client: [], practitioner: [] };
  const sides = [["client", client], ["practitioner", practitioner]] as const;
  const acked = new Set<string>();

  async function type(side: "client" | "practitioner", core: Core, round: number): Promise<void> {
    for (let i = 0; i < A_ROUND; i++) {
      const text = `${side} ${round}.${i}`;
      typed[side].push(text);
      await core.send(id, text);
      await pause(8);
    }
  }

  for (let round = 0; round < ROUNDS; round++) {
    const typing = sides.map(([side, core]) => type(side, core, round));
    await pause(100 + 40 * round);
    await server.halt("SIGKILL");
    for (const [, core] of sides) for (const text of acknowledged(await everything(core, id))) acked.add(text);
    await Promise.all(typing);
    await server.resume();
    // Not before some of it went out: the next kill is to hit a server at work.
    await untilView(client, id, (view) => view.items.some((item) => item.kind === "message" && item.mine && item.text.startsWith(`client ${round}.`) && item.delivery !== "queued" && item.delivery !== "sending"));
  }
  assert.ok(acked.size > 0);

  for (const [, core] of sides) {
    await until(async () => messages(await everything(core, id)).length, (seen) => seen >= 2 * ROUNDS * A_ROUND);
  }
  const [seenByClient, seenByPractitioner] = [await everything(client, id), await everything(practitioner, id)];
  const texts = messages(seenByClient).map((item) => item.text);
  assert.deepEqual(messages(seenByPractitioner).map((item) => item.text), texts, "both see the same");
  for (const [side] of sides) assert.deepEqual(texts.filter((text) => text.startsWith(side)), typed[side], `${side}: all, once, in order`);
  assert.deepEqual([...acked].filter((text) => !texts.includes(text)), []);
  assert.deepEqual([...seenByClient, ...seenByPractitioner].filter((item) => item.kind === "security"), []);

  // And what is kept for later devices is whole as well.
  const elsewhere = await practice.practitionerElsewhere();
  await untilView(elsewhere, id, (view) => view.items.length > 0);
  assert.deepEqual(messages(await everything(elsewhere, id)).map((item) => item.text), texts);
});
