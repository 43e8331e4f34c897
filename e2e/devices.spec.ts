/**
 * One person in several browsers: each is listed, a new one is asked about, and
 * one that is logged out from another says so and can read nothing more. The
 * other side of the conversation sees it.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { ClosableCore } from "../web/core/core.ts";
import { openPractice, untilView } from "../web/core/test/practice.ts";
import { signUp } from "./entry_steps.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { readQr } from "./qr.ts";
import { shot } from "./shot.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const rows = (page: Page) => page.locator(".devices li");
const asks = (page: Page) => page.getByText(/A browser was added to your account: \P{L}*Chrome\P{L}* on \P{L}*Linux\P{L}*today\P{L}*Was that you/u);
/** Of the access log. */
const entries = (page: Page) => page.locator(".access-day > ol > li");
const goToSettings = async (page: Page) => {
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Where you are logged in" })).toBeVisible();
};

/** Asks for therapy in the browser, and has it accepted. */
async function begin(page: Page, practitioner: ClosableCore): Promise<string> {
  await page.getByRole("link", { name: "Find somebody to talk to" }).click();
  await page.getByRole("link", { name: /^Choose/u }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByLabel("I have read this and agree").check();
  await button(page, "Continue").click();
  await page.getByLabel("Reason for coming").fill("I cannot sleep.");
  await page.getByLabel("Country or region").fill("Kiel");
  await button(page, "Continue").click();
  await page.getByRole("button", { name: /^Send to/u }).click();
  await expect(page.getByText("has your request.")).toBeVisible();
  const id = page.url().slice(-32);
  await untilView(practitioner, id, (view) => view.intake !== undefined);
  await practitioner.accept(id);
  return id;
}

test("browsers are listed, asked about, named, and logged out from each other", async ({ browser, page, server, contextOptions }, info) => {
  const picture = (name: string) => (info.project.name === "phone" ? undefined : name);
  const options = { ...contextOptions, baseURL: server.baseUrl };
  const practice = await openPractice(server);
  const practitioner = practice.practitioner.core;
  const kept = await signUp(page);
  const id = await begin(page, practitioner);
  const elsewhere = await (await browser.newContext(options)).newPage();

  await test.step("a new browser is asked about, once, and is one's own", async () => {
    await logIn(elsewhere, kept);
    await page.getByRole("link", { name: "Conversations" }).first().click();
    await expect(asks(page)).toBeVisible();
    await expectWellMade(page);
    await expect(elsewhere.getByRole("link", { name: /Dr Reed/u })).toBeVisible();
    await expect(asks(elsewhere)).toHaveCount(0);
    await goToSettings(page);
    await expect(asks(page)).toBeVisible();
    await button(page, "Yes, that was me").click();
    await expect(asks(page)).toHaveCount(0);
    await page.reload();
    await expect(rows(page)).toHaveCount(2);
    await expect(asks(page)).toHaveCount(0);
  });

  await test.step("each is told apart, and can be named", async () => {
    await expect(rows(page).first()).toContainText("This browser");
    await expect(rows(page).nth(1)).toContainText(/Last used today\. Here since \P{L}*today/u);
    await expect(rows(page).first().getByRole("button", { name: /^Log out there/u })).toHaveCount(0);
    await rows(page).nth(1).getByRole("button", { name: /^Rename/u }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("At work");
    await expectWellMade(page);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(rows(page).nth(1)).toContainText("At work");
    await goToSettings(elsewhere);
    await expect(rows(elsewhere).first()).toContainText("At work");
    await expectWellMade(page);
    if (picture("devices")) await shot(page, "devices");
  });

  await test.step("logged out from the other one, it says so and keeps nothing", async () => {
    await elsewhere.getByRole("link", { name: "Conversations" }).first().click();
    await elsewhere.getByRole("link", { name: /Dr Reed/u }).click();
    await elsewhere.getByRole("textbox", { name: /^Message to/u }).fill("Written at work");
    await button(elsewhere, "Send").click();
    await untilView(practitioner, id, (view) => view.items.some((item) => item.kind === "message" && item.text === "Written at work"));
    await button(page, "Log out there: At work").click();
    await expectWellMade(page);
    await page.getByRole("dialog").getByRole("button", { name: "Log out there" }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(elsewhere.getByText("was logged out from another of your browsers")).toBeVisible();
    await expect(elsewhere.getByText(kept.loginName)).toHaveCount(0);
    await expectWellMade(elsewhere);
    if (picture("removed")) await shot(elsewhere, "removed-here");
    expect(await elsewhere.evaluate(async () => (await indexedDB.databases()).length)).toBeLessThanOrEqual(1);
    await elsewhere.reload();
    await expect(elsewhere.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();
    const seen = await untilView(practitioner, id, (view) => view.items.some((item) => item.kind === "notice" && item.notice.type === "device-removed"));
    expect(seen.summary.alerts).toBe(0);
    await page.getByRole("link", { name: "Conversations" }).first().click();
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(page.locator(".said").filter({ hasText: "Written at work" })).toBeVisible();
  });

  await test.step("what a browser did that is gone is asked about in the access log, and what helps is told", async () => {
    await page.getByRole("link", { name: "Conversations" }).first().click();
    await logIn(elsewhere, kept);
    await goToSettings(page);
    await expect(page.getByText("One entry asks you something")).toBeVisible();
    await page.getByRole("button", { name: /^Log out there: .*Chrome/u }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Log out there" }).click();
    await expect(elsewhere.getByText("was logged out from another of your browsers")).toBeVisible();
    await expect(page.getByText("There is something in your access log that we would like to ask you about.")).toBeVisible();
    await expectWellMade(page);
    await button(page, "Look at it").click();
    const entry = entries(page).filter({ hasText: "You have not said yet whether this browser is yours." });
    await expect(entry.getByRole("heading", { name: "Logged in with a new browser" })).toBeVisible();
    await expectWellMade(page);
    await entry.getByRole("button", { name: /^That was not me/u }).click();
    const answered = entries(page).filter({ hasText: "You said: that was not me." });
    await expect(answered.getByRole("heading")).toBeFocused();
    await expect(answered.getByText("None of this is your fault")).toBeVisible();
    await expect(page.getByText("Nothing in it needs an answer from you.")).toBeVisible();
    await expectWellMade(page);
    await answered.getByRole("button", { name: /^Answer otherwise/u }).click();
    const mine = entries(page).filter({ hasText: "You said: that was me." });
    await expect(mine.getByRole("heading")).toBeFocused();
    await mine.getByRole("button", { name: /^Answer otherwise/u }).click();
    await expect(answered).toHaveCount(1);
  });

  await test.step("the access log is taken along as a file, which it then tells", async () => {
    await button(page, "Save as a file").click();
    const dialog = page.getByRole("dialog", { name: "Take the log along" });
    await dialog.getByRole("radio", { name: "Not at all" }).check();
    await dialog.getByLabel("I know that, and want it unlocked").check();
    await expectWellMade(page);
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save", exact: true }).click()]);
    const { format, entries: told } = JSON.parse(readFileSync(await download.path(), "utf8")) as { readonly format: string; readonly entries: readonly { readonly title: string; readonly answer?: string }[] };
    expect(format).toBe("alcove-access");
    expect(told.filter(({ title, answer }) => title === "Logged in with a new browser" && answer === "not-mine")).toHaveLength(1);
    expect(told.some(({ title }) => title === "Saved the access log as a file")).toBe(false);
    await page.keyboard.press("Escape");
    await goToSettings(page);
    await page.getByRole("link", { name: "Open the access log" }).click();
    await expect(entries(page).filter({ hasText: "Saved the access log as a file" })).toHaveCount(1);
  });

  await test.step("a server that shows less of it than before is found out, and gone on with only when that was explained", async () => {
    const notes = "**/alcove.v1.AccessService/GetNotes";
    await page.context().route(notes, (route) => route.fulfill({ contentType: "application/proto", body: "" }));
    await page.reload();
    const warning = page.getByRole("complementary", { name: "Warning about the access log" });
    await expect(warning.getByText("The server shows an older access log than before.")).toBeVisible();
    await expectWellMade(page);
    await page.context().unroute(notes);
    await button(page, "It has been explained to me").click();
    await page.getByRole("dialog").getByRole("button", { name: "Go on with it" }).click();
    await expect(warning).toHaveCount(0);
    await expect(entries(page).filter({ hasText: "You said: that was not me." })).toHaveCount(1);
  });

  await test.step("a browser that was not one's own is logged out, and the passphrase is next", async () => {
    await logIn(elsewhere, kept);
    await goToSettings(page);
    await expect(page.getByText("One entry asks you something")).toBeVisible();
    await page.getByRole("link", { name: "Conversations" }).first().click();
    await expect(asks(page)).toBeVisible();
    await button(page, "No, that was not me").click();
    await expectWellMade(page);
    await page.getByRole("dialog").getByRole("button", { name: "Log out there" }).click();
    await expect(page.getByRole("heading", { name: "Change passphrase" })).toBeVisible();
    await expect(page.getByLabel("Your present passphrase")).toBeFocused();
    await expect(elsewhere.getByText("was logged out from another of your browsers")).toBeVisible();
    // Who was asked once is not asked in the access log as well.
    await page.getByRole("link", { name: "Open the access log" }).click();
    await expect(entries(page).filter({ hasText: "You said: that was not me." })).toHaveCount(2);
    await goToSettings(page);
  });
  await test.step("a browser comes in without the passphrase, by a code that the other one shows", async () => {
    const added = async () => (await practitioner.open(id)).items.filter((item) => item.kind === "notice" && item.notice.type === "device-added").length;
    const before = await added();
    await button(page, "Link another device").click();
    await expect(page.getByText("Nobody from the practice will ever ask you")).toBeVisible();
    await expectWellMade(page);
    if (picture("link-ask")) await shot(page, "link-ask");
    await button(page, "Show the code").click();
    await expect(page.getByRole("heading", { name: "Point the camera of the other device at this" })).toBeFocused();
    const link = await readQr(page);
    await expectWellMade(page);
    if (picture("link-shown")) await shot(page, "link-shown");

    await elsewhere.goto(link);
    await expect(elsewhere.getByRole("heading", { name: "Come in with another device" })).toBeVisible();
    expect(new URL(elsewhere.url()).hash, "the secret does not stay in the address").toBe("");
    await button(elsewhere, "Go on").click();
    const words = (of: Page) => of.locator(".safety-words li");
    await expect(words(elsewhere)).toHaveCount(3);
    await expect(words(page)).toHaveText(await words(elsewhere).allInnerTexts());
    await expect(page.getByText(/The other device says that it is: \P{L}*Chrome/u)).toBeVisible();
    await expectWellMade(page);
    await expectWellMade(elsewhere);
    if (picture("link-compare")) await shot(page, "link-compare");
    if (picture("link-in-compare")) await shot(elsewhere, "link-in-compare");
    await button(page, "They are the same").click();
    await expect(page.getByRole("heading", { name: "The other device is in" })).toBeFocused();
    await page.getByRole("dialog").locator("p.actions").getByRole("button", { name: "Close" }).click();
    await expect(rows(page)).toHaveCount(2);
    await elsewhere.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(elsewhere.locator(".said").filter({ hasText: "Written at work" })).toBeVisible();
    await expect.poll(added).toBeGreaterThan(before);
  });

  await test.step("what is stopped says so, and the code is spent", async () => {
    await button(page, "Link another device").click();
    await button(page, "Show the code").click();
    const link = await readQr(page);
    const third = await (await browser.newContext(options)).newPage();
    await third.goto("/app/link");
    await expect(third.getByRole("heading", { name: "Come in with another device" })).toBeVisible();
    await expectWellMade(third);
    await third.getByLabel("Link", { exact: true }).fill(link);
    await button(third, "Go on").click();
    await expect(third.locator(".safety-words li")).toHaveCount(3);
    await button(page, "They differ, or I am not sure").click();
    await expect(third.getByText("It was stopped on the other device. Nothing was given away.")).toBeVisible();
    await expect(third.getByLabel("Link", { exact: true })).toHaveValue("");
    await third.context().close();
  });
  await elsewhere.context().close();
  await practice.close();
});
