/** Pictures of the way into therapy, in both languages. */
import type { Page } from "@playwright/test";
import { COLLEAGUES } from "../scripts/demo/texts.ts";
import { openPractice } from "../web/core/test/practice.ts";
import { joinPractice } from "./colleagues.ts";
import { signUp } from "./entry_steps.ts";
import { speak, test } from "./fixtures.ts";
import { shot } from "./shot.ts";
import { CARD, expectStep, fillCard, goOn } from "./start_steps.ts";

/** In English as it is, then in German and Arabic, and back. */
async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await shot(page, `start-${name}-en`);
  await speak(page, "de");
  await shot(page, `start-${name}-de`);
  await speak(page, "ar");
  await shot(page, `start-${name}-ar`);
  await speak(page, "en");
}

test("the way into therapy", async ({ page, server }) => {
  test.setTimeout(240_000);
  await signUp(page);
  await page.goto("/app/start");
  await page.getByRole("heading", { name: "Nobody is listed here yet" }).waitFor();
  await look(page, "nobody");
  const practice = await openPractice(server);
  const [mara, joseph] = COLLEAGUES;
  const id = await joinPractice(practice, server, mara, true);
  const full = await joinPractice(practice, server, joseph, false);
  await page.reload();
  const accepting = page.getByLabel("Takes new clients now");
  await accepting.uncheck();
  await look(page, "choose");
  await accepting.check();
  await page.getByRole("main").getByLabel("Language", { exact: true }).selectOption({ label: "French" });
  await page.getByRole("button", { name: "First available" }).click();
  await page.getByText("Nobody who fits").waitFor();
  await look(page, "choose-nobody");
  await page.goto(`/app/start/${full}`);
  await page.getByText("takes no new clients").waitFor();
  await look(page, "full");

  await page.goto(`/app/start/${id}`);
  await expectStep(page, "How you are protected");
  await look(page, "protection");
  await page.getByText("More about").click();
  await look(page, "protection-more");
  await goOn(page);
  await expectStep(page, "What you agree to");
  await goOn(page);
  await page.locator("[aria-invalid=true]").waitFor();
  await look(page, "consent");
  await page.getByLabel("I have read this and agree").check();
  await goOn(page);
  await expectStep(page, "What brings you here");
  await look(page, "intake");
  await goOn(page);
  await page.locator("[aria-invalid=true]").waitFor();
  await look(page, "intake-refused");
  await fillCard(page);
  await page.getByLabel("Emergency contact").fill("");
  await goOn(page);
  await page.getByText(CARD.medical).waitFor();
  await look(page, "review");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send to" }).click();
  await page.locator(".notice-danger").waitFor();
  await look(page, "review-offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send to" }).click();
  await page.waitForURL(/conversations/u);
  await page.goBack();
  await page.getByRole("heading", { name: "You are in touch already" }).waitFor();
  await look(page, "in-touch");
  await page.getByRole("link", { name: "See who is here" }).click();
  await page.getByRole("link", { name: "Go to your conversation" }).waitFor();
  await look(page, "choose-in-touch");
  await practice.close();
});
