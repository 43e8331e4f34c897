/** Pictures of the access log: with a question, answered, above other screens, and when it does not hold. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

test("the access log", async ({ page, server }) => {
  test.setTimeout(240_000);
  const practice = await openPractice(server);
  const phone = practice.browser();
  const { account: { loginName } } = await phone.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await phone.accessLog();
  await phone.noteExport("held");
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  const other = practice.browser();
  await other.logIn({ loginName, passphrase: PASSPHRASE });
  await other.accessLog();
  await other.noteExport("conversation");
  await page.goto("/app/settings/access");
  await expect(page.locator(".access-asks").nth(1)).toBeVisible();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `access-asks-${language}`);
  }
  await speak(page, "en");
  await page.getByRole("button", { name: /^That was not me/u }).first().click();
  await page.getByText("None of this is your fault").waitFor();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `access-not-mine-${language}`);
  }
  await speak(page, "en");
  const [gone] = (await phone.devices()).filter(({ current, kind }) => !current && kind?.browser !== "Chrome");
  if (gone) await phone.removeDevice(gone.id);
  await page.goto("/app");
  await page.getByText("There is something in your access log").waitFor();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `access-bar-${language}`);
  }
  await page.context().route("**/alcove.v1.AccessService/GetNotes", (route) => route.fulfill({ contentType: "application/proto", body: "" }));
  await page.reload();
  await speak(page, "en");
  await page.getByText("The server shows an older access log than before.").waitFor();
  for (const language of ["en", "de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `access-alarm-${language}`);
  }
  await practice.close();
});
