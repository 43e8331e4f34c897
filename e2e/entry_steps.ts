/** What everybody does who comes in by the app's own door. */
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export interface Kept {
  readonly loginName: string;
  readonly recoveryCode: string;
  readonly passphrase: string;
}

/** The passphrase that is offered, once it is: its list of words is loaded only then. */
export async function offeredWords(page: Page): Promise<string> {
  const words = page.locator(".offered");
  await expect(words).toHaveText(/^(\S+ ){5}\S+$/u);
  return words.innerText();
}

/** Takes the name and the words that are offered. */
export async function createAccount(page: Page): Promise<string> {
  const passphrase = await offeredWords(page);
  await expect(page.getByRole("textbox", { name: /^(Pseudonym|Name to log in with)$/u })).not.toHaveValue("");
  await page.getByRole("button", { name: "Create account" }).click();
  return passphrase;
}

/** Reads the recovery code that is shown, and types it back. */
export async function keepCode(page: Page): Promise<{ readonly loginName: string; readonly recoveryCode: string }> {
  await expect(page.getByRole("heading", { name: "Write these down now" })).toBeFocused();
  const shown = (term: string) => page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd[1]").innerText();
  const kept = { loginName: await shown("Login name"), recoveryCode: await shown("Recovery code") };
  await page.getByRole("button", { name: "I have written it down" }).click();
  await page.getByLabel("Type the recovery code again").fill(kept.recoveryCode);
  await page.getByRole("button", { name: "Continue" }).click();
  return kept;
}

/** Becomes a client and arrives inside. */
export async function signUp(page: Page): Promise<Kept> {
  await page.goto("/app/sign-up");
  const passphrase = await createAccount(page);
  const kept = await keepCode(page);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  return { ...kept, passphrase };
}
