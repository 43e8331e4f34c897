/** Pictures of the worst day: the steward's register, a notice, what a client sees of it, a drill's mark, and the exchange of the server's keys. */
import type { Login } from "../scripts/demo/filler.ts";
import { startDrill } from "../web/core/test/server.ts";
import { enterAs, fillBrackets } from "./breach_steps.ts";
import { expect, type Language, livedInTest as test, speak } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

test("a breach", async ({ browser, contextOptions, server, logins }) => {
  test.setTimeout(300_000);
  const enter = (who: RegExp) => enterAs(browser, { ...contextOptions, baseURL: server.baseUrl }, logins.find((each: Login) => who.test(each.who))!);
  const steward = await enter(/^steward/u);
  const inLanguages = async (name: string): Promise<void> => {
    for (const language of ["en", "de", "ar"] satisfies readonly Language[]) {
      await speak(steward, language);
      await shot(steward, `breach-${name}-${language}`);
    }
    await speak(steward, "en");
  };
  await steward.goto("/app/practice/breaches");
  await expect(steward.getByText("Nothing is entered")).toBeVisible();
  await inLanguages("none");
  await steward.getByRole("link", { name: "Enter a breach" }).click();
  await steward.getByLabel("A name for it").fill("The copy from the van");
  await steward.getByLabel("Somebody learnt something about a person they know").check();
  await steward.getByLabel("When you became aware of it").fill(new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 16));
  await steward.getByLabel("Messages", { exact: true }).check();
  await steward.getByRole("button", { name: "Save" }).click();
  await expect(steward.getByRole("heading", { name: "The clocks" })).toBeVisible();
  await inLanguages("entry");
  await steward.getByRole("button", { name: "Write a notice" }).click();
  const happened = steward.getByRole("group", { name: /^In /u }).getByLabel("What happened");
  await expect(happened.first()).toBeVisible();
  for (const field of await happened.all()) await field.fill("On Tuesday somebody from the neighbourhood saw a list of appointments.");
  await inLanguages("notice");
  await fillBrackets(steward);
  await steward.getByRole("button", { name: "See it as they will" }).click();
  await inLanguages("preview");
  await steward.getByRole("button", { name: "Send it to them" }).click();
  await expect(steward.getByText(/Read by .?0.? of/u).first()).toBeVisible();
  await inLanguages("told");

  const client = await enter(/^client, talks/u);
  await expect(client.getByRole("heading", { name: "A message for you" })).toBeVisible();
  await shot(client, "breach-asked-en");
  await client.getByRole("button", { name: "Read it now" }).click();
  await expect(client.getByText("None of this is your fault.")).toBeVisible();
  for (const language of ["en", "de", "ar"] satisfies readonly Language[]) {
    await speak(client, language);
    await shot(client, `breach-read-${language}`);
  }

  const drill = await startDrill(server.data);
  const there = await (await browser.newContext({ ...contextOptions, baseURL: drill.baseUrl })).newPage();
  for (const language of ["en", "ar"]) for (const [name, path] of [["app", "/app"], ["page", "/"]] as const) {
    await there.goto(`${path}?lang=${language}`);
    await shot(there, `breach-drill-${name}-${language}`);
  }
  await drill.stop();
});

test("the server's keys", async ({ page, logins }) => {
  test.setTimeout(180_000);
  const steward = logins.find((each: Login) => /^steward/u.test(each.who))!;
  await logIn(page, { ...steward, oneTimeCode: steward.oneTimeCodes[1] });
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
