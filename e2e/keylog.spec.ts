/** A server shows a client an earlier key log, and then other keys as a practitioner's: it is said above every screen, and nobody new is met until the practice has explained it. */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { setBack, swapKeys } from "./keylog_steps.ts";
import { logIn } from "./log_in_steps.ts";
import { CARD, goOn } from "./start_steps.ts";

/** As far as what is to be sent. */
async function fillIn(page: Page, practitionerId: string): Promise<void> {
  await page.goto(`/app/start/${practitionerId}`);
  await goOn(page);
  await page.getByLabel("I have read this and agree").check();
  await goOn(page);
  await page.getByLabel("Reason for coming").fill(CARD.reason);
  await page.getByLabel("Country or region").fill(CARD.region);
  await goOn(page);
}

test("a client whom the server shows an earlier key log is warned, and meets nobody new", async ({ page, browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { honest } = await setBack(page, practice);
  const warning = page.getByRole("complementary", { name: "Warning about keys" });
  await expectWellMade(page);

  // Nothing is sent, and nothing that was written is lost.
  await fillIn(page, practice.practitionerId);
  const send = page.getByRole("button", { name: /^Send to .?Dr Reed/u });
  await send.click();
  await expect(page.getByRole("main").getByText("The server shows an older key log than before.")).toBeVisible();
  await expect(warning).toBeVisible();
  await expectWellMade(page);

  // Their practitioner is shown the true one.
  const reed = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(reed, { loginName: practice.practitioner.loginName, passphrase: PASSPHRASE, oneTimeCode: practice.practitioner.oneTimeCodes[0] });
  await expect(reed.getByRole("alert").filter({ hasText: "key log" })).toHaveCount(0);
  await expect(reed.getByText("Quiet Heron")).toHaveCount(0);

  // The practice says on the telephone what it was, and the client goes on.
  honest();
  await warning.getByRole("button", { name: "The practice has explained it to me" }).click();
  await expectWellMade(page);
  await page.getByRole("dialog").getByRole("button", { name: "Begin anew" }).click();
  await expect(warning).toHaveCount(0);
  await send.click();
  await expect(page).toHaveURL(/\/app\/conversations\/[0-9a-f]{32}$/u);
  await expect(reed.getByText("Quiet Heron").first()).toBeVisible();

  // The same face with other keys than everybody is shown.
  await fillIn(page, await swapKeys(page, practice));
  await send.click();
  await expect(warning.getByText("Other keys stand in the key log for this person than the server gave us. So nothing was sent.")).toBeVisible();
  await expect(page.getByRole("main").getByText("Other keys stand in the key log for this person than the server gave us. So nothing was sent.")).toBeVisible();
  await expectWellMade(page);
  await practice.close();
});
