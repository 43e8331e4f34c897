/** A browser that is locked by a PIN, and opened. */
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const PIN = "2580";

export const locked = (page: Page) => page.getByRole("heading", { name: "Locked" });

export async function setPin(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Set a PIN", exact: true }).click();
  await page.getByLabel("New PIN").fill(PIN);
  await page.getByLabel("The same PIN again").fill(PIN);
  await page.getByRole("button", { name: "Set this PIN", exact: true }).click();
  await expect(page.getByText("The PIN is set.")).toBeVisible();
}

export async function unlock(page: Page, pin: string): Promise<void> {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}
