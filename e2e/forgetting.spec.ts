/**
 * Two people decide how long they keep what they say, see when words go, and
 * forget a conversation: one does, and asks; the other sees it, and decides.
 * What they agreed to is kept as the practitioner's sealed record.
 */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import { expect, expectWellMade, listenForErrors, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

async function enterAs(browser: Browser, options: BrowserContextOptions, login: Login) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
  return { page, complaints: listenForErrors(context) };
}

const openDetails = (page: Page) => page.getByRole("button", { name: "Details" }).click();
const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: /^Message to/u }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
};

test("two people keep words for a while, and forget a conversation", async ({ browser, logins, server, contextOptions }) => {
  const who = (name: string) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, logins.find((login) => login.who.includes(name))!);
  const [{ page: client, complaints }, { page: practitioner }] = [await who("talks with Mara"), await who("practitioner, Mara")];
  await client.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await practitioner.getByRole("link", { name: /Quiet Heron/u }).click();

  await test.step("the practitioner sets how long it is kept; both are told, and see of each message when it goes", async () => {
    await openDetails(practitioner);
    await practitioner.getByLabel("Everything here is kept for").selectOption("30");
    await practitioner.getByLabel("What is said from now on disappears after").selectOption("86400");
    await expectWellMade(practitioner);
    await practitioner.getByRole("button", { name: "Change it for both" }).click();
    await expect(practitioner.getByText("Saved.")).toBeVisible();
    await practitioner.getByRole("button", { name: "Close", exact: true }).click();
    await expect(client.getByText(/Mara Lindqvist\S? set that everything here is kept for: \S?30 days/u)).toBeVisible();
    await expect(client.getByText(/disappears after \S?1 day\S?\. \S?Mara Lindqvist\S? set that\./u)).toBeVisible();
    await say(client, "I slept well last night.");
    for (const page of [client, practitioner]) await expect(page.locator(".message", { hasText: "I slept well last night." }).getByText(/^Goes:/u)).toBeAttached();
    await expectWellMade(client);
  });

  await test.step("the client forgets, and asks; nothing is shown any more, also after a reload", async () => {
    await openDetails(client);
    await client.getByRole("button", { name: "Forget this conversation …" }).click();
    await client.getByRole("radio", { name: /ask \S?Mara Lindqvist\S? too/u }).check();
    await expect(client.getByText(/obliged to keep a record.*since your conversation ended: \S?10 years/u).last()).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("button", { name: "Forget it", exact: true }).click();
    await expect(client.getByText("Please confirm that you know it cannot be undone.")).toBeVisible();
    await client.getByLabel("I know that it cannot be undone").check();
    await client.getByRole("button", { name: "Forget it", exact: true }).click();
    await expect(client.getByText("I slept well last night.")).toHaveCount(0);
    await expect(client.getByText("You forgot what was said until here.")).toBeVisible();
    await client.reload();
    await expect(client.getByText("You forgot what was said until here.")).toBeVisible();
    await expect(client.getByText("I slept well last night.")).toHaveCount(0);
    await expectWellMade(client);
  });

  await test.step("the practitioner still has it, is asked, and does the same; then they go on talking", async () => {
    await expect(practitioner.getByRole("log").getByText("I slept well last night.")).toBeVisible();
    await practitioner.getByRole("button", { name: "Forget it as well …" }).click();
    await expectWellMade(practitioner);
    await practitioner.getByLabel("I know that it cannot be undone").check();
    await practitioner.getByRole("button", { name: "Forget it", exact: true }).click();
    await expect(practitioner.getByText("I slept well last night.")).toHaveCount(0);
    await expect(client.getByText(/Mara Lindqvist\S? forgot it as well/u)).toBeVisible();
    await say(practitioner, "Shall we begin anew?");
    await expect(client.getByRole("log").getByText("Shall we begin anew?")).toBeVisible();
    await expectWellMade(practitioner);
  });

  await test.step("what was forgotten is in the practitioner's sealed record, as the consent said; it can be read and taken along", async () => {
    await practitioner.goto("/app/settings");
    await practitioner.getByRole("button", { name: /^Open the record of \S?Quiet Heron/u }).click();
    const record = practitioner.getByRole("dialog");
    await expect(record.getByText("I slept well last night.")).toBeVisible();
    await expect(record.getByText(/Kept until this long after the conversation’s end: \S?10 years/u)).toBeVisible();
    await expectWellMade(practitioner);
    await record.getByRole("button", { name: "Save as a file" }).click();
    await practitioner.getByRole("radio", { name: "Not at all" }).check();
    await practitioner.getByLabel("I know that, and want it unlocked").check();
    const [download] = await Promise.all([practitioner.waitForEvent("download"), practitioner.getByRole("dialog").last().getByRole("button", { name: "Save", exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/^alcove-.*\.zip$/u);
  });
  expect(complaints).toEqual([]);
});
