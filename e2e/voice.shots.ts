/** Pictures of voice messages: recorded, heard once more, said; and of a long conversation far from its end. */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { withMicrophone } from "./microphone.ts";
import { shot } from "./shot.ts";

test.use({ ...withMicrophone, permissions: ["microphone"] });

async function look(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-en`);
  await speak(page, "ar");
  await shot(page, `${name}-ar`);
  await speak(page, "en");
}

test("what people see of voice messages", async ({ page, server }) => {
  test.setTimeout(240_000);
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.closeView(); // nothing is read from now on
  for (let n = 1; n <= 260; n++) await practice.practitioner.core.send(id, `Line ${n} of a long conversation.`);
  await core.close();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(page.getByRole("button", { name: "To the newest messages" })).toBeVisible();
  await look(page, "long-from-what-is-new");
  await page.getByRole("button", { name: "To the newest messages" }).click();

  await page.getByRole("button", { name: "Voice message" }).click();
  await expect(page.getByRole("button", { name: "Record", exact: true })).toBeFocused();
  await look(page, "voice-before");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("timer")).toHaveText("0:03");
  await page.getByRole("button", { name: "Pause" }).click();
  await look(page, "voice-paused");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Send voice message" })).toBeVisible();
  await look(page, "voice-after");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Keep it" })).toBeVisible();
  await look(page, "voice-leaving");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Send voice message" }).click();
  const said = page.getByRole("group", { name: /^Voice message/u });
  await said.getByRole("button", { name: "Play" }).click();
  await expect(said.getByRole("slider")).not.toHaveValue("0");
  await said.getByRole("button", { name: "Pause" }).click();
  await look(page, "voice-said");
  await practice.close();
});
