/** How a client comes to a request: somebody chosen, protection and consent read, the intake card filled in and sent. */
import type { Page } from "@playwright/test";
import { COLLEAGUES } from "../scripts/demo/texts.ts";
import { openPractice, untilView } from "../web/core/test/practice.ts";
import { joinPractice } from "./colleagues.ts";
import { signUp } from "./entry_steps.ts";
import { expect, expectWellMadeInBothWidths, listenForErrors, test } from "./fixtures.ts";
import { CARD, expectStep, fillCard, goOn } from "./start_steps.ts";

const LONG = `${"Loss changes how everything else feels, and I do not hurry anybody. ".repeat(8)}I write in the evening, too.`;

const choices = (page: Page) => page.getByRole("main").getByRole("list").filter({ has: page.getByRole("heading", { level: 3 }) }).getByRole("heading", { level: 3 });
const choose = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(`^Choose .?${name}`, "u") });
const send = (page: Page) => page.getByRole("button", { name: /^Send to .?Dr Reed/u }).click();

test("a client chooses somebody, reads, agrees, writes, and sends", async ({ page, context, server }) => {
  const heard = listenForErrors(context);
  await signUp(page);
  await page.getByRole("link", { name: "Find a practitioner" }).click();
  await expect(page.getByRole("heading", { name: "Nobody is listed here yet" })).toBeVisible();
  await expectWellMadeInBothWidths(page);

  const practice = await openPractice(server);
  const [mara, joseph] = COLLEAGUES;
  await joinPractice(practice, server, mara, true);
  const full = await joinPractice(practice, server, { ...joseph, profile: { ...joseph.profile, about: LONG } }, false);
  try {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Find somebody to talk to" })).toBeVisible();
    await test.step("the list is narrowed, and who is free comes first", () => narrow(page));
    await test.step("somebody full, or not there, is said kindly", async () => {
      await page.goto(`/app/start/${full}`);
      await expect(page.getByText(/takes no new clients at present/u)).toBeVisible();
      await expectWellMadeInBothWidths(page);
      await page.goto(`/app/start/${"0".repeat(32)}`);
      await expect(page.getByText("not listed here, or no longer")).toBeVisible();
      await page.getByRole("link", { name: "See who is here" }).click();
    });

    await choose(page, "Dr Reed").click();
    await test.step("protection comes before the first question", async () => {
      await expectStep(page, "How you are protected");
      await expect(page.getByRole("textbox")).toHaveCount(0);
      await expect(page.getByRole("link", { name: "Security, in detail" })).toHaveAttribute("target", "_blank");
      await expectWellMadeInBothWidths(page);
      await page.goto(`/app/start/${practice.practitionerId}/review`);
      await expectStep(page, "What you agree to");
      await page.goto(`/app/start/${practice.practitionerId}`);
      await goOn(page);
    });
    await test.step("nobody goes on without having agreed", () => agree(page));
    await test.step("the card tells what is missing, or too long", () => writeCard(page));
    await test.step("on the way back and forth nothing is lost", () => lookAround(page));
    await test.step("the card goes along to somebody else; the agreement does not", () => lookAtAnother(page));
    const id = await test.step("a text that changed meanwhile is read and agreed to anew", async () => {
      await practice.practitioner.core.putConsentText({
        language: "en", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "Within two days.", technologyFailure: "e",
        emergencies: "f", fees: "g", recordKeeping: "h",
      });
      await send(page);
      await expectStep(page, "What you agree to");
      await expect(page.getByRole("alert").filter({ hasText: "The consent text was changed" })).toBeVisible();
      await expect(page.getByText("Within two days.")).toBeVisible();
      await expect(page.getByLabel("I have read this and agree")).not.toBeChecked();
      await expectWellMadeInBothWidths(page);
      await page.getByLabel("I have read this and agree").check();
      await goOn(page);
      await expect(page.getByLabel("Reason for coming")).toHaveValue(CARD.reason);
      await goOn(page);
      await expectStep(page, "Look it over once more");
      return sendTwice(page);
    });

    await test.step("the way back does not lead into what is sent", async () => {
      await page.goBack();
      await expect(page.getByRole("heading", { name: "You are in touch already" })).toBeVisible();
      await expectWellMadeInBothWidths(page);
      await page.getByRole("link", { name: "See who is here" }).click();
      await expect(choose(page, "Mara Lindqvist")).toBeVisible();
      await expect(choose(page, "Dr Reed")).toHaveCount(0);
      await page.getByRole("link", { name: "Go to your conversation" }).click();
      await expect(page).toHaveURL(new RegExp(`/app/conversations/${id}$`, "u"));
    });

    await test.step("the practitioner has the card as it was written", async () => {
      const { core } = practice.practitioner;
      const { intake } = await untilView(core, id, (view) => view.intake !== undefined);
      expect(intake).toMatchObject({ reason: CARD.reason, region: CARD.region, sealed: { medical: true, contact: true }, consent: { version: 2 } });
      expect(await core.openSealed(id, "medical", "To prepare.")).toEqual({ medical: CARD.medical });
      expect(await core.openSealed(id, "contact", "To prepare.")).toEqual({ contact: { realName: CARD.realName, emergencyContact: CARD.emergencyContact } });
    });
    expect(heard.filter((complaint) => !/ERR_INTERNET_DISCONNECTED|404/u.test(complaint))).toEqual([]);
  } finally {
    await practice.close();
  }
});

