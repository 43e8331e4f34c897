/** What stories and pictures of surveys begin with: people who can answer, and a response that leaves at once. */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { PRACTICE } from "../scripts/demo/texts.ts";
import type { ClosableCore } from "../web/core/core.ts";
import { openPractice, PASSPHRASE, type TestPractice } from "../web/core/test/practice.ts";
import type { TestServer } from "../web/core/test/server.ts";
import { eventually } from "../web/core/test/patience.ts";
import { expect } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

export interface Asked {
  readonly practice: TestPractice;
  /** Who answers without a browser, and whose responses leave at once. */
  readonly clients: readonly ClosableCore[];
  /** Of one more client. */
  readonly loginName: string;
}

/** A practice with so many clients without a browser, and one more. */
export async function people(server: TestServer, count: number): Promise<Asked> {
  const practice = await openPractice(server, { chance: () => 0 });
  await practice.steward.core.updatePractice(PRACTICE);
  const clients: ClosableCore[] = [];
  while (clients.length < count) clients.push((await practice.talkingClient(`Quiet Heron ${clients.length + 1}`)).core);
  const { loginName } = await practice.talkingClient("Early Wren");
  return { practice, clients, loginName };
}

export async function stewardAt(browser: Browser, options: BrowserContextOptions, { steward }: TestPractice): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await logIn(page, { loginName: steward.loginName, passphrase: PASSPHRASE, oneTimeCode: steward.oneTimeCodes[0] });
  return page;
}

/** The end of a survey's address. */
export const surveyOn = (page: Page): string => new URL(page.url()).pathname.split("/")[3] ?? "";

/** From now on what is left to chance in this window comes at once: when a response leaves is drawn as one number. */
export async function hurry(page: Page): Promise<void> {
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      const real = crypto.getRandomValues.bind(crypto);
      crypto.getRandomValues = ((array: Uint32Array<ArrayBuffer>) => (array instanceof Uint32Array && array.length === 1 ? array.fill(0) : real(array))) as typeof crypto.getRandomValues;
    });
  }
}

/** All of them answer, each as `answers` says for their place, and their responses have left. */
export async function allAnswer(clients: readonly ClosableCore[], survey: string, answers: (at: number) => Readonly<Record<string, number | string>>): Promise<void> {
  for (const [at, core] of clients.entries()) {
    await core.surveysToAnswer();
    await core.answerSurvey(survey, answers(at), "en");
  }
  for (const core of clients) await eventually("a response has left", async () => (await core.surveyResponse(survey)).state === "sent");
}

/** Goes on from a question. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Next" }).click();
}

/** Composes from a template and asks one more of those who are not content. */
export async function compose(steward: Page): Promise<void> {
  await steward.getByRole("link", { name: "Surveys", exact: true }).click();
  await steward.getByRole("link", { name: "New survey" }).click();
  await steward.getByRole("button", { name: /^Begin with this: .?Would you recommend/u }).click();
  await expect(steward.getByLabel("Title")).toHaveValue("Would you recommend us?");
  await steward.getByRole("button", { name: "One of several", exact: true }).click();
  await expect(steward.getByLabel("The question")).toBeFocused();
}

/** Says what the question that is open asks, and of whom. */
export async function askWhy(steward: Page): Promise<void> {
  await steward.getByLabel("The question").fill("What would have helped?");
  await steward.getByLabel(/^Option .?1/u).fill("More time");
  await steward.getByLabel(/^Option .?2/u).fill("Quicker replies");
  await steward.getByLabel("When it is asked").selectOption({ index: 1 });
  for (const number of ["0", "1", "2", "3"]) await steward.getByRole("checkbox", { name: number, exact: true }).check();
}

export async function freeze(steward: Page): Promise<string> {
  await steward.getByRole("button", { name: "Check and freeze" }).click();
  await steward.getByRole("dialog").getByRole("button", { name: "Freeze it" }).click();
  await expect(steward.getByRole("heading", { name: "How it stands" })).toBeVisible();
  return surveyOn(steward);
}
