/** What a steward and a practitioner do, step by step, with a look at every screen on the way. */
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** What is done with a screen once it shows what `name` says: checked, or pictured. */
export type Look = (page: Page, name: string) => Promise<void>;

const goOn = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

export async function setUp(page: Page, look: Look): Promise<void> {
  const name = page.getByLabel("Name of the practice");
  await page.getByRole("link", { name: "Practitioners" }).click();
  await expect(page.getByRole("link", { name: "Set up the practice" })).toBeVisible();
  await look(page, "staff-people-empty");
  await page.getByRole("link", { name: "Set up the practice" }).click();
  await goOn(page);
  await expect(name).toBeFocused();
  await look(page, "staff-setup-name-refused");
  // The screen takes this, the server does not: text that could look like something else.
  await name.fill("Linden\u202ehof");
  await goOn(page);

  const language = page.getByLabel("Another language");
  for (const typed of ["English", "de-AT"]) {
    await language.fill(typed);
    await language.press("Enter");
  }
  await expect(page.getByRole("listitem").filter({ hasText: "Austrian German" })).toBeVisible();
  await look(page, "staff-setup-languages");
  await goOn(page);

  await page.getByLabel("Email address").fill("not an address");
  await goOn(page);
  await expect(page.getByLabel("Email address")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Email address").fill("hello@lindenhof.example");
  await goOn(page);

  await goOn(page);
  await expect(page.getByLabel("Country whose law")).toBeFocused();
  await page.keyboard.press("ArrowDown"); // the first mending of what is refused counts
  await expect(page.getByLabel("Country whose law")).not.toHaveValue("");
  await page.getByLabel("Country whose law").selectOption({ label: "Germany" });
  await goOn(page);
  await expect(page.getByLabel("Number, as dialled").first()).toHaveValue("0800 111 0 111");
  await goOn(page);
  await expect(page.getByText("Please check the numbers and tick the box.")).toBeVisible();
  await look(page, "staff-setup-crisis");

  // Nothing is lost on the way back; another country brings its own numbers.
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByLabel("Country whose law").selectOption({ label: "United Kingdom" });
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("Email address")).toHaveValue("hello@lindenhof.example");
  await goOn(page);
  await goOn(page);
  await expect(page.getByLabel("Emergency number")).toHaveValue("999");
  await page.getByLabel("I have checked every number").check();
  await goOn(page);
  await look(page, "staff-setup-review");
  await page.getByRole("button", { name: "Finish set-up" }).click();

  // What the server refuses leads back to where it was typed.
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toBeFocused();
  await name.fill("Lindenhof");
  for (let step = 0; step < 5; step++) await goOn(page);
  await page.getByRole("button", { name: "Finish set-up" }).click();
  await expect(page.getByRole("heading", { name: "Your practice is set up" })).toBeFocused();
  await look(page, "staff-setup-done");
  await page.getByRole("link", { name: "Invite your first practitioner" }).click();
}

export async function invite(page: Page, label: string, look: Look): Promise<string> {
  await expect(page.getByLabel("Whom is it for?")).toHaveAccessibleDescription(/kept unencrypted on the server/);
  await page.getByLabel("Whom is it for?").fill(label);
  await page.getByRole("button", { name: "Create invitation link" }).click();
  const made = page.getByRole("status").filter({ hasText: "it is shown only once" });
  const link = (await made.locator("code").innerText()).trim();
  await look(page, "staff-invitation");
  await made.getByRole("button", { name: "I have copied it" }).click();
  return link;
}

export async function writeProfile(page: Page, look: Look): Promise<void> {
  await page.getByRole("link", { name: "My profile" }).click();
  await expect(page.getByText("Nobody sees your profile.")).toBeVisible();
  await page.getByLabel("Your name").fill("Dr Anna Weber");
  await page.getByLabel("Profession").fill("Clinical psychologist");
  await page.getByLabel("Registered with").fill("Chamber of Berlin");
  await page.getByLabel("Registration number").fill("PT-20391");
  await page.getByLabel("Another language").fill("German");
  await page.getByLabel("Another language").press("Enter");
  await page.getByLabel("Grief").check();
  await page.getByLabel("About").fill("I listen.");
  // What is not saved outlives a look at something else.
  await page.getByRole("link", { name: "Photo" }).click();
  await page.getByRole("link", { name: "About you" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Dr Anna Weber");
  await look(page, "staff-profile-about");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

export async function givePhoto(page: Page, look: Look): Promise<void> {
  await page.getByRole("link", { name: "Next: a photo" }).click();
  const file = page.getByLabel("Choose a photo");
  await file.setInputFiles({ name: "letter.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(file).toHaveAttribute("aria-invalid", "true");
  await file.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) }); // any picture will do
  const preview = page.getByRole("img", { name: "The photo you chose" });
  await expect(preview).toBeVisible();
  const size = (): Promise<number> => preview.evaluate((image: HTMLImageElement) => Math.max(image.naturalWidth, image.naturalHeight));
  await expect.poll(size, "it has come").toBeGreaterThan(0);
  expect(await size()).toBeLessThanOrEqual(1024);
  await look(page, "staff-profile-photo");
  await page.getByRole("button", { name: "Use this photo" }).click();
  await expect(page.getByRole("img", { name: "Your photo" })).toBeVisible();
}

export async function writeConsent(page: Page, look: Look): Promise<void> {
  await page.getByRole("link", { name: "Next: your consent text" }).click();
  const save = page.getByRole("button", { name: "Save consent text" });
  await save.click();
  await expect(page.getByLabel("Credentials")).toBeFocused();
  await expect(page.getByText("Please replace every place in [brackets] here")).toBeVisible();
  for (const section of await page.getByRole("textbox").all()) {
    await section.fill((await section.inputValue()).replaceAll(/\[[^\]]+\]/gu, "three"));
  }
  await page.getByRole("combobox", { name: "Sealed record" }).selectOption("10");
  await look(page, "staff-profile-consent");
  await save.click();
  await expect(page.getByText("A steward now checks your credentials")).toBeVisible();
}

export async function review(page: Page, look: Look): Promise<void> {
  await page.reload();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Dr Anna Weber" }) });
  await expect(card.getByRole("img", { name: /^Photograph of/u })).toBeVisible();
  await expect(card.getByText(/^Chamber of Berlin · PT-2039/u)).toBeVisible();
  await look(page, "staff-people-review");
  await expect(card.getByRole("button", { name: "Publish profile" })).toHaveCount(0);
  await card.getByRole("button", { name: /confirm credentials/u }).click();
  await card.getByRole("button", { name: "Publish profile" }).click();
  await expect(card.getByText("Published", { exact: true })).toBeVisible();
  await look(page, "staff-people-published");
}
