/** The privacy policy changes: the steward publishes it, and a client who is writing is asked. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

test("a policy is changed, and who is writing is asked", async ({ browser, page, server, contextOptions }) => {
  const practice = await openPractice(server);
  await practice.steward.core.updatePractice({ ...(await practice.steward.core.practice()), name: "Lindenhof", languages: ["en"], jurisdiction: "DE" });
  const { core, loginName } = await practice.talkingClient("Quiet Heron");
  await core.close();
  const steward = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(steward, { loginName: practice.steward.loginName, passphrase: PASSPHRASE, oneTimeCode: practice.steward.oneTimeCodes[0] });

  await test.step("the steward looks at it and publishes it", async () => {
    await steward.goto("/app/practice");
    await steward.getByRole("link", { name: "Change what it says" }).click();
    await expect(steward.getByLabel("The GDPR applies")).toBeChecked();
    await steward.getByRole("button", { name: "Add somebody" }).click();
    await steward.getByLabel("Name").fill("Nordic Store");
    await steward.getByLabel("What for").fill("keeps backups");
    await steward.getByLabel("Country").fill("Iceland");
    await expectWellMade(steward);
    await steward.getByRole("button", { name: "Look at it" }).click();
    await expect(steward.getByRole("heading", { name: "What changed" })).toBeFocused();
    await expect(steward.getByText("Nordic Store: keeps backups (Iceland)").first()).toBeVisible();
    await steward.getByLabel("What is new, in a sentence").fill("Backups are kept in Iceland.");
    await expectWellMade(steward);
  });

  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.getByRole("link", { name: /Dr Reed/ }).click();
  const composer = page.getByRole("textbox", { name: /message/i });
  await composer.fill("I wanted to say");
  await steward.getByRole("button", { name: "Publish" }).click();
  await expect(steward.getByText(/^Version .?2.? is public\.$/u)).toBeVisible();

  await test.step("what was typed is there behind the question and after it", async () => {
    await page.reload();
    const asked = page.getByRole("dialog", { name: "The privacy policy has changed" });
    await expect(asked.getByText("Backups are kept in Iceland.")).toBeVisible();
    await expectWellMade(page);
    await asked.getByRole("button", { name: "I agree" }).click();
    await expect(asked).toBeHidden();
    await expect(composer).toHaveValue("I wanted to say");
    const looked = page.waitForResponse(/\/privacy\.json\?/u);
    await page.reload();
    await looked;
    await expect(composer).toHaveValue("I wanted to say");
    await expect(asked).toBeHidden();
  });

  await test.step("anybody reads each version, and what changed", async () => {
    await page.goto("/privacy");
    await page.getByRole("link", { name: "What changed" }).first().click();
    await expect(page.locator("ins").filter({ hasText: "Iceland" }).first()).toBeVisible();
    await expectWellMade(page);
    await page.goto("/privacy/1");
    await expect(page.getByText("This is a former version.")).toBeVisible();
    await expectWellMade(page);
  });
  await practice.close();
});
