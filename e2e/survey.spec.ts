/** A survey: composed at a desk, answered on a phone and by seven others, closed, and what came out is shown. */
import { PASSPHRASE } from "../web/core/test/practice.ts";
import { startConnections } from "./connections.ts";
import { expect, expectAccessible, expectNoOverflow, expectWellMadeInBothWidths, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { AT_A_DESK } from "./playwright.config.ts";
import { allAnswer, askWhy, compose, freeze, goOn, hurry, people, stewardAt } from "./survey_steps.ts";

/** Bytes: a padded response in an age file to a hybrid recipient. */
const RESPONSE_LEAST = 2_000;
/** And a call with its headers, as they are repeated in HTTP/2. */
const QUESTION_LEAST = 100;

test("a steward asks, a client answers, and nobody can tell who it was", async ({ browser, contextOptions, server }) => {
  const { practice, clients, loginName } = await people(server, 7);
  const connections = await startConnections();
  let answered: readonly number[] = [];
  const client = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl, proxy: connections.proxy })).newPage();
  const steward = await stewardAt(browser, { ...contextOptions, ...AT_A_DESK, baseURL: server.baseUrl }, practice);
  await logIn(client, { loginName, passphrase: PASSPHRASE });

  await test.step("the steward begins with a template, and is told what is missing", async () => {
    await steward.getByRole("link", { name: "Surveys", exact: true }).click();
    await expect(steward.getByText("You have asked nothing yet")).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await steward.getByRole("link", { name: "New survey" }).click();
    await expect(steward.getByRole("heading", { name: "Satisfaction" })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await compose(steward);
    await steward.getByRole("button", { name: "Check and freeze" }).click();
    await expect(steward.getByRole("heading", { name: /3.? things are still missing/u })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await steward.getByRole("button", { name: /Question .?3.?, .?The question/u }).click();
    await expect(steward.getByLabel("The question")).toBeFocused();
    await askWhy(steward);
    await expect(steward.getByText("still missing")).toHaveCount(0);
  });

  await test.step("a question is copied, deleted, brought back, and moved by the keyboard", async () => {
    const copy = () => steward.getByRole("button", { name: /^Delete: .?What would have helped/u });
    await steward.getByRole("button", { name: /^Duplicate: .?What would have helped/u }).click();
    await expect(copy()).toHaveCount(2);
    await copy().last().click();
    await expect(steward.getByRole("button", { name: "Undo" })).toBeFocused();
    await steward.keyboard.press("Enter");
    await expect(copy()).toHaveCount(2);
    await copy().last().click();
    await expect(copy()).toHaveCount(1);
    await steward.getByRole("button", { name: /^Move up: .?What would have helped/u }).focus();
    await steward.keyboard.press("Enter");
    await expect(steward.getByText(/^Now question .?2.? of .?3/u)).toBeVisible();
    await expect(steward.getByRole("button", { name: /^Move up: .?What would have helped/u })).toBeFocused();
  });

  await test.step("what was typed outlasts the window", async () => {
    await expect(steward.getByText("Everything is kept, encrypted, in your account.")).toBeVisible();
    await steward.reload();
    await expect(steward.getByRole("heading", { name: /2\..*What would have helped/u })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
  });

  await test.step("it is seen as clients see it, and frozen once enough can answer", async () => {
    await steward.getByRole("button", { name: "Preview" }).click();
    const preview = steward.getByRole("dialog");
    await expect(preview.getByRole("heading", { name: "Why nobody can tell that it was you" })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await preview.getByRole("button", { name: "Begin" }).click();
    await preview.getByRole("radio", { name: /^2/u }).check();
    await preview.getByRole("button", { name: "Next" }).click();
    await expect(preview.getByRole("heading", { name: "What would have helped?" })).toBeFocused();
    await preview.getByRole("button", { name: "Close" }).click();
    await steward.getByRole("spinbutton", { name: "Smallest number" }).fill("500");
    await steward.getByRole("button", { name: "Check and freeze" }).click();
    await expectWellMadeInBothWidths(steward);
    await steward.getByRole("dialog").getByRole("button", { name: "Freeze it" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "Choose who is asked" }).click();
    await expect(steward.getByRole("heading", { name: "Who is asked" })).toBeFocused();
    await steward.getByRole("spinbutton", { name: "Smallest number" }).fill("8");
    await steward.getByLabel("Results may be public").check();
  });
  const survey = await freeze(steward);
  await expectWellMadeInBothWidths(steward);

  await test.step("a client learns of it, and reads why nobody can tell", async () => {
    await client.reload();
    await expect(client.getByRole("complementary", { name: "A survey" })).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await client.getByRole("link", { name: "Look at it" }).click();
    await expect(client.getByRole("img", { name: /carbon paper/u })).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await client.getByRole("button", { name: "Begin" }).click();
  });

  await test.step("answers one question a screen; the answer decides what is asked next", async () => {
    await goOn(client);
    await expect(client.getByText("Please answer this question.")).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await client.getByRole("radio", { name: /^2/u }).check();
    await goOn(client);
    await expect(client.getByRole("heading", { name: "What would have helped?" })).toBeFocused();
    await expectWellMadeInBothWidths(client);
    await client.goBack();
    await client.getByRole("radio", { name: /^9/u }).check();
    await goOn(client);
    await expect(client.getByRole("heading", { name: "What is the main reason for that?" })).toBeVisible();
    await expect(client.getByText(/^Question .?2.? of .?2/u)).toBeVisible();
    await client.getByRole("textbox").fill("Write to me: wren@example.org");
    await expect(client.getByText("is a way to reach somebody.")).toBeVisible();
    await expectWellMadeInBothWidths(client);
  });

  await test.step("what was answered outlasts the window, is read once more, and sealed", async () => {
    await client.goto(`/app/surveys/${survey}`);
    await client.getByRole("button", { name: "Go on" }).click();
    await expect(client.getByRole("heading", { name: "Everything once more" })).toBeVisible();
    await expect(client.getByText("Write to me: wren@example.org")).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await hurry(client);
    const grown = connections.since();
    await client.getByRole("button", { name: "Seal and send" }).click();
    await expect(client.getByRole("heading", { name: "Sent" })).toBeVisible();
    answered = grown();
    await client.getByRole("button", { name: "Check" }).click();
    await expect(client.getByText("Not shown yet.")).toBeVisible();
    await client.getByRole("button", { name: "Withdraw" }).click();
    await expect(client.getByRole("dialog").getByText("You cannot answer this survey again.")).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await client.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await expectWellMadeInBothWidths(client);
    const asked = connections.since();
    await client.getByRole("link", { name: "Surveys" }).click();
    await expect(client.getByText("Answered or over")).toBeVisible();
    // The list is asked for with the session: by another connection than the response went.
    const list = asked();
    expect(Math.max(...answered)).toBeGreaterThan(RESPONSE_LEAST);
    const apart = answered.indexOf(Math.max(...answered));
    expect(Math.max(...list)).toBeGreaterThan(QUESTION_LEAST);
    expect(list[apart] ?? 0).toBeLessThan(QUESTION_LEAST);
    await expectWellMadeInBothWidths(client);
  });

  await allAnswer(clients, survey, (at) => (at < 5 ? { q1: 9 } : { q1: 10 }));

  await test.step("it is closed, and its results are shown", async () => {
    await steward.reload();
    await expect(steward.getByText(/^At least .?8.? answered/u)).toBeVisible();
    await steward.getByRole("button", { name: "Close it" }).click();
    await steward.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
    await expect(steward.getByText("What was answered is released to you.")).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await steward.getByRole("link", { name: "See the results" }).click();
    await expect(steward.getByRole("heading", { name: /How likely are you to recommend/u })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
    await client.goto(`/app/surveys/${survey}`);
    await client.getByRole("button", { name: "Check" }).click();
    await expect(client.getByText("Your response is among those that are counted")).toBeVisible();
  });

  await test.step("the results are shown to everybody, on a page without script", async () => {
    await steward.getByRole("button", { name: "Show to everybody" }).click();
    await expectWellMadeInBothWidths(steward);
    await steward.getByRole("dialog").getByRole("button", { name: "Show to everybody" }).click();
    await expect(steward.getByRole("dialog")).toHaveCount(0);
    const visitor = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl, javaScriptEnabled: false })).newPage();
    await visitor.goto(`/surveys/${survey}?lang=en`);
    await expect(visitor.getByRole("heading", { name: /How likely are you to recommend/u })).toBeVisible();
    await expect(visitor.getByText("wren@example.org")).toHaveCount(0);
    await visitor.context().close();
    const published = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    for (const language of ["en", "ar"]) {
      await published.goto(`/surveys/${survey}?lang=${language}`);
      await expectAccessible(published);
      await expectNoOverflow(published);
    }
    await published.context().close();
  });

  await test.step("the next round begins as a draft", async () => {
    await steward.goto(`/app/surveys/${survey}`);
    await steward.getByRole("button", { name: "Prepare the next round" }).click();
    await expect(steward.getByLabel("Title")).toHaveValue("Would you recommend us?");
    await steward.getByRole("link", { name: "Surveys", exact: true }).first().click();
    await expect(steward.getByRole("heading", { name: "Being written" })).toBeVisible();
    await expectWellMadeInBothWidths(steward);
  });
  await client.context().close();
  await connections.stop();
  await practice.close();
});
