/** Pictures of the privacy policy: the pages, the steward's side, and a client who is asked. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

test("the privacy policy", async ({ page, server }) => {
  test.setTimeout(180_000);
  const practice = await openPractice(server);
  const { core } = practice.steward;
  await core.updatePractice({ ...(await core.practice()), name: "Lindenhof", languages: ["en"], jurisdiction: "DE" });
  const { core: client, loginName } = await practice.talkingClient("Quiet Heron");
  await client.close();
  const facts = { ...(await core.policy("en")).facts, processors: [{ name: "Nordic Store", purpose: "keeps backups", place: "Iceland" }] };
  const { base } = await core.previewPolicy(facts, "en");
  await core.publishPolicy({ base, facts, note: "Backups are kept in Iceland.", matters: true });
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect(page.getByRole("dialog")).toBeVisible();
  await shot(page, "policy-asked-en");
  await page.getByRole("button", { name: "Decide later" }).click();
  await speak(page, "ar");
  await page.reload();
  await expect(page.getByRole("dialog")).toBeVisible();
  await shot(page, "policy-asked-ar");
  for (const language of ["en", "ar"]) for (const [name, path] of [["page", "/privacy"], ["changes", "/privacy/changes"]] as const) {
    await page.goto(`${path}?lang=${language}`);
    await shot(page, `policy-${name}-${language}`);
  }
  await practice.close();
});
