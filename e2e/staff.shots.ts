/** Pictures of what a steward and a practitioner see, in both languages. */
import type { Page } from "@playwright/test";
import { speak, test } from "./fixtures.ts";
import { givePhoto, invite, review, setUp, writeConsent, writeProfile } from "./staff_steps.ts";
import { shot } from "./shot.ts";
import { join, ownBrowser } from "./staff.ts";

/** In English as it is, then in German and Arabic, and back. */
async function look(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-en`);
  await speak(page, "de");
  await shot(page, `${name}-de`);
  await speak(page, "ar");
  await shot(page, `${name}-ar`);
  await speak(page, "en");
}

test("what staff see", async ({ browser, server, contextOptions }) => {
  test.setTimeout(240_000);
  const options = { ...contextOptions, baseURL: server.baseUrl };
  const [steward, practitioner] = [await ownBrowser(browser, options), await ownBrowser(browser, options)];
  await join(steward, `/app/setup#${server.setUpToken}`);
  await setUp(steward, look);
  await join(practitioner, await invite(steward, "Anna", look));
  await look(practitioner, "staff-checklist");
  await writeProfile(practitioner, look);
  await givePhoto(practitioner, look);
  await writeConsent(practitioner, look);
  await review(steward, look);
  await steward.getByRole("link", { name: "Practice", exact: true }).click();
  await look(steward, "staff-settings");
});
