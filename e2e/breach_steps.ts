/** What a steward does on the worst day, in more than one story. */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import { logIn } from "./log_in_steps.ts";

/** Somebody who lived on the server before, in a browser of their own. */
export async function enterAs(browser: Browser, options: BrowserContextOptions, login: Login): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
  return page;
}

/** Fills in what only the steward knows, where the texts that are offered leave room for it. */
export async function fillBrackets(steward: Page): Promise<void> {
  for (const field of await steward.locator("textarea").all()) {
    const text = await field.inputValue();
    if (text.includes("[")) await field.fill(text.replace(/\[[^\]]*\]/gu, "The list was taken down."));
  }
}
