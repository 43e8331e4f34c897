/**
 * Somebody who reads Arabic, from right to left, comes from the public page to
 * an answer; what is written from left to right keeps its direction among it.
 * Every screen on the way is held to axe in that language, and in those that
 * other stories look at only quickly; some also to what other eyes need.
 */
import type { Locator, Page } from "@playwright/test";
import { openPractice, untilView } from "../web/core/test/practice.ts";
import { expect, expectAccessible, expectNoOverflow, expectRoomForLargeText, LANGUAGES, listenForErrors, speak, test } from "./fixtures.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ar");
const SAID = "لا أنام منذ أسابيع (see https://example.org/sleep) وأشعر بالتعب.";
const ANSWER = "Thank you, that is a good beginning.";

/** What somebody reading Arabic has in front of them. */
async function expectArabic(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
  await expectNoOverflow(page);
}

const direction = (place: Locator) => place.evaluate((element) => getComputedStyle(element).direction);
const press = (page: Page, id: string, args?: Record<string, string>) => page.getByRole("main").getByRole("button", { name: t(id, args), exact: true }).or(page.getByRole("main").getByRole("link", { name: t(id, args), exact: true })).first().click();

test("in Arabic: found, asked, answered", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl, locale: "ar" });
  const heard = listenForErrors(context);
  const page = await context.newPage();
  try {
    await test.step("the public page leads into the app, which speaks the same language", async () => {
      await page.goto("/practitioners");
      await expectArabic(page);
      await page.getByRole("link", { name: "تسجيل الدخول" }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("log-in-title") }).or(page.getByRole("heading", { level: 1, name: t("welcome-title") }))).toBeVisible();
      await expectArabic(page);
      await expect(page.locator(".bar-language option:checked")).toHaveText("العربية");
    });
    await test.step("an account; its name, words and code keep their direction", async () => {
      await page.goto("/app/sign-up");
      await expect(page.locator(".offered")).toHaveText(/^(\S+ ){5}\S+$/u);
      expect(await direction(page.locator(".offered"))).toBe("ltr");
      await expectArabic(page);
      await expect(page.getByRole("textbox", { name: t("pseudonym") })).not.toHaveValue("");
      await press(page, "sign-up-submit");
      await expect(page.getByRole("heading", { level: 1, name: t("keep-title") })).toBeFocused({ timeout: 60_000 });
      const code = page.locator("code.groups");
      expect(await direction(code)).toBe("ltr");
      await expectArabic(page);
      const written = await code.innerText();
      await press(page, "keep-done");
      await page.getByLabel(t("recovery-code-again")).fill(written);
      await press(page, "continue");
    });
    await test.step("somebody is chosen, read about, agreed with, told", async () => {
      await page.getByRole("link", { name: t("nav-start") }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("start-title") })).toBeVisible();
      await expectArabic(page);
      await page.getByRole("link", { name: t("choose", { name: "Dr Reed" }) }).click();
      await expectStep(page, "start-protection-title");
      await press(page, "continue");
      await expectStep(page, "start-consent-title");
      await page.getByLabel(t("consent-agree")).check();
      await press(page, "continue");
      await expectStep(page, "start-intake-title");
      await page.getByLabel(t("intake-reason")).fill("لا أنام.");
      await page.getByLabel(t("intake-region")).fill("طنجة، المغرب");
      await press(page, "continue");
      await expectStep(page, "start-review-title");
      await press(page, "request-send", { name: "Dr Reed" });
      await expect(page.getByText(t("standing-requested-client", { name: "Dr Reed" }))).toBeVisible();
    });
    await test.step("both write, each in their language; each line runs as its own words do", () => talk(page, practice.practitioner.core));
    const talked = page.url();
    await test.step("the settings, and the choice of another language, which stays", async () => {
      await page.goto("/app/settings");
      await expect(page.getByRole("heading", { level: 1, name: t("settings-title") })).toBeVisible();
      await expectArabic(page);
      await speak(page, "fr");
      await page.reload();
      await expect(page.getByRole("heading", { level: 1, name: wordsOf("fr")("settings-title") })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
      expect(await context.cookies()).toEqual([]);
    });
    await test.step("what others look at quickly is held to all of axe in every language", async () => {
      for (const path of ["/app/settings", "/app/start", "/app"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        for (const language of LANGUAGES.filter((language) => language !== "en" && language !== "ar")) {
          await speak(page, language);
          await expectAccessible(page);
        }
      }
    });
    await test.step("for every eye: colours of one's own, strong contrast, large text, no motion", async () => {
      for (const path of [talked, "/app/settings", "/app/start"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectForEveryEye(page);
      }
    });
    expect(heard.filter((complaint) => !complaint.includes("404")), "a practitioner without a photo is all that is missing").toEqual([]);
  } finally {
    await context.close();
    await practice.close();
  }
});

/** What colour alone tells is lost in the reader's own colours; what moves stands still; what is large finds room. */
async function expectForEveryEye(page: Page): Promise<void> {
  for (const media of [{ forcedColors: "active" }, { contrast: "more" }] as const) {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    await expectAccessible(page);
    // What had the focus may go while a screen is still coming.
    await expect(async () => {
      await page.keyboard.press("Tab");
      const unseen = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? "" : document.activeElement!.outerHTML.slice(0, 200);
      });
      expect(unseen, `what has the focus is seen (${Object.keys(media).join("")})`).toBe("");
    }).toPass({ timeout: 10_000 });
    await page.emulateMedia({ forcedColors: null, contrast: null, reducedMotion: null });
  }
  await expectRoomForLargeText(page);
}

async function expectStep(page: Page, id: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: t(id) })).toBeFocused();
  await expectArabic(page);
}

async function talk(page: Page, practitioner: Awaited<ReturnType<typeof openPractice>>["practitioner"]["core"]): Promise<void> {
  const id = new URL(page.url()).pathname.split("/").at(-1)!;
  await untilView(practitioner, id, (view) => view.intake !== undefined);
  await practitioner.accept(id);
  await page.getByRole("textbox", { name: t("composer", { name: "Dr Reed" }) }).fill(SAID);
  await page.getByRole("button", { name: t("send"), exact: true }).click();
  await untilView(practitioner, id, ({ items }) => items.some((item) => item.kind === "message" && item.text === SAID));
  await practitioner.send(id, ANSWER);
  const log = page.getByRole("log");
  await expect(log.getByText(ANSWER)).toBeVisible();
  await expectArabic(page);
  const [mine, theirs] = [log.locator(".mine .said").last(), log.locator(".theirs .said").last()];
  expect(await direction(mine)).toBe("rtl");
  expect(await direction(mine.getByRole("link"))).toBe("ltr");
  expect(await direction(theirs)).toBe("ltr");
  // One's own words stand at the end of the line, which is on the left here.
  const [own, other] = [await mine.boundingBox(), await theirs.boundingBox()];
  expect(own!.x).toBeLessThan(other!.x);
}
