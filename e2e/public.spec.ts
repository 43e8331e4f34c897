/** What anybody may read, before the practice is even set up: without script, in every language, for every eye and hand. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BINARY } from "../web/core/test/server.ts";
import { expect, expectAccessible, expectAccessibleHereToo, expectNoOverflow, expectRoomForLargeText, expectWellMade, LANGUAGES, listenForErrors, test } from "./fixtures.ts";
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
        await (language === "en" && scheme === "light" ? expectAccessible(page) : expectAccessibleHereToo(page, scheme === "dark" || language === "ar"));
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

test("a visitor compares what the server says with what the browser sees, and a steward's backup is told", async ({ page, server }) => {
  const answer = await page.goto("/security?lang=en");
  const seen = await answer?.securityDetails();
  const connection = page.locator("#connection");
  await expect(connection).toContainText(`Right now it uses ${seen?.protocol}`);
  const until = new Date((seen?.validTo ?? 0) * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  await expect(page.locator("#certificate")).toContainText(until);
  await connection.getByText("How to check it yourself").click();
  await expect(connection).toContainText(`openssl s_client -connect ${new URL(server.baseUrl).host}`);
  await expect(page.locator("#backup")).toContainText("None has been made yet");

  const safe = mkdtempSync(path.join(tmpdir(), "alcove-safe-"));
  try {
    const recipient = execFileSync(BINARY, ["backup-key", path.join(safe, "key")], { encoding: "utf8" }).trim();
    execFileSync(BINARY, ["backup", "--data", server.data, "--to", safe, "--recipient", recipient], { stdio: "ignore" });
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
  await page.reload();
  await expect(page.locator("#backup")).toContainText("Made on ");
  await page.locator("details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
  await expectWellMade(page);
});

test("the facts of the server have room on the narrowest phone, opened and in large letters", async ({ page }) => {
  for (const language of ["de", "ar"] as const) {
    await page.goto(`/security?lang=${language}`);
    await page.locator("main details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
    await expectNoOverflow(page);
    await expectRoomForLargeText(page);
  }
});

test("who comes through a proxy is told so, and is shown no certificate that is not theirs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ extraHTTPHeaders: { Forwarded: "for=203.0.113.7;proto=https" }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/security?lang=en");
  await expect(page.locator("#connection")).toContainText("it passes another computer");
  await expect(page.locator("#certificate")).toContainText("We can say nothing about it");
  await expect(page.locator("#certificate code")).toHaveCount(0);
  await page.goto("/?lang=en");
  await expect(page.getByRole("main")).toContainText("it passes another computer");
  await context.close();
});
