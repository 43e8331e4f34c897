/** Choosing somebody, as anybody may: the directory, its filters, a profile with what one would agree to. */
import { expect, expectAccessible, expectNoOverflow, livedInTest as test } from "./fixtures.ts";
import { DESK } from "./playwright.config.ts";

test("who works here can be found, filtered and read about", async ({ browser, page, server }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl });
  const reader = await plain.newPage();
  await reader.goto("/practitioners?lang=en");
  const found = reader.getByRole("main").getByRole("listitem").filter({ has: reader.getByRole("heading") });
  await expect(found).toHaveCount(2);
  await reader.getByLabel("What it is about").selectOption({ label: "Grief" });
  await reader.getByRole("button", { name: "Show" }).click();
  await expect(found).toHaveCount(1);
  await reader.getByRole("link", { name: "Joseph Adeyemi" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Joseph Adeyemi");
  await expect(reader.getByText("C-88213").first()).toBeVisible();
  await expect(reader.getByText("The first two weeks are free.", { exact: false })).toBeVisible();
  await expect.poll(() => reader.getByRole("main").getByRole("img").first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await plain.close();

  for (const language of ["en", "de"]) {
    for (const path of ["/", "/practitioners", "/crisis", "/contact", new URL(reader.url()).pathname]) {
      await page.goto(`${path}?lang=${language}`);
      await expectAccessible(page);
      await expectNoOverflow(page);
      await expectNoOverflow(page, DESK.width);
    }
  }
});
