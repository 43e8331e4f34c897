/** A survey for whoever has its link: no account, and weaker for it. */
import { expect, expectWellMadeInBothWidths, test } from "./fixtures.ts";
import { AT_A_DESK } from "./playwright.config.ts";
import { askWhy, compose, freeze, goOn, hurry, people, stewardAt } from "./survey_steps.ts";

test("a survey with a public link is answered without an account, and says that it is weaker", async ({ page, browser, contextOptions, server }) => {
  const { practice } = await people(server, 0);
  const steward = await stewardAt(browser, { ...contextOptions, ...AT_A_DESK, baseURL: server.baseUrl }, practice);
  await compose(steward);
  await askWhy(steward);
  await steward.getByLabel("Whoever has the link").check();
  await expect(steward.getByText("This is weaker:")).toBeVisible();
  const survey = await freeze(steward);
  await steward.getByText("Show as a QR code").click();
  await expect(steward.getByRole("img", { name: "QR code of the link to the survey" })).toBeVisible();
  await expectWellMadeInBothWidths(steward);
  await page.goto(await steward.locator(".fresh-link code").innerText());
  await expect(page.getByText("This survey is for whoever has the link.")).toBeVisible();
  await expectWellMadeInBothWidths(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("radio", { name: /^9/u }).check();
  await goOn(page);
  await page.getByRole("button", { name: "Skip" }).click();
  await hurry(page);
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(page.getByRole("heading", { name: "Sent" })).toBeVisible({ timeout: 60_000 });
  expect(new URL(page.url()).pathname).toBe(`/app/s/${survey}`);
  await practice.close();
});
