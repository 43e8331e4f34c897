/** A client under pressure opens an empty account with the second passphrase; the practitioner sees nothing of it. */
import { openPractice, PASSPHRASE, texts, untilView } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const SECOND = "plain copper window Tuesday 41 gravel";

test("a second passphrase opens an account in which nothing happened", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.send(id, "He must not read this.");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("He must not read this."));
  await core.close();

  const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect(page.getByRole("link", { name: /Dr Reed/u })).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  const part = page.locator(".second-part");
  await expect(part.getByText("No second passphrase is set.", { exact: true })).toBeVisible();
  await part.getByText("What it does and what it cannot do").click();
  await part.getByRole("button", { name: "Set a second passphrase" }).click();
  await part.getByRole("button", { name: "Choose my own" }).click();
  await expectWellMade(page);
  const fill = async (current: string, next: string) => {
    await part.getByLabel("Your present passphrase").fill(current);
    await part.getByLabel("Your own passphrase", { exact: true }).fill(next);
    await part.getByRole("button", { name: "Set this one" }).click();
  };
  await fill(PASSPHRASE, PASSPHRASE);
  await expect(part.getByText("one that does not belong to this login name yet")).toBeVisible();
  await fill(PASSPHRASE, SECOND);
  await expect(part.getByText("A second passphrase is set.", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expectWellMade(page);
  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();

  // Somebody insists. What opens has the same name and is empty, and its settings tell of no other.
  await logIn(page, { loginName, passphrase: SECOND });
  await expect(page.getByText("He must not read this.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Dr Reed/u })).toHaveCount(0);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText(loginName).first()).toBeVisible();
  await expect(part.getByText("No second passphrase is set.", { exact: true })).toBeVisible();
  await expectWellMade(page);
  expect(await practice.practitioner.core.conversations()).toHaveLength(1);

  // Later, alone.
  const alone = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(alone, { loginName, passphrase: PASSPHRASE });
  await alone.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(alone.getByText("He must not read this.")).toBeVisible();
  await practice.close();
});
