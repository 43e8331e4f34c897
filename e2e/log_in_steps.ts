/** Coming in with an account that is there already. */
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export interface Credentials {
  readonly loginName: string;
  readonly passphrase: string;
  /** In place of a passkey, for those who need one. */
  readonly oneTimeCode?: string | undefined;
}

export async function logIn(page: Page, { loginName, passphrase, oneTimeCode }: Credentials): Promise<void> {
  await page.goto("/app/log-in");
  await page.getByLabel("Login name").fill(loginName);
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Log in" }).click();
  if (oneTimeCode) {
    await page.getByRole("button", { name: "My passkey is not at hand" }).click();
    await page.getByLabel("One-time code").fill(oneTimeCode);
    await page.getByRole("button", { name: "Use one-time code" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
  }
  // A passphrase is made slow to try on purpose, and slower still beside other work.
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}
