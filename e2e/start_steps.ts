/** How a client asks for therapy, step by step. */
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const CARD = {
  reason: "I have not slept through a night for three months.\nאני עייפה מאוד. 🌙",
  region: "Kiel, Germany",
  medical: "Mild asthma",
  realName: "Hanna Example",
  emergencyContact: "My sister Ida, +49 431 5550199",
} as const;

export const goOn = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).or(page.getByRole("link", { name: "Continue", exact: true })).click();

/** A step begins at its top, and with its heading for who listens. */
export async function expectStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
}

export async function fillCard(page: Page): Promise<void> {
  await page.getByLabel("Reason for coming").fill(CARD.reason);
  await page.getByLabel("Country or region").fill(CARD.region);
  await page.getByLabel("Medical information").fill(CARD.medical);
  await page.getByLabel("Real name").fill(CARD.realName);
  await page.getByLabel("Emergency contact").fill(CARD.emergencyContact);
}
