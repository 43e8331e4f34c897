/** What anybody may read, before the practice is even set up: without script, in every language, for every eye and hand. */
import { expect, expectAccessible, expectNoOverflow, LANGUAGES, listenForErrors, test } from "./fixtures.ts";
import { PUBLIC_PAGES } from "./public_pages.ts";

test("every page can be read without script, and sets nothing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  for (const path of PUBLIC_PAGES) {
    for (const language of LANGUAGES) {
      const answer = await page.goto(`${path}?lang=${language}`);
      expect(answer?.status(), path).toBe(200);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
      await expect(page.getByRole("navigation").getByRole("link").first()).toHaveAttribute("href", `/crisis?lang=${language}`);
      expect(await page.locator("script").count(), `${path} has no script`).toBe(0);
    }
  }
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

// Colours are the same in every language.
for (const language of LANGUAGES) {
  for (const scheme of language === "en" ? ["light", "dark"] as const : ["light"] as const) {
    test(`every page is accessible and fits: ${language}, ${scheme}`, async ({ page, context }) => {
      const errors = listenForErrors(context);
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of PUBLIC_PAGES) {
        await page.goto(`${path}?lang=${language}`);
        await expectAccessible(page);
        await expectNoOverflow(page);
      }
      expect(errors).toEqual([]);
    });
  }
}

test("the browser's language is taken, and can be changed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "de-AT", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByText("Sprache: Deutsch").click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});

test("what is not there is said kindly, with a way on", async ({ page }) => {
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
});
