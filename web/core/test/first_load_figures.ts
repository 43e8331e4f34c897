/**
 * Measures, as JSON lines, how long somebody with a slow telephone and nothing in
 * its cache waits until a page can be used: Chromium with what Lighthouse applies
 * for mobile telephones (150 ms round trips and 1.6 Mbit/s, which is a request
 * latency of 562.5 ms and 1,474 kbit/s here; the processor four times slower).
 */
import process from "node:process";
import type { Browser, Page } from "@playwright/test";
import { launchChromium } from "./chromium.ts";
import { startServer } from "./server.ts";

const RUNS = Number(process.env["RUNS"] ?? 5);
const KILOBIT = 1_000 / 8;
const SLOW = { offline: false, latency: 562.5, downloadThroughput: 1_474.56 * KILOBIT, uploadThroughput: 675 * KILOBIT };
const SLOWER_PROCESSOR = 4;

/** What can be used on each page first, and how one sees that it can be. */
const PAGES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ["/", (page) => page.getByRole("heading", { level: 1 }).waitFor()],
  ["/app", (page) => page.getByRole("link", { name: "Log in" }).waitFor()],
  ["/app/log-in", (page) => page.getByLabel("Login name").fill("quiet-heron")],
];

async function once(browser: Browser, baseURL: string, path: string, usable: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ baseURL, ignoreHTTPSErrors: true, locale: "en-GB", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Network.emulateNetworkConditions", SLOW);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  await page.goto(path, { waitUntil: "commit" });
  await usable(page);
  const times = await page.evaluate(() => ({
    usable: performance.now(),
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  await context.close();
  return times;
}

const median = (all: readonly number[]): number => Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);

const server = await startServer();
const browser = await launchChromium();
for (const [path, usable] of PAGES) {
  const runs = [];
  for (let n = 0; n < RUNS; n++) runs.push(await once(browser, server.baseUrl, path, usable));
  console.log(JSON.stringify({ what: "first load, slow telephone", page: path, runs: RUNS, paintedMs: median(runs.map(({ painted }) => painted)), usableMs: median(runs.map(({ usable: ms }) => ms)) }));
}
await browser.close();
await server.stop();
