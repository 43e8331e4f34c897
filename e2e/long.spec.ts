/**
 * A long conversation is read from what is new, back and forth, found in and
 * written on, and never more than a part of it is on the page.
 */
import type { Locator, Page } from "@playwright/test";
import { openPractice, PASSPHRASE, untilView } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const MESSAGES = 520;
const MOST = 300;

const line = (page: Page, n: number): Locator => page.locator(".message", { has: page.locator(".said", { hasText: new RegExp(`^Message ${n}\\.$`, "u") }) });
const shown = (page: Page): Promise<number> => page.locator("[data-item]").count();
const log = (page: Page): Locator => page.getByRole("log", { name: "Messages" });

/** Scrolls as a reader would, by a few screenfuls, until something can be seen. */
async function readUntil(page: Page, n: number, direction: 1 | -1): Promise<void> {
  await expect(async () => {
    await log(page).evaluate((box, direction) => box.scrollBy({ top: direction * box.clientHeight * 6 }), direction);
    expect(await shown(page)).toBeLessThanOrEqual(MOST);
    await expect(line(page, n)).toBeInViewport({ timeout: 50 });
  }).toPass({ intervals: [50], timeout: 60_000 });
}

/** What was looked for has the focus and can be seen, and only a part of the rest is there. */
async function expectFound(page: Page, n: number): Promise<void> {
  await expect(line(page, n)).toBeFocused();
  await expect(line(page, n)).toBeInViewport();
  expect(await shown(page)).toBeLessThanOrEqual(MOST);
}

async function search(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Search", exact: true }).click();
}

test("a long conversation stays light and loses nobody's place", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  const { core: practitioner } = practice.practitioner;
  await core.closeView(); // nothing is read from now on
  const idOf = async (text: string) => (await practitioner.exported(id)).view.items.find((item) => item.kind === "message" && item.text === text)?.id ?? "";
  for (let n = 1; n <= 100; n++) await practitioner.send(id, `Message ${n}.`);
  await expect.poll(async () => (await core.exported(id)).view.items.some((item) => item.kind === "message" && item.text === "Message 100.")).toBe(true);
  await core.star(id, await idOf("Message 60."), true);
  await core.close();
  for (let n = 101; n < MESSAGES; n++) await practitioner.send(id, `Message ${n}.`);
  await practitioner.send(id, `Message ${MESSAGES}.`, await idOf("Message 200."));
  await untilView(practitioner, id, ({ items }) => items.every((item) => item.kind !== "message" || (item.delivery !== "queued" && item.delivery !== "sending")), 60_000);

  const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  const toNewest = page.getByRole("button", { name: "To the newest messages" });

  await test.step("it opens at what is new, not at the end", async () => {
    await expect(page.locator(".timeline-unread")).toBeInViewport();
    await expect(line(page, 1)).toBeInViewport();
    await expect(toNewest).toBeVisible();
    expect(await shown(page)).toBeLessThan(MESSAGES);
    // Read on, it is no news: it is not read out.
    await expect(log(page)).toHaveAttribute("aria-live", "off");
    await expectWellMade(page);
  });

  await test.step("read on to the end and back again, in order, with the place kept", async () => {
    await readUntil(page, MESSAGES, 1);
    await expect(toNewest).toHaveCount(0);
    await expect(log(page)).not.toHaveAttribute("aria-live");
    await readUntil(page, 1, -1);
    const numbers = await page.locator(".message .said").allInnerTexts();
    expect(numbers).toEqual(numbers.map((_, i) => `Message ${i + 1}.`));
  });

  await test.step("what comes meanwhile moves nothing, and is told", async () => {
    await log(page).evaluate((box) => box.scrollBy({ top: 400 }));
    const place = () => line(page, 6).evaluate((message) => Math.round(message.getBoundingClientRect().top));
    const before = await place();
    await practitioner.send(id, "And one more.");
    const newBelow = page.getByRole("button", { name: "New messages below" });
    await expect(newBelow).toBeVisible();
    expect(await place()).toBe(before);
    await newBelow.click();
    await expect(log(page).getByText("And one more.")).toBeInViewport();
  });

  await test.step("an answer leads to what it answers, a star, a search and a day to what was looked for", async () => {
    await line(page, MESSAGES).getByRole("button", { name: /Message 200\./u }).click();
    await expectFound(page, 200);
    await search(page);
    await page.locator(".hit", { hasText: "Message 60." }).click();
    await expectFound(page, 60);
    await search(page);
    await page.getByRole("textbox", { name: "Words to look for" }).fill("message 440");
    await page.locator(".hit", { hasText: "Message 440." }).click();
    await expectFound(page, 440);
    await search(page);
    await page.getByLabel("Day", { exact: true }).fill("2020-01-01");
    await page.getByRole("button", { name: "Go there" }).click();
    await expect(line(page, 1)).toBeInViewport();
    await expect(page.locator(".timeline-notice").first()).toBeFocused();
  });

  await test.step("who hides the page finds their place again; who writes far back comes to the end", async () => {
    await log(page).evaluate((box) => box.scrollBy({ top: 1_000 }));
    const seen = page.locator(".message").filter({ visible: true });
    await expect(line(page, 1)).not.toBeInViewport();
    const first = await shown(page);
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    // What is told after that was not told to the view that was left.
    await practitioner.send(id, "And another one.");
    await expect(page.getByRole("button", { name: "New messages below" })).toBeVisible();
    expect(await shown(page)).toBe(first);
    await expect(seen.first()).toContainText("Message 1.");
    await page.getByRole("textbox", { name: /^Message to/u }).fill("I read all of it.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.locator(".message.mine", { hasText: "I read all of it." })).toBeInViewport();
    await expect(toNewest).toHaveCount(0);
  });
  await practice.close();
});
