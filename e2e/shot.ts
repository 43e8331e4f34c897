/** Pictures for people to look at: never compared by a machine. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { DESK, PHONE } from "./playwright.config.ts";

const FOLDER = fileURLToPath(new URL("../shots", import.meta.url));

/** Takes a page as it is now on a phone and at a desk, light and dark, whole length: shots/NAME-phone-light.png and so on. */
export async function shot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [device, size] of [["phone", PHONE], ["desk", DESK]] as const) {
    await page.setViewportSize(size);
    // A page may be taller than what was drawn of it before; what is new takes a frame or two.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(FOLDER, `${name}-${device}-${colorScheme}.png`), fullPage: true, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
