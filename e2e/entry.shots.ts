/** Pictures of the way in and of one's own account, in each language. */
import type { Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { shot } from "./shot.ts";
import { ownBrowser } from "./staff.ts";

const submit = (page: Page, within = "form") => page.locator(`${within} button[type=submit]`).first().click();
/** The n-th button of a group of choices. */
const choice = (page: Page, within: string, n: number) => page.locator(`${within} .actions button:not([type=submit])`).nth(n).click();
const refused = (page: Page) => page.locator("[aria-invalid=true], .notice-danger").first().waitFor();
const offered = (page: Page) => page.locator(".offered", { hasText: /^(\S+ ){5}/u });
/** The n-th card of the settings. */
const part = (n: number) => `.part:nth-of-type(${n})`;

async function keep(page: Page, picture?: string) {
  const code = await page.locator(".groups").innerText();
  const name = await page.locator(".sheet code").first().innerText();
  if (picture) await shot(page, `${picture}-keep`);
  await submit(page);
  await page.locator("textarea").fill("0000");
  await submit(page);
  await refused(page);
  if (picture) await shot(page, `${picture}-check`);
  await page.locator("textarea").fill(code);
  await submit(page);
  return { code, name };
}

for (const language of ["en", "de", "ar"]) {
  test(`the way in (${language})`, async ({ browser, server, contextOptions }) => {
    test.setTimeout(300_000);
    const options = { ...contextOptions, baseURL: server.baseUrl, locale: language };
    const take = async (page: Page, name: string) => {
      await page.locator("h1").waitFor();
      await shot(page, `entry-${name}-${language}`);
    };
    const client = await (await browser.newContext(options)).newPage();

    await client.goto("/app");
    await take(client, "welcome");
    await client.goto("/app/sign-up");
    await offered(client).waitFor();
    await take(client, "sign-up");
    await choice(client, "fieldset", 2);
    await client.locator("textarea").fill("password123");
    await submit(client);
    await refused(client);
    await take(client, "sign-up-weak");
    await client.locator("textarea").fill("hundkatzemaus");
    await client.locator(".strength-fair").waitFor();
    await take(client, "sign-up-fair");
    await choice(client, ".field:has(textarea)", 0);
    const passphrase = await offered(client).innerText();
    await submit(client);
    const { code, name } = await keep(client, `entry-code-${language}`);

    await client.locator(".bar nav").waitFor();
    await client.goto("/app/settings");
    await take(client, "settings");
    await choice(client, part(5), 0);
    await offered(client).waitFor();
    await client.locator(`${part(5)} input[type=password]:not([tabindex])`).fill("no");
    await submit(client, part(5));
    await refused(client);
    await take(client, "settings-passphrase");
    await choice(client, part(7), 0);
    await take(client, "settings-sessions");
    await client.keyboard.press("Escape");
    await choice(client, part(9), 0);
    await take(client, "settings-delete");
    await client.keyboard.press("Escape");

    const second = await client.context().newPage();
    await second.goto("/app");
    await second.locator("h1").waitFor();
    await take(second, "other-window");
    await second.close();

    const elsewhere = await (await browser.newContext(options)).newPage();
    await elsewhere.goto("/app/log-in");
    await elsewhere.locator("input[autocomplete=username]").fill(name);
    await elsewhere.locator("input[type=password]").fill("no");
    await submit(elsewhere);
    await refused(elsewhere);
    await take(elsewhere, "log-in");
    await elsewhere.goto("/app/recover");
    await elsewhere.locator("textarea").fill("0000");
    await submit(elsewhere);
    await refused(elsewhere);
    await take(elsewhere, "recover");
    await elsewhere.locator("textarea").fill(code);
    await submit(elsewhere);
    await offered(elsewhere).waitFor();
    await take(elsewhere, "new-passphrase");
    await submit(elsewhere);
    await keep(elsewhere);
    await client.locator(".known").waitFor();
    await take(client, "expired");
    await choice(client, ".card", 0);
    await take(client, "other-account");

    await elsewhere.goto("about:blank");
    await elsewhere.goto("/app/settings");
    await choice(elsewhere, part(9), 0);
    await elsewhere.locator("dialog input[type=password]:not([tabindex])").fill(passphrase);
    await submit(elsewhere, "dialog");
    await refused(elsewhere);
    await take(elsewhere, "settings-delete-wrong");

    await client.goto("about:blank");
    await client.goto(`/app/invitation#${"A".repeat(43)}`);
    await client.locator(".notice-danger").waitFor();
    await take(client, "link-spent");
  });
}

test("the second factor", async ({ browser, server, contextOptions }) => {
  test.setTimeout(120_000);
  const page = await ownBrowser(browser, { ...contextOptions, baseURL: server.baseUrl });
  await page.goto(`/app/setup#${server.setUpToken}`);
  const passphrase = await offered(page).innerText();
  await shot(page, "entry-set-up");
  await submit(page);
  const { name } = await keep(page);
  await page.getByRole("heading", { name: "Add a passkey" }).waitFor();
  await shot(page, "entry-passkey-missing");
  await submit(page);
  const one = await page.locator(".codes code").first().innerText();
  await shot(page, "entry-one-time-codes");
  await page.getByLabel("I have kept them").check();
  await submit(page);
  await page.locator(".bar nav").waitFor();
  await page.goto("/app/settings");
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("heading", { name: "A quiet place to talk" }).waitFor();
  await page.goto("/app/log-in");
  await page.getByLabel("Login name").fill(name);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await submit(page);
  await page.getByRole("button", { name: "My passkey is not at hand" }).waitFor();
  await shot(page, "entry-second-factor");
  await page.getByRole("button", { name: "My passkey is not at hand" }).click();
  await page.getByLabel("One-time code").fill("0000000000");
  await submit(page);
  await refused(page);
  await shot(page, "entry-one-time-code");
  await page.getByLabel("One-time code").fill(one);
  await submit(page);
  await page.getByRole("heading", { name: /^You have .?7.? one-time codes left$/u }).waitFor();
  await shot(page, "entry-codes-remaining");
  await submit(page);
  await page.goto("/app/settings");
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await shot(page, "entry-settings-steward");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.locator("dialog input[type=password]:not([tabindex])").fill(passphrase);
  await submit(page, "dialog");
  await page.getByText("Once more, your passkey").or(page.getByText("You are the only steward")).first().waitFor();
  await shot(page, "entry-last-steward");
});
