/**
 * Pictures from right to left, and for every eye: stronger contrast, the reader's
 * own colours, text twice as large.
 */
import type { Page } from "@playwright/test";
import { expect, speak, livedInTest as test, writeLarge } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

/** As the reader of Arabic sees it, then in English as different eyes do. */
async function look(page: Page, name: string): Promise<void> {
  await speak(page, "ar");
  await shot(page, `rtl-${name}`);
  await speak(page, "en");
  for (const [eyes, media] of [["contrast", { contrast: "more" }], ["forced", { forcedColors: "active" }]] as const) {
    await page.emulateMedia(media);
    await shot(page, `${eyes}-${name}`);
    await page.emulateMedia({ contrast: null, forcedColors: null });
  }
  await writeLarge(page, 2);
  await shot(page, `large-${name}`);
  await writeLarge(page, 1);
}

test("screens from right to left, and for every eye", async ({ browser, logins, server, contextOptions }) => {
  test.setTimeout(600_000);
  const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await page.goto("/app");
  await page.locator("h1").waitFor();
  await look(page, "welcome");
  await page.goto("/app/sign-up");
  await expect(page.locator(".offered")).not.toBeEmpty();
  await look(page, "sign-up");

  const enter = async (who: string) => {
    const login = logins.find((each) => each.who.includes(who))!;
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
    return page;
  };
  const heron = await enter("talks with Mara");
  await look(heron, "conversations");
  await heron.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await expect(heron.getByRole("log")).toBeVisible();
  await heron.getByRole("textbox", { name: "Message to" }).fill("أشعر اليوم (a little) بتحسن.");
  await look(heron, "conversation");
  await heron.getByRole("button", { name: "Details" }).click();
  await expect(heron.locator(".safety-words li")).toHaveCount(8);
  await look(heron, "details");
  await heron.goto("/app/settings");
  await expect(heron.getByRole("heading", { level: 1 })).toBeVisible();
  await look(heron, "settings");
  await heron.goto("/app/start");
  await expect(heron.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await look(heron, "start");

  const steward = await enter("steward");
  await look(steward, "people");
  await steward.goto("/app/practice");
  await expect(steward.getByRole("heading", { level: 1 })).toBeVisible();
  await look(steward, "practice");
});