async function narrow(page: Page): Promise<void> {
  const language = page.getByRole("main").getByLabel("Language", { exact: true });
  const speciality = page.getByLabel("What it is about");
  const accepting = page.getByLabel("Takes new clients now");
  const first = page.getByRole("button", { name: "First available" });

  await expect(choices(page)).toHaveCount(2);
  await expectWellMadeInBothWidths(page);
  await accepting.uncheck();
  await expect(choices(page)).toHaveCount(3);
  await expect(choose(page, "Joseph Adeyemi")).toHaveCount(0);
  await expect(page.getByText("I write in the evening, too.")).toBeHidden();
  await page.getByText(/^More about .?Joseph Adeyemi/u).click();
  await expect(page.getByText("I write in the evening, too.")).toBeVisible();
  await expect(speciality.getByRole("option", { name: "Grief" })).toHaveCount(1);
  await expect(speciality.getByRole("option", { name: "Addiction" })).toHaveCount(0);
  await speciality.selectOption({ label: "Grief" });
  await expect(choices(page)).toHaveText(["Dr Reed", "Joseph Adeyemi"]);

  await accepting.check();
  await language.selectOption({ label: "French" });
  await expect(page.getByRole("heading", { name: "Nobody matches all of this" })).toBeVisible();
  await first.click();
  await expect(page.getByText("Nobody who fits can take new clients just now.")).toBeVisible();
  await expectWellMadeInBothWidths(page);
  await page.getByRole("button", { name: "Show everybody" }).click();
  await expect(page.getByRole("heading", { name: "Who is here" })).toBeFocused();
  await expect(choices(page)).toHaveCount(3);

  await language.selectOption({ label: "Swedish" });
  await expect(choices(page)).toHaveText(["Mara Lindqvist"]);
  await first.click();
  await expectStep(page, "How you are protected");
  await expect(page.getByText("Psychological psychotherapist")).toBeVisible();
  await page.getByText(/^More about .?Mara Lindqvist/u).click();
  await expectWellMadeInBothWidths(page);
  await page.goBack();
  await expect(choices(page)).toHaveText(["Mara Lindqvist"]);
}

async function agree(page: Page): Promise<void> {
  await expectStep(page, "What you agree to");
  await expect(page.getByText(/^Version .?1.?, in .?English/u)).toBeVisible();
  await expect(page.getByRole("term")).toHaveCount(8);
  await goOn(page);
  await expect(page.getByText("Please tick this once you have read the text and agree.")).toBeVisible();
  await expect(page.getByLabel("I have read this and agree")).toBeFocused();
  await expectWellMadeInBothWidths(page);
  await page.getByLabel("I have read this and agree").check();
  await goOn(page);
}

async function writeCard(page: Page): Promise<void> {
  const reason = page.getByLabel("Reason for coming");
  const region = page.getByLabel("Country or region");
  await expectStep(page, "What brings you here");
  await goOn(page);
  await expect(page.getByText("Please write a few words, however few.")).toBeVisible();
  await expect(reason).toBeFocused();
  await expectWellMadeInBothWidths(page);
  await reason.fill("x".repeat(16_001));
  await goOn(page);
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(reason).toHaveValue("x".repeat(16_001));
  await reason.fill(CARD.reason);
  await goOn(page);
  await expect(region).toBeFocused();
  await expect(page.getByText("Please name a country or region.")).toBeVisible();
  await fillCard(page);
  await goOn(page);
}

async function lookAround(page: Page): Promise<void> {
  await expectStep(page, "Look it over once more");
  for (const told of [...CARD.reason.split("\n"), CARD.region, CARD.medical, CARD.realName, CARD.emergencyContact]) await expect(page.getByText(told)).toBeVisible();
  await expectWellMadeInBothWidths(page);
  await page.goBack();
  await expectStep(page, "What brings you here");
  await expect(page.getByLabel("Reason for coming")).toHaveValue(CARD.reason);
  await page.goBack();
  await expectStep(page, "What you agree to");
  await expect(page.getByLabel("I have read this and agree")).toBeChecked();
  await page.goForward();
  await page.goForward();
  await expectStep(page, "Look it over once more");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.goBack();
  await expectStep(page, "Look it over once more");
  await page.getByRole("link", { name: /^Change: .?Medical information/u }).click();
  await expect(page.getByLabel("Medical information")).toHaveValue(CARD.medical);
  await goOn(page);
  await expectStep(page, "Look it over once more");
}

async function lookAtAnother(page: Page): Promise<void> {
  for (const name of ["Mara Lindqvist", "Dr Reed"]) {
    await page.getByRole("link", { name: "Find a practitioner" }).click();
    await choose(page, name).click();
    await expectStep(page, "How you are protected");
    await goOn(page);
    await expect(page.getByLabel("I have read this and agree")).not.toBeChecked();
    await page.getByLabel("I have read this and agree").check();
    await goOn(page);
    await expect(page.getByLabel("Reason for coming")).toHaveValue(CARD.reason);
    await goOn(page);
    await expectStep(page, "Look it over once more");
    await expect(page.getByRole("button", { name: new RegExp(`^Send to .?${name}`, "u") })).toBeVisible();
  }
}

/** Without a connection, then with one. Answers with the conversation. */
async function sendTwice(page: Page): Promise<string> {
  await page.context().setOffline(true);
  await send(page);
  await expect(page.getByText("There is no connection at the moment.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(CARD.region)).toBeVisible();
  await send(page);
  await expect(page).toHaveURL(/\/app\/conversations\/[0-9a-f]+$/u);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
