/** How a practice comes to be: set up by its steward, staffed by invitation, shown to the public. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectWellMadeInBothWidths, test } from "./fixtures.ts";
import { givePhoto, invite, review, setUp, writeConsent, writeProfile } from "./staff_steps.ts";
import { join, ownBrowser } from "./staff.ts";

test("a practice is set up, staffed, shown and withdrawn", async ({ browser, server, contextOptions }) => {
  const options = { ...contextOptions, baseURL: server.baseUrl };
  const [steward, practitioner, visitor] = [await ownBrowser(browser, options), await ownBrowser(browser, options), await ownBrowser(browser, options)];
  await join(steward, `/app/setup#${server.setUpToken}`);
  await setUp(steward, expectWellMadeInBothWidths);
  const link = await invite(steward, "Anna", expectWellMadeInBothWidths);

  await join(practitioner, link);
  await writeProfile(practitioner, expectWellMadeInBothWidths);
  await givePhoto(practitioner, expectWellMadeInBothWidths);
  await writeConsent(practitioner, expectWellMadeInBothWidths);
  await visitor.goto("/practitioners");
  await expect(visitor.getByText("Dr Anna Weber")).toHaveCount(0);

  await review(steward, expectWellMadeInBothWidths);
  await visitor.reload();
  await visitor.getByRole("link", { name: "Dr Anna Weber" }).click();
  await expect(visitor.getByText("Clinical psychologist")).toBeVisible();

  await test.step("changed credentials are looked at again", async () => {
    await practitioner.getByRole("link", { name: "About you" }).click();
    await practitioner.getByLabel("Registration number").fill("PT-20392");
    await expect(practitioner.getByText("Until then your profile is not public.")).toBeVisible();
    await expectAccessible(practitioner);
    await practitioner.getByRole("button", { name: "Save" }).click();
    await expect(practitioner.getByText("To be reviewed")).toBeVisible();
    expect((await visitor.goto(visitor.url()))?.status()).toBe(404);
    await review(steward, expectWellMadeInBothWidths);
    await visitor.goto("/practitioners");
    await expect(visitor.getByText("Dr Anna Weber")).toBeVisible();
  });

  await test.step("settings can be changed", async () => {
    await steward.getByRole("link", { name: "Practice", exact: true }).click();
    await steward.getByLabel("Phone number").fill("call us");
    await steward.getByRole("button", { name: "Save" }).click();
    await expect(steward.getByLabel("Phone number")).toBeFocused();
    await steward.getByLabel("Phone number").fill("+49 30 7654321");
    // What is typed while it is being saved is not lost.
    let goOn = (): void => undefined;
    const typed = new Promise<void>((resolve) => { goOn = resolve; });
    await steward.context().route("**/alcove.v1.PracticeService/UpdatePractice", async (route) => {
      await typed;
      await route.continue();
    }, { times: 1 });
    const save = steward.getByRole("button", { name: "Save" });
    await save.click();
    await steward.getByLabel("Phone number").fill("+49 30 1234567");
    goOn();
    await expect(save).not.toHaveAttribute("aria-disabled", "true");
    await expect(steward.getByLabel("Phone number")).toHaveValue("+49 30 1234567");
    await save.click();
    await expect(steward.getByText("Saved.")).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await visitor.goto("/contact");
    await expect(visitor.getByText("+49 30 1234567")).toBeVisible();
    await steward.getByRole("link", { name: "Practitioners" }).click();
  });

  await test.step("a link works once", async () => {
    await expectRefused(visitor, link);
    await expectRefused(visitor, `/app/setup#${server.setUpToken}`);
  });

  await test.step("and not after it was revoked", async () => {
    const revoked = await invite(steward, "Ben", expectWellMadeInBothWidths);
    await steward.getByRole("button", { name: "Revoke: Ben" }).click();
    await expectAccessible(steward);
    await steward.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(steward.getByText("Ben", { exact: true })).toHaveCount(0);
    await expectRefused(visitor, revoked);
  });

  await test.step("a withdrawn profile is public no longer", async () => {
    await steward.getByRole("button", { name: "Withdraw profile: Dr Anna Weber" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "Withdraw profile" }).click();
    await expect(steward.getByText("Confirmed, not published")).toBeVisible();
    await visitor.goto("/practitioners");
    await expect(visitor.getByText("Dr Anna Weber")).toHaveCount(0);
  });
});

/** Somebody with a link that is spent is told so, and gets no account. */
async function expectRefused(page: Page, link: string): Promise<void> {
  await page.goto("/");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link cannot be used" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
}
