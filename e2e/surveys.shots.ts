/** Pictures of surveys: composing at a desk, answering on a phone, what became of it. */
import type { Page } from "@playwright/test";
import { PASSPHRASE } from "../web/core/test/practice.ts";
import { draftFor } from "../web/core/test/survey_people.ts";
import { expect, type Language, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";
import { askWhy, compose, freeze, goOn, people, stewardAt } from "./survey_steps.ts";

async function inLanguages(page: Page, name: string, languages: readonly Language[] = ["en", "de", "ar"]): Promise<void> {
  for (const language of languages) {
    await speak(page, language);
    await shot(page, `surveys-${name}-${language}`);
  }
  await speak(page, "en");
}

test("surveys", async ({ page, browser, contextOptions, server }) => {
  test.setTimeout(400_000);
  const { practice, loginName } = await people(server, 4);
  const steward = await stewardAt(browser, { ...contextOptions, baseURL: server.baseUrl }, practice);
  await steward.getByRole("link", { name: "Surveys", exact: true }).click();
  await expect(steward.getByText("You have asked nothing yet")).toBeVisible();
  await inLanguages(steward, "own-none");
  await steward.getByRole("link", { name: "New survey" }).click();
  await expect(steward.getByRole("heading", { name: "Satisfaction" })).toBeVisible();
  await inLanguages(steward, "new");
  await compose(steward);
  await steward.getByRole("button", { name: "Check and freeze" }).click();
  await expect(steward.getByText("still missing")).toBeVisible();
  await inLanguages(steward, "problems");
  await askWhy(steward);
  await inLanguages(steward, "builder");
  await steward.getByRole("button", { name: "Preview" }).click();
  await inLanguages(steward, "preview", ["en", "ar"]);
  await steward.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await steward.getByRole("button", { name: "Check and freeze" }).click();
  await inLanguages(steward, "freeze", ["en", "ar"]);
  await steward.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await steward.getByLabel("Whoever has the link").check();
  await freeze(steward);
  await steward.getByText("Show as a QR code").click();
  await inLanguages(steward, "own");

  const survey = "5a".repeat(16);
  await practice.practitioner.core.createSurvey(survey, draftFor({ who: "practitioner", of: practice.practitionerId }));
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect(page.getByRole("complementary", { name: "A survey" })).toBeVisible();
  await inLanguages(page, "card");
  await page.getByRole("link", { name: "Look at it" }).click();
  await inLanguages(page, "about");
  await page.getByRole("button", { name: "Begin" }).click();
  await inLanguages(page, "choice", ["en", "ar"]);
  await page.getByRole("radio", { name: "No" }).check();
  await goOn(page);
  await page.getByRole("textbox").fill("I wrote to Anna on 3 May from Berlin.");
  await expect(page.getByText("These words may tell who you are:")).toBeVisible();
  await inLanguages(page, "words", ["en", "de"]);
  await goOn(page);
  await page.getByRole("radio", { name: "7" }).check();
  await inLanguages(page, "scale", ["en", "ar"]);
  for (const step of ["several", "table", "dates", "more"]) {
    await page.getByRole("button", { name: /^(Next|Skip)$/u }).click();
    await inLanguages(page, step, ["en"]);
  }
  await page.getByRole("button", { name: "Skip" }).click();
  await inLanguages(page, "review", ["en", "ar"]);
  await page.getByRole("button", { name: "Seal and send" }).click();
  await expect(page.getByRole("heading", { name: "On its way" })).toBeVisible();
  await inLanguages(page, "waiting");
  await page.getByRole("link", { name: "Surveys" }).click();
  await inLanguages(page, "list");
  await practice.close();
});
