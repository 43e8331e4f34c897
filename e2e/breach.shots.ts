/** Pictures of exchanging the server's keys in the register of breaches. */
import type { Login } from "../scripts/demo/filler.ts";
import { livedInTest as test, speak } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

test("the server's keys", async ({ page, logins }) => {
  test.setTimeout(180_000);
  const steward = logins.find((each: Login) => /^steward/u.test(each.who))!;
  await logIn(page, { ...steward, oneTimeCode: steward.oneTimeCodes[0] });
  await page.goto("/app/practice/breaches");
  await page.getByRole("button", { name: "Exchange the server’s keys" }).click();
  await shot(page, "breach-keys-ask");
  await page.getByRole("dialog").getByRole("button", { name: "Exchange the server’s keys" }).click();
  await page.getByText(/^The keys are new\./u).waitFor();
  for (const language of ["de", "ar", "en"] as const) {
    await speak(page, language);
    await shot(page, `breach-keys-${language}`);
  }
});
