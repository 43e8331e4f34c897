/** People who work in a practice: each has a browser of their own and a passkey in it. */
import type { Browser, Page } from "@playwright/test";
import { createAccount, keepCode } from "./entry_steps.ts";
import { expect } from "./fixtures.ts";

/** A browser nobody else uses, which answers for passkeys by itself. */
export async function ownBrowser(browser: Browser, options: Parameters<Browser["newContext"]>[0]): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return page;
}

/** Follows a set-up or invitation link to the end: account, recovery code, passkey, one-time codes. */
export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await createAccount(page);
  await keepCode(page);
  await page.getByRole("button", { name: "Create passkey" }).click();
  await page.getByLabel("I have kept them").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}
