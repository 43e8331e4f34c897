/** Pictures of what the server knows about me, in three languages. */
import { openPractice, PASSPHRASE, texts, untilView } from "../web/core/test/practice.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

test("what the server knows about me", async ({ page, server }) => {
  test.setTimeout(180_000);
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.sendFile(id, { name: "sky.png", type: "image/png", content: new Blob([new Uint8Array(40_000)]) });
  await core.send(id, "I hear you.");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("I hear you."));
  await core.close();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.goto("/app/settings/held");
  const group = (n: number) => page.locator(".held-group > summary").nth(n);
  await group(0).waitFor();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `held-${language}`);
  }
  await speak(page, "en");
  await group(0).click();
  await group(3).click();
  await group(7).click();
  const talk = page.locator(".held-table details > summary").first();
  await talk.click();
  await expect(page.getByText("record.place").first()).toBeVisible();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await page.waitForLoadState("networkidle");
    await shot(page, `held-open-${language}`);
  }
  await speak(page, "en");
  await page.getByRole("button", { name: "Save as a file" }).click();
  await page.getByLabel("Not at all").check();
  await shot(page, "held-export");
  await practice.close();
});
