/** A server shows a client an earlier key log: it is said above every screen, and nobody new is met until the practice has explained it. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { setBack } from "./keylog_steps.ts";
import { logIn } from "./log_in_steps.ts";
import { CARD, goOn } from "./start_steps.ts";

test("a client whom the server shows an earlier key log is warned, and meets nobody new", async ({ page, browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { honest } = await setBack(page, practice);
  const warning = page.getByRole("complementary", { name: "Warning about keys" });
  await expectWellMade(page);

  // Nothing is sent, and nothing that was written is lost.
  await page.goto(`/app/start/${practice.practitionerId}`);
  await goOn(page);
  await page.getByLabel("I have read this and agree").check();
  await goOn(page);
  await page.getByLabel("Reason for coming").fill(CARD.reason);
  await page.getByLabel("Country or region").fill(CARD.region);
  await goOn(page);
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
  await honest();
  await warning.getByRole("button", { name: "The practice has explained it to me" }).click();
  await expectWellMade(page);
  await page.getByRole("dialog").getByRole("button", { name: "Begin anew" }).click();
  await expect(warning).toHaveCount(0);
  await send.click();
  await expect(page).toHaveURL(/\/app\/conversations\/[0-9a-f]{32}$/u);
  await expect(reed.getByText("Quiet Heron").first()).toBeVisible();
  await practice.close();
});
