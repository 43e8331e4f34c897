/** A browser for figures: what a person does with a long conversation, and how long they wait. */
import { existsSync } from "node:fs";
import process from "node:process";
import { type Browser, chromium } from "@playwright/test";

const WITHIN = 600_000;

export interface MeasuredBrowser {
  /** All answer with milliseconds. */
  logIn(who: { readonly loginName: string; readonly passphrase: string }, last: string): Promise<number>;
  reload(last: string): Promise<number>;
  jumpBack(first: string): Promise<number>;
  weight(): Promise<{ readonly scriptMb: number; readonly items: number }>;
  close(): Promise<void>;
}

const firstOf = (files: readonly string[]): string | undefined => files.find((file) => file !== "" && existsSync(file));

/** Where the system's Chromium is, or the one that ALCOVE_CHROMIUM names. */
export function chromiumPath(): string {
  const found = firstOf([process.env["ALCOVE_CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]);
  if (!found) throw new Error("There is no Chromium here: install it (make browser), or name one in ALCOVE_CHROMIUM.");
  return found;
}

/** The same engine without all that a window needs, where it is there: a third less work. */
export const windowlessPath = (): string => (process.env["ALCOVE_CHROMIUM"] ? undefined : firstOf(["/usr/bin/chromium-headless-shell"])) ?? chromiumPath();

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: ["--disable-gpu"] });

export async function openChromium(baseUrl: string): Promise<MeasuredBrowser> {
  const browser = await launchChromium();
  const context = await browser.newContext({ baseURL: baseUrl, ignoreHTTPSErrors: true, locale: "en-GB", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WITHIN);
  const said = (beginning: string) => page.locator(".message .said", { hasText: beginning }).last();
  const timed = async (act: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await act();
    return performance.now() - begun;
  };
  return {
    async logIn({ loginName, passphrase }, last) {
      await page.goto("/app/log-in");
      await page.getByLabel("Login name").fill(loginName);
      await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
      return timed(async () => {
        await page.getByRole("button", { name: "Log in" }).click();
        await page.getByRole("link", { name: /Dr Reed/u }).click();
        const newest = page.getByRole("button", { name: "To the newest messages" });
        await said(last).or(newest).first().waitFor();
        if (await newest.isVisible()) await newest.click();
        await said(last).waitFor();
      });
    },
    reload: (last) => timed(async () => {
      await page.reload();
      await said(last).waitFor();
    }),
    async jumpBack(first) {
      await page.getByRole("button", { name: "Search", exact: true }).click();
      await page.getByLabel("Day", { exact: true }).fill("2020-01-01");
      return timed(async () => {
        await page.getByRole("button", { name: "Go there" }).click();
        await said(first).waitFor();
      });
    },
    weight: async () => ({
      scriptMb: await page.evaluate(() => Math.round(((performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0) / 1e6)),
      items: await page.locator("[data-item]").count(),
    }),
    close: () => browser.close(),
  };
}
