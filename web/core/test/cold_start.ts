/**
 * How long it takes until a conversation of many messages can be read: on a
 * device that has nothing yet, and on one that was closed; with the core in Node,
 * which keeps things in memory, and in Chromium, where all of it is real. Figures,
 * no test; run by scripts/bench-cold-start.mjs.
 */
import process from "node:process";
import { createMemoryStore } from "../storage.ts";
import { openChromium } from "./chromium.ts";
import { openPractice, PASSPHRASE, texts, untilView } from "./practice.ts";
import { startServer } from "./server.ts";

const MESSAGES = Number(process.env["MESSAGES"] ?? 20_000);
const RUNS = Number(process.env["RUNS"] ?? 3);
/** So many are sent before the other side is waited for. */
const TURN = 500;

function tell(figure: string, ms: readonly number[]): void {
  const sorted = [...ms].sort((a, b) => a - b);
  const rounded = sorted.map((each) => Math.round(each));
  console.log(JSON.stringify({ figure, messages: MESSAGES, medianMs: rounded[Math.floor(rounded.length / 2)], fastestMs: rounded[0], slowestMs: rounded.at(-1) }));
}

const server = await startServer();
const practice = await openPractice(server);
try {
  const store = createMemoryStore();
  const { core: client, id, loginName } = await practice.talkingClient("Quiet Heron", store);
  const { core: practitioner } = practice.practitioner;
  const begun = performance.now();
  for (let i = 1; i <= MESSAGES; i++) {
    const text = `Message ${i}: ${"what was on my mind today ".repeat(1 + (i % 8))}`;
    await (i % 2 === 0 ? practitioner : client).send(id, text);
    if (i % TURN === 0 || i === MESSAGES) for (const side of [client, practitioner]) await untilView(side, id, (view) => texts(view).some((each) => each.startsWith(`Message ${i}:`)), 120_000);
  }
  tell("filling", [performance.now() - begun]);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const last = `Message ${MESSAGES}:`;
  const shown = (view: Awaited<ReturnType<typeof client.open>>): boolean => texts(view).some((each) => each.startsWith(last));

  const loggingIn: number[] = [];
  const reading: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const empty = practice.browser();
    const start = performance.now();
    await empty.logIn({ loginName, passphrase: PASSPHRASE });
    const entered = performance.now();
    await untilView(empty, id, shown, 300_000);
    loggingIn.push(performance.now() - start);
    reading.push(performance.now() - entered);
    await empty.logOut();
  }
  tell("log in on an empty device, to the last page readable", loggingIn);
  tell("  of which after the log-in itself", reading);

  await client.close();
  const starting: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const again = practice.browser(store);
    const start = performance.now();
    await again.start();
    await untilView(again, id, shown, 300_000);
    starting.push(performance.now() - start);
    await again.close();
  }
  tell("start on a kept device, to the last page readable", starting);

  const chromium = await openChromium(server.baseUrl);
  try {
    tell("in Chromium: log in on an empty device, to the last page readable", [await chromium.logIn({ loginName, passphrase: PASSPHRASE }, last)]);
    const reloads: number[] = [];
    for (let run = 0; run < RUNS; run++) reloads.push(await chromium.reload(last));
    tell("in Chromium: start on a kept device, to the last page readable", reloads);
    tell("in Chromium: from there to the first message", [await chromium.jumpBack("Message 1:")]);
    console.log(JSON.stringify({ figure: "in Chromium: memory of the page's scripts and elements on it then", messages: MESSAGES, ...(await chromium.weight()) }));
  } finally {
    await chromium.close();
  }

  const kept = practice.browser(store);
  await kept.start();
  await untilView(kept, id, shown);
  await kept.close();
  await server.halt();
  const without: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const again = practice.browser(store);
    const start = performance.now();
    await again.start();
    await untilView(again, id, shown);
    without.push(performance.now() - start);
    await again.close();
  }
  tell("the same without a server", without);
} finally {
  await practice.close();
  await server.stop();
}
