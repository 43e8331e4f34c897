/**
 * How the browser stories run: Debian's Chromium, two files of stories at a time
 * (three take longer on two processors), never repeated until it happens to
 * pass. They are played on a phone, but that in `story` the practitioner sits at a desk;
 * what is laid out another way there is looked at in that width, too. The limits of time only end what hangs: a busy machine fails no story.
 */
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumPath, windowlessPath } from "../web/core/test/chromium.ts";

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };
/** Whoever sits there, in a story that is played on a phone. */
export const AT_A_DESK = { viewport: DESK, isMobile: false, hasTouch: false };

/** For what the windowless one has not, or does otherwise: profile folders, pages kept for the way back, installing. */
export const WHOLE_BROWSER = { executablePath: chromiumPath() };

const RESULTS = path.resolve(import.meta.dirname, "../test-results");
/** What lived.setup.ts leaves: a server's data folder, and how to log in as whom. */
export const LIVED = { data: path.join(RESULTS, "lived"), logins: path.join(RESULTS, "lived.json") };

export default defineConfig({
  testDir: ".",
  outputDir: RESULTS,
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: "list",
  timeout: 900_000,
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  use: {
    ignoreHTTPSErrors: true, // the server makes its own certificate
    locale: "en-GB",
    // Where it is not what a story is about, it only fetches the whole app once more for every new browser.
    serviceWorkers: "block",
    actionTimeout: 60_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: windowlessPath(),
      // Nothing but what a story asks for leaves the browser.
      // The service worker is fetched by the browser itself, which asks for the certificate once more.
      args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--ignore-certificate-errors"],
    },
  },
  projects: [
    { name: "lived", testMatch: "lived.setup.ts" },
    { name: "phone", dependencies: ["lived"], testMatch: "*.spec.ts", use: { viewport: PHONE, hasTouch: true, isMobile: true } },
    { name: "shots", dependencies: ["lived"], testMatch: "*.shots.ts", use: { viewport: DESK } },
  ],
});
