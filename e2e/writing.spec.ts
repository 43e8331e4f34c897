/**
 * What two people do with what they said: they edit it, take it back, answer
 * and react to it, follow an address in it, find it again, star it, write with quick phrases; by keyboard and by touch, at a desk
 * and on a phone, and while the server is away.
 */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import { expect, expectWellMade, listenForErrors, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { AT_A_DESK } from "./playwright.config.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: /^Message to/u });
const message = (page: Page, text: string) => page.locator(".message", { has: page.locator(".said", { hasText: text }) }).last();
const menuOf = (page: Page, text: string) => message(page, text).locator(".message-menu");

async function enterAs(browser: Browser, options: BrowserContextOptions, login: Login) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
  return { page, complaints: listenForErrors(context) };
}

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(composer(page)).toHaveValue("");
}

const [BY_KEYS, BY_TOUCH] = [true, false];

/** Opens the menu of a message as whoever holds the device would. */
async function openMenu(page: Page, text: string, byKeyboard: boolean): Promise<void> {
  const button = message(page, text).getByRole("button", { name: /what to do with it/u });
  if (byKeyboard) {
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(menuOf(page, text).getByRole("button").first()).toBeFocused();
  } else {
    await button.tap();
  }
}

async function choose(page: Page, text: string, what: string | RegExp, byKeyboard: boolean): Promise<void> {
  await openMenu(page, text, byKeyboard);
  const choice = menuOf(page, text).getByRole("button", { name: what, exact: true });
  if (!byKeyboard) return choice.tap();
  for (let i = 0; i < 12 && !(await choice.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

test("two people edit, take back, answer and react", async ({ browser, logins, server, contextOptions }) => {
  const who = (name: string, place: BrowserContextOptions = {}) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl, ...place }, logins.find((login) => login.who.includes(name))!);
  const [{ page: client, complaints }, { page: practitioner }] = [await who("talks with Mara"), await who("practitioner, Mara", AT_A_DESK)];
  await client.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await practitioner.getByRole("link", { name: /Quiet Heron/u }).click();

  await test.step("a message is edited, and both see that and what it said before", async () => {
    await write(client, "I slept for hours.");
    await expect(message(practitioner, "I slept for hours.")).toBeVisible();
    await openMenu(client, "I slept for hours.", BY_TOUCH);
    await expectWellMade(client);
    await client.keyboard.press("Escape");
    await expect(menuOf(client, "I slept for hours.")).toBeHidden();
    await choose(client, "I slept for hours.", "Edit", BY_TOUCH);
    const words = client.getByRole("textbox", { name: "Your words" });
    await expect(words).toHaveValue("I slept for hours.");
    await words.fill(" ");
    await client.getByRole("button", { name: "Save", exact: true }).click();
    await expect(client.getByText("Please write something first.")).toBeVisible();
    await words.fill("I slept for four hours.");
    await expectWellMade(client);
    await client.getByRole("button", { name: "Save", exact: true }).click();
    for (const page of [client, practitioner]) {
      await expect(message(page, "I slept for four hours.")).toBeVisible();
      await message(page, "I slept for four hours.").getByRole("button", { name: "Edited" }).click();
      await expect(page.locator(".wordings .written")).toHaveText(["I slept for hours.", "I slept for four hours."]);
      await expectWellMade(page);
      await page.getByRole("button", { name: "Close" }).click();
      await expectWellMade(page);
    }
    await expect(message(client, "I slept for four hours.").locator(".mark")).toHaveText("Read");
  });

  await test.step("words are taken back, and gone on both sides", async () => {
    await write(client, "Please forget the marzipan.");
    await expect(message(practitioner, "marzipan")).toBeVisible();
    await choose(client, "marzipan", "Take back", BY_KEYS);
    await expect(client.getByText("may have read them already")).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await expect(client.getByText("You took this message back.")).toBeVisible();
    await expect(practitioner.getByText("took this message back.")).toBeVisible();
    for (const page of [client, practitioner]) {
      await expect(page.getByText("marzipan")).toHaveCount(0);
      await expectWellMade(page);
    }
    await client.reload();
    await expect(client.getByText("You took this message back.")).toBeVisible();
    await expect(client.getByText("marzipan")).toHaveCount(0);
  });

  await test.step("an answer stands with what it answers and leads there", async () => {
    await choose(practitioner, "I slept for four hours.", "Reply", BY_KEYS);
    await expect(composer(practitioner)).toBeFocused();
    await expect(practitioner.locator(".answered")).toContainText("I slept for four hours.");
    await expectWellMade(practitioner);
    await write(practitioner, "Was that better than before?");
    await expect(practitioner.locator(".answered")).toHaveCount(0);
    const quote = message(client, "Was that better").getByRole("button", { name: /^In answer to You/u });
    await expect(quote).toContainText("I slept for four hours.");
    await expectWellMade(client);
    await quote.click();
    await expect(client.locator(".message.sought")).toBeFocused();
    await expect(client.locator(".message.sought .said")).toHaveText("I slept for four hours.");
    await expectWellMade(client);
  });

  await test.step("either reacts, and takes that away again", async () => {
    await choose(client, "Was that better", /^React with .*🌱/u, BY_TOUCH);
    const theirs = message(practitioner, "Was that better").getByRole("button", { name: /🌱.* from .*Quiet Heron/u });
    await theirs.click();
    const both = message(client, "Was that better").getByRole("button", { name: /🌱.* from you and .*Mara Lindqvist/u });
    await expect(both).toContainText("2");
    await expectWellMade(client);
    await expectWellMade(practitioner);
    await both.click();
    await expect(message(practitioner, "Was that better").getByRole("button", { name: /🌱.* from you$/u })).toHaveAttribute("aria-pressed", "true");
    await choose(client, "Was that better", "Another reaction", BY_KEYS);
    await client.getByLabel("Your reaction").fill("🕯️🕯️");
    await client.getByRole("button", { name: "React", exact: true }).click();
    await expect(client.getByText("Please choose one character")).toBeVisible();
    await expectWellMade(client);
    await client.getByLabel("Your reaction").fill("🕯️");
    await client.getByRole("button", { name: "React", exact: true }).click();
    await expect(message(practitioner, "Was that better").getByRole("button", { name: /🕯️.* from .*Quiet Heron/u })).toBeVisible();
  });

  await test.step("an address is a link that shows where it leads", async () => {
    await write(client, "Read https://example.org/sleep?x=1, not https://аpple.example/.");
    const links = message(practitioner, "Read https").getByRole("link");
    await expect(links).toHaveText(["https://example.org/sleep?x=1", "https://xn--pple-43d.example/"]);
    await expect(links.first()).toHaveAttribute("rel", "noreferrer noopener");
    await expect(links.first()).toHaveAttribute("target", "_blank");
    await expectWellMade(practitioner);
  });

  await test.step("what was said is found again, by its words and by its day", async () => {
    await practitioner.getByRole("button", { name: "Search", exact: true }).click();
    const words = practitioner.getByRole("textbox", { name: "Words to look for" });
    await words.fill("marzipan");
    await expect(practitioner.getByText("Nothing was found.")).toBeVisible();
    await words.fill("SLÉPT fou");
    const hits = practitioner.locator(".hit");
    await expect(hits).toHaveCount(1);
    await expect(hits.locator("mark")).toHaveText(["slept", "four"]);
    await expectWellMade(practitioner);
    await hits.click();
    await expect(practitioner.locator(".message.sought")).toBeFocused();
    await expect(practitioner.locator(".message.sought .said")).toHaveText("I slept for four hours.");

    await client.getByRole("link", { name: "Conversations" }).first().click();
    await client.getByRole("button", { name: "Search", exact: true }).click();
    await client.getByRole("textbox", { name: "Words to look for" }).fill("t");
    await expect(client.getByText(/messages were found/u)).toBeVisible();
    await expectWellMade(client);
    await client.getByRole("textbox", { name: "Words to look for" }).fill("better than bef");
    await expect(client.getByText("One message was found.")).toBeVisible();
    await client.locator(".hit", { hasText: "Mara Lindqvist" }).click();
    await expect(client.locator(".message.sought .said")).toHaveText("Was that better than before?");

    await client.getByRole("button", { name: "Search", exact: true }).click();
    await client.getByLabel("Day", { exact: true }).fill("2999-01-01");
    await client.getByRole("button", { name: "Go there" }).click();
    await expect(client.getByText("Nothing was said on that day or after it.")).toBeVisible();
    await expectWellMade(client);
    await client.getByLabel("Day", { exact: true }).fill("2020-01-01");
    await client.getByRole("button", { name: "Go there" }).click();
    await expect(client.locator("[data-item]").first()).toBeFocused();
  });

  await test.step("a message is starred for oneself, and found again", async () => {
    await choose(client, "Was that better", "Star, for me alone", BY_TOUCH);
    await expect(message(client, "Was that better").locator(".starred")).toBeVisible();
    await expect(practitioner.locator(".starred")).toHaveCount(0);
    await expectWellMade(client);
    await client.getByRole("button", { name: "Search", exact: true }).click();
    await expect(client.getByRole("heading", { name: "Starred" })).toBeVisible();
    await expect(client.locator(".hit")).toHaveCount(1);
    await expectWellMade(client);
    await client.locator(".hit").click();
    await expect(client.locator(".message.sought .said")).toHaveText("Was that better than before?");
    await choose(client, "Was that better", "Take the star away", BY_KEYS);
    await expect(client.locator(".starred")).toHaveCount(0);
  });

  await test.step("a practitioner keeps quick phrases and puts one into a message", async () => {
    await expect(client.getByRole("button", { name: "Quick phrases" })).toHaveCount(0);
    await practitioner.getByRole("button", { name: "Quick phrases" }).click();
    await expect(practitioner.getByText("can wait here")).toBeVisible();
    await expectWellMade(practitioner);
    await practitioner.getByRole("button", { name: "New phrase" }).click();
    await practitioner.getByRole("button", { name: "Save", exact: true }).click();
    await expect(practitioner.getByText("Please write something first.")).toBeVisible();
    await practitioner.getByLabel("Phrase", { exact: true }).fill("See you on Tuesday.");
    await expectWellMade(practitioner);
    await practitioner.getByRole("button", { name: "Save", exact: true }).click();
    await practitioner.getByRole("button", { name: /^Change .*See you on Tuesday/u }).click();
    await practitioner.getByLabel("Phrase", { exact: true }).fill("See you on Thursday.");
    await practitioner.getByRole("button", { name: "Save", exact: true }).click();
    await expect(practitioner.locator(".phrases .hit")).toHaveText(["See you on Thursday."]);
    await expectWellMade(practitioner);
    await practitioner.getByRole("button", { name: "Close" }).click();
    await composer(practitioner).fill("Thank you. ");
    await practitioner.getByRole("button", { name: "Quick phrases" }).click();
    await practitioner.getByRole("button", { name: "See you on Thursday.", exact: true }).click();
    await expect(composer(practitioner)).toBeFocused();
    await expect(composer(practitioner)).toHaveValue("Thank you. See you on Thursday.");
    await practitioner.getByRole("button", { name: "Send", exact: true }).click();
    await expect(message(client, "Thank you. See you on Thursday.")).toBeVisible();
    await practitioner.getByRole("button", { name: "Quick phrases" }).click();
    await practitioner.getByRole("button", { name: /^Change/u }).click();
    await practitioner.getByRole("button", { name: "Remove" }).click();
    await expect(practitioner.locator(".phrases .hit")).toHaveCount(0);
    await practitioner.getByRole("button", { name: "Close" }).click();
  });

  await test.step("without a server it waits like everything else", async () => {
    await server.halt();
    await expect(client.locator(".connection")).not.toBeEmpty();
    await choose(client, "I slept for four hours.", "Edit", BY_KEYS);
    await client.getByRole("textbox", { name: "Your words" }).fill("I slept for five hours.");
    await client.getByRole("button", { name: "Save", exact: true }).click();
    await expect(message(client, "I slept for five hours.").locator(".mark")).toHaveText("Waits on this device");
    await expectWellMade(client);
    await server.resume();
    await expect(message(practitioner, "I slept for five hours.")).toBeVisible({ timeout: 60_000 });
    await expect(message(practitioner, "Was that better").getByRole("button", { name: /^In answer to/u })).toContainText("five hours");
  });

  // The server was away for a while: that the browser says so is no fault of the page.
  expect(complaints.filter((complaint) => !/^Failed to load resource: (net::ERR_|the server responded with a status of 503)|WebSocket/u.test(complaint))).toEqual([]);
});
