/** A client who lost every way in is known again by a code word; an impostor is not, and the former account can object. */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE, texts, untilView } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { goOn } from "./start_steps.ts";

const WORD = "Copper Kürbis";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const inDialog = (page: Page, name: string) => page.getByRole("dialog").last().getByRole("button", { name, exact: true });

test("a practitioner knows a client again who lost everything", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { practitionerId: practitioner, consentVersion } = practice;
  const { core: former, id, loginName } = await practice.talkingClient("Quiet Heron");
  await former.send(id, "What only the two of us know.");
  await untilView(practice.practitioner.core, id, (view) => texts(view).length === 1);
  const enter = async (credentials: Parameters<typeof logIn>[1]) => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, credentials);
    return page;
  };

  // They agree on a code word: one proposes, the other agrees.
  const client = await enter({ loginName, passphrase: PASSPHRASE });
  const reed = await enter({ loginName: practice.practitioner.loginName, passphrase: PASSPHRASE, oneTimeCode: practice.practitioner.oneTimeCodes[0] });
  await client.goto(`/app/conversations/${id}`);
  await button(client, "Details").click();
  await button(client, "Propose a code word").click();
  await client.getByRole("textbox", { name: "Code word" }).fill(WORD);
  await button(client, "Propose it").click();
  await expect(client.getByText("You proposed this one;")).toBeVisible();
  await reed.goto(`/app/conversations/${id}`);
  await button(reed, "Details").click();
  await expect(reed.getByText(/Quiet Heron.? proposes:/u)).toBeVisible();
  await expectWellMade(reed);
  await button(reed, "Agree to it").click();
  await expect(reed.getByText("Agreed:")).toBeVisible();
  await expect(client.getByText("Agreed:")).toBeVisible();

  // Somebody guesses; then the client herself comes, with a new account.
  const impostor = practice.browser();
  await impostor.signUp({ pseudonym: "Clever Magpie", passphrase: PASSPHRASE });
  const intake = { reason: "It is me.", region: "Kiel" };
  const wrong = await impostor.requestTherapy({ practitioner, consentVersion, intake: { ...intake, formerName: "Quiet Heron", codeWord: "silver" } });
  await reed.goto(`/app/conversations/${wrong}`);
  await expect(reed.getByText(/The code word is not the one you agreed on with .?Quiet Heron/u)).toBeVisible();
  await expect(button(reed, "Vouch for this person")).toHaveCount(0);
  await expectWellMade(reed);

  const back = practice.browser();
  const { account: { loginName: anew } } = await back.signUp({ pseudonym: "Second Start", passphrase: PASSPHRASE });
  const again = await enter({ loginName: anew, passphrase: PASSPHRASE });
  await again.goto(`/app/start/${practitioner}`);
  await goOn(again);
  await again.getByLabel("I have read this and agree").check();
  await goOn(again);
  await again.getByLabel("Reason for coming").fill("I lost my way in.");
  await again.getByLabel("Country or region").fill("Kiel");
  await again.getByText("I was here before and lost my way in").click();
  await again.getByLabel("Your former pseudonym").fill("quiet heron");
  await expectWellMade(again);
  await goOn(again);
  await expect(again.getByText("Please tell the code word as well")).toBeVisible();
  await again.getByRole("textbox", { name: "Code word" }).fill("copper-kurbis");
  await goOn(again);
  await again.getByRole("button", { name: /^Send to .?Dr Reed/u }).click();
  await expect(again).toHaveURL(/\/app\/conversations\/[0-9a-f]{32}$/u);
  const next = again.url().slice(-32);

  await reed.goto(`/app/conversations/${next}`);
  await expect(reed.getByText(/The code word is the one you agreed on with .?quiet heron/u)).toBeVisible();
  await expect(reed.getByText(/This is request number .?2.? that names this person/u)).toBeVisible();
  await button(reed, "Vouch for this person").click();
  await inDialog(reed, "Vouch for this person").click();
  await expect(reed.getByText("You vouched for this person")).toBeVisible();
  await button(reed, "Accept").click();
  await expect(again.getByText(/Dr Reed.? knows you again/u)).toBeVisible();
  await expect(again.getByText("What only the two of us know.")).toHaveCount(0);
  await expectWellMade(again);

  // The history stays closed until it is shared on purpose.
  await button(reed, "Details").click();
  await button(reed, "Share the former conversation").click();
  await expect(reed.getByRole("dialog"), "it is asked for").toHaveCount(2);
  await inDialog(reed, "Share the former conversation").click();
  await expect(reed.getByRole("dialog"), "it is asked for no longer").toHaveCount(1);
  await reed.keyboard.press("Escape");
  await expect(reed.getByRole("dialog")).toHaveCount(0);
  await expect(again.getByText(/^alcove-.*\.zip$/u)).toBeVisible();

  // The former account is still open somewhere: its owner is asked, and objects.
  await expect(client.getByText("Was that you?")).toBeVisible();
  await client.keyboard.press("Escape");
  await expectWellMade(client);
  await button(client, "That was not me").click();
  await expect(client.getByText(/Dr Reed.? was told that it was not you/u)).toBeVisible();
  await expect(reed.getByText("says that this is somebody else")).toBeVisible();
  await expectWellMade(reed);
  await practice.close();
});
