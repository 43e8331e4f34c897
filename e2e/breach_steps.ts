/** What a steward does on the worst day, in more than one story. */
import type { Page } from "@playwright/test";

/** Fills in what only the steward knows, where the texts that are offered leave room for it. */
export async function fillBrackets(steward: Page): Promise<void> {
  for (const field of await steward.locator("textarea").all()) {
    const text = await field.inputValue();
    if (text.includes("[")) await field.fill(text.replace(/\[[^\]]*\]/gu, "The list was taken down."));
  }
}
