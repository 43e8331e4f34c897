/** Pictures of the lock and of a session without traces, in each language. */
import type { Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { shot } from "./shot.ts";

const offered = (page: Page) => page.locator(".offered", { hasText: /^(\S+ ){5}/u });
const submit = (page: Page, within = "form") => page.locator(`${within} button[type=submit]`).first().click();

for (const language of ["en", "de", "ar"]) {
  test(`people nearby (${language})`, async ({ browser, server, contextOptions }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl, locale: language })).newPage();
    await page.goto("/app");
    await page.locator("h1").waitFor();
    await shot(page, `nearby-welcome-${language}`);
    await page.goto("/app/watched");
    await page.locator("h1").waitFor();
    await shot(page, `nearby-watched-${language}`);
    await page.goto("/app/log-in");
    await page.locator("input[type=checkbox]").check();
    await shot(page, `nearby-log-in-${language}`);
    await page.locator("input[type=checkbox]").uncheck();
    await page.goto("/app/sign-up");
    await offered(page).waitFor();
    await shot(page, `nearby-sign-up-${language}`);
    await submit(page);
    const code = await page.locator(".groups").innerText();
    await submit(page);
    await page.locator("textarea").fill(code);
    await submit(page);
    await page.locator(".bar nav").waitFor();
    await page.goto("/app/settings");
    const part = page.locator(".lock-part");
    await part.locator("button").first().click();
    await part.locator("summary").click();
    await shot(page, `nearby-pin-${language}`);
    for (const field of await part.locator("input.pin").all()) await field.fill("2580");
    await part.locator("button[type=submit]").first().click();
    await page.locator(".bar-lock").waitFor();
    await page.locator("select").last().selectOption("notes");
    await shot(page, `nearby-settings-${language}`);
    await page.locator(".bar-lock").click();
    await page.locator("input.pin").waitFor();
    await shot(page, `nearby-locked-${language}`);
    await page.locator("input.pin").fill("1357");
    await submit(page);
    await page.locator("[aria-invalid=true]").waitFor();
    await shot(page, `nearby-locked-wrong-${language}`);
  });
}
