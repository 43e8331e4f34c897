/** Pictures of conversations, from both sides, in the practice of the demonstration. */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import { expect, speak, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

/** In English as it is, then in German and Arabic, and back. */
async function look(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-en`);
  await speak(page, "de");
  await shot(page, `${name}-de`);
  await speak(page, "ar");
  await shot(page, `${name}-ar`);
  await speak(page, "en");
}

test("what people see of their conversations", async ({ browser, logins, server, contextOptions }) => {
  test.setTimeout(240_000);
  const enter = async (who: string) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, logins.find((login) => login.who.includes(who))!);

  const heron = await enter("talks with Mara");
  await look(heron, "conversations-client");
  await heron.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await expect(heron.getByRole("log")).toBeVisible();
  await look(heron, "conversation-client");
  await heron.getByRole("button", { name: "Details" }).click();
  await expect(heron.locator(".safety-words li")).toHaveCount(8);
  await look(heron, "conversation-client-details");

  const mara = await enter("practitioner, Mara");
  await look(mara, "conversations-practitioner");
  await mara.getByRole("link", { name: /Quiet Heron/u }).click();
  await expect(mara.getByRole("log")).toBeVisible();
  await mara.getByRole("textbox", { name: "Message to" }).fill("How was last night?");
  await look(mara, "conversation-practitioner");
  await mara.getByRole("button", { name: "Details" }).click();
  await mara.getByRole("button", { name: "Open the medical information" }).click();
  await look(mara, "conversation-open-sealed");
  await mara.getByLabel("Reason").fill("Before I suggest breathing exercises.");
  await mara.getByRole("button", { name: "Open and tell the client" }).click();
  await expect(mara.getByText("Mild asthma")).toBeVisible();
  await mara.getByText("As a QR code and as digits").click();
  await look(mara, "conversation-practitioner-details");

  await mara.getByRole("button", { name: "Save as a file" }).click();
  await expect(mara.locator(".offered")).not.toBeEmpty();
  await look(mara, "conversation-take-along");

  const joseph = await enter("practitioner, Joseph");
  await joseph.getByRole("link", { name: /Grey Otter/u }).click();
  await look(joseph, "conversation-request");
  await joseph.getByRole("button", { name: "Decline" }).click();
  await look(joseph, "conversation-decline");
  await joseph.getByRole("button", { name: "Cancel" }).click();
  await joseph.getByRole("button", { name: "Refer to a colleague" }).click();
  await expect(joseph.getByLabel("Mara Lindqvist")).toBeVisible();
  await look(joseph, "conversation-refer");

  const otter = await enter("waits for Joseph");
  await otter.getByRole("link", { name: /Joseph Adeyemi/u }).click();
  await look(otter, "conversation-waiting");
  await joseph.getByRole("button", { name: "Refer", exact: true }).click();
  await expect(otter.getByRole("link", { name: "Look at" })).toBeVisible();
  await look(otter, "conversation-referred");

  const fox = await enter("was asked back");
  await fox.getByRole("link", { name: /Mara Lindqvist/u }).click();
  await look(fox, "conversation-asked-back");
});

async function enterAs(browser: Browser, options: BrowserContextOptions, login: Login): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await logIn(page, { ...login, oneTimeCode: login.oneTimeCodes[0] });
  return page;
}
