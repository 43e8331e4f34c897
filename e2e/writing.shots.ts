/** Pictures of what can be done with what was said, in the practice of the demonstration. */
import type { Page } from "@playwright/test";
import { expect, speak, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

const message = (page: Page, text: string) => page.locator(".message", { has: page.locator(".said", { hasText: text }) }).last();

async function choose(page: Page, text: string, what: string | RegExp): Promise<void> {
  await message(page, text).hover();
  await message(page, text).getByRole("button", { name: /what to do with it/u }).click();
  await message(page, text).locator(".message-menu").getByRole("button", { name: what }).click();
}

test("what people do with messages", async ({ page, browser, logins, server, contextOptions }) => {
  test.setTimeout(240_000);
  const credentials = (who: string) => {
    const login = logins.find((each) => each.who.includes(who))!;
    return { ...login, oneTimeCode: login.oneTimeCodes[0] };
  };
  await logIn(page, credentials("talks with Mara"));
  await page.getByRole("link", { name: /Mara Lindqvist/u }).click();
  const write = async (text: string) => {
    await page.getByRole("textbox", { name: /^Message to/u }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  };
  await write("I read https://example.org/sleep/stages?of=night today.");
  await write("I slept for hours.");
  await write("No, forget that.");
  await choose(page, "I slept for hours.", "Edit");
  await shot(page, "writing-edit");
  await page.getByLabel("Your words").fill("I slept for four hours.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await choose(page, "No, forget that.", "Take back");
  await shot(page, "writing-take-back");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await choose(page, "on the list, too", /🌱/u);
  await choose(page, "on the list, too", "Star, for me alone");
  await choose(page, "on the list, too", "Reply");
  await write("Yes, please.");
  await choose(page, "I slept for four hours.", "Reply");
  await message(page, "I slept for four hours.").hover();
  await message(page, "I slept for four hours.").getByRole("button", { name: /what to do with it/u }).click();
  await shot(page, "writing-menu");
  await page.keyboard.press("Escape");
  await speak(page, "de");
  await shot(page, "writing-timeline-de");
  await speak(page, "ar");
  await shot(page, "writing-timeline-ar");
  await speak(page, "en");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await shot(page, "writing-starred");
  await page.getByLabel("Words to look for").fill("slee");
  await expect(page.locator(".hit mark").first()).toBeVisible();
  await shot(page, "writing-search");

  const mara = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(mara, credentials("practitioner, Mara"));
  await mara.getByRole("link", { name: /Quiet Heron/u }).click();
  await mara.getByRole("button", { name: "Quick phrases" }).click();
  for (const phrase of ["Thank you for writing. I read it this evening.", "If it becomes too much tonight: the crisis line answers at any time, 0800 111 0 111."]) {
    await mara.getByRole("button", { name: "New phrase" }).click();
    await mara.getByLabel("Phrase", { exact: true }).fill(phrase);
    await mara.getByRole("button", { name: "Save", exact: true }).click();
  }
  await expect(mara.locator(".phrases .hit")).toHaveCount(2);
  await shot(mara, "writing-phrases");
});
