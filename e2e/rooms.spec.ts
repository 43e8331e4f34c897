/**
 * A room as its members live it, on phones: they find it or come by a link, ask to
 * be let in with a card that only the moderator reads, talk, and see how it is
 * led; one is taken out, one goes. Two of the four members have a browser.
 */
import type { Page } from "@playwright/test";
import { eventually } from "../web/core/test/patience.ts";
import { expect, expectRoomForLargeText, expectWellMade, livedInTest as test, listenForErrors } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { comeIn, enter, letIn, personIn, reads, ROOM, viewOf } from "./room_steps.ts";

const ANSWER = "A walk by the water, and calling my sister.";

const said = (page: Page, text: string) => page.locator(".message").filter({ hasText: text });
const composer = (page: Page) => page.getByRole("textbox", { name: "Message to the room" });

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(composer(page)).toHaveValue("");
}

async function choose(page: Page, text: string, what: string): Promise<void> {
  await said(page, text).getByRole("button", { name: "what to do with it" }).click();
  await said(page, text).getByRole("button", { name: what }).click();
}

async function chooseMore(page: Page, what: string): Promise<void> {
  await page.getByRole("button", { name: "More ways to write" }).click();
  await page.getByRole("button", { name: what }).click();
}

test("a room is found, entered, talked in and left", async ({ browser, server, logins, contextOptions }) => {
  const options = { ...contextOptions, baseURL: server.baseUrl };
  const loginOf = (who: string) => logins.find((each) => each.who.includes(who))!;
  const [lead, fox, joseph] = await Promise.all([enter(server, loginOf("practitioner, Mara")), enter(server, loginOf("was asked back")), enter(server, loginOf("practitioner, Joseph"))]);
  const contexts = [await browser.newContext(options), await browser.newContext(options)] as const;
  const complaints = contexts.map(listenForErrors);
  const [heron, otter] = [await contexts[0].newPage(), await contexts[1].newPage()];
  await logIn(heron, loginOf("talks with Mara"));

  await test.step("there is none yet", async () => {
    await heron.getByRole("link", { name: "Rooms" }).click();
    await expect(heron.getByRole("heading", { name: "No rooms here yet" })).toBeVisible();
    await expectWellMade(heron);
  });

  const room = { lead, id: await lead.createRoom(ROOM) };

  await test.step("one is found, and says what it is", async () => {
    await heron.reload();
    await heron.getByRole("link", { name: /^Quiet evenings/u }).click();
    await expect(heron.getByRole("heading", { level: 1, name: "Quiet evenings" })).toBeFocused();
    await expect(heron).toHaveTitle(/^Room · /u);
    await expectWellMade(heron);
  });

  await test.step("somebody asks, and loses nothing that was typed", async () => {
    const ask = heron.getByRole("button", { name: "Ask to be let in" });
    await ask.click();
    await heron.getByLabel("Your name in this room").fill("Моon"); // of two scripts
    await ask.click();
    await expect(heron.getByText("Please answer the questions that have to be answered.")).toBeVisible();
    await heron.getByLabel("What helps you in a crisis?").fill(ANSWER);
    await ask.click();
    await expect(heron.getByText("Please tick this box")).toBeVisible();
    await expectWellMade(heron);
    await heron.getByRole("checkbox", { name: /^I know that/u }).check();
    await ask.click();
    await expect(heron.getByLabel("Your name in this room")).toHaveAttribute("aria-invalid", "true");
    await heron.getByRole("link", { name: "Conversations" }).click();
    await heron.goBack();
    await ask.click();
    await expect(heron.getByLabel("What helps you in a crisis?")).toHaveValue(ANSWER);
    await heron.getByLabel("Your name in this room").fill("Moon");
    await ask.click();
    await expect(heron.getByRole("heading", { name: "You have asked to be let in" })).toBeVisible();
    await expectWellMade(heron);
    await heron.getByRole("link", { name: "Rooms" }).first().click();
    await heron.getByRole("link", { name: /^Quiet evenings.*Waiting for an answer/u }).click();
    await expect(heron.getByRole("button", { name: "Change what I told" })).toBeVisible();
  });

  await test.step("the moderator reads the card and opens", async () => {
    expect(await letIn(room, "Moon")).toEqual([ANSWER, ""]);
    await expect(heron.getByText("Nothing has been said here since you came in.")).toBeVisible();
    await comeIn(room, fox, "Pebble");
    await expect(heron.getByText(/Pebble.? came in/u)).toBeVisible();
    await comeIn(room, joseph, "Willow");
  });

  await test.step("another one comes by a link to a room that is not listed, and has no account open yet", async () => {
    const hidden = await lead.createRoom({ ...ROOM, title: "Very quiet evenings", listed: false, questions: [] });
    await otter.goto(`/app/rooms/${hidden}#${await lead.roomLinkKey(hidden)}`);
    await expect(otter.getByText("You were invited to a room.")).toBeVisible();
    await expect(otter).toHaveURL(new RegExp(`/app/rooms/${hidden}$`, "u"));
    await expectWellMade(otter);
    const { loginName, passphrase } = loginOf("waits for Joseph");
    await otter.getByRole("link", { name: "Log in" }).click();
    await otter.getByLabel("Login name").fill(loginName);
    await otter.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await otter.getByRole("button", { name: "Log in" }).click();
    await expect(otter.getByRole("heading", { level: 1, name: "Very quiet evenings" })).toBeVisible();
    await otter.getByRole("button", { name: "Ask to be let in" }).click();
    await otter.getByLabel("Your name in this room").fill("Feather");
    await otter.getByRole("button", { name: "Ask to be let in" }).click();
    await otter.getByRole("button", { name: "Do not ask any more" }).click();
    await expect(otter.getByRole("button", { name: "Ask to be let in" })).toBeVisible();
    await otter.getByRole("link", { name: "Rooms" }).first().click();
    await otter.getByRole("link", { name: /^Quiet evenings/u }).click();
    await otter.getByRole("button", { name: "Ask to be let in" }).click();
    await otter.getByLabel("Your name in this room").fill("Lantern");
    await otter.getByLabel("What helps you in a crisis?").fill("Tea.");
    await otter.getByRole("checkbox", { name: /^I know that/u }).check();
    await otter.getByRole("button", { name: "Ask to be let in" }).click();
    await letIn(room, "Lantern");
    await expect(composer(otter)).toBeVisible();
  });

  await test.step("they talk", async () => {
    await write(heron, "Good evening. It is the third night.");
    await reads(fox, room.id, "Good evening. It is the third night.");
    await fox.sayInRoom(room.id, "Same here.");
    await lead.sayInRoom(room.id, "Welcome, all of you.");
    await expect(said(otter, "Welcome, all of you.")).toContainText("Leads the room");
    await choose(otter, "Same here.", "Reply");
    await write(otter, "Then we are two.");
    await expect(said(heron, "Then we are two.").getByRole("button", { name: /^In answer to .*Pebble/u })).toBeVisible();
    await choose(heron, "Then we are two.", "Say thank you without words");
    await expect(said(otter, "Then we are two.").getByRole("button", { name: /^Thank you/u })).toBeVisible();
    await composer(heron).pressSequentially("@la");
    await expect(otter.getByText("Somebody is writing …")).toBeVisible();
    await heron.getByRole("button", { name: "@Lantern" }).click();
    await expect(composer(heron)).toBeFocused();
    await composer(heron).pressSequentially("how are you?");
    await heron.getByRole("button", { name: "Send", exact: true }).click();
    await expect(said(otter, "@Lantern how are you?")).toContainText("Speaks to you");
    await chooseMore(otter, "Warn what it is about");
    await otter.getByLabel("This is about:").fill("self-harm");
    await write(otter, "I hurt myself on Sunday.");
    await expect(said(heron, "self-harm")).not.toContainText("on Sunday");
    for (const page of [heron, otter]) await expectWellMade(page);
    await expectRoomForLargeText(heron);
    await said(heron, "self-harm").getByRole("button", { name: "Read it" }).click();
    await expect(said(heron, "I hurt myself on Sunday.")).toBeVisible();
    await choose(otter, "@Lantern how are you?", "Report");
    await otter.getByLabel("What is wrong with it?").fill("I would rather not be asked.");
    await expectWellMade(otter);
    await otter.getByRole("button", { name: "Report it" }).click();
    await expect(otter.getByRole("heading", { name: "It was reported" })).toBeVisible();
    await otter.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await eventually("it is proved", async () => (await viewOf(lead, room.id))?.reports.some(({ verdict, byName }) => verdict === "proved" && byName === "Lantern") ?? false);
    await choose(heron, "Good evening.", "Take back");
    await heron.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await expect(otter.getByText("This message was taken down.")).toBeVisible();
  });

  await test.step("something is told to the moderator alone, and one speaks after the other", async () => {
    await chooseMore(heron, "Write only to those who lead");
    await heron.getByRole("textbox", { name: "To those who lead the room" }).fill("I am afraid tonight.");
    await heron.getByRole("button", { name: "Send", exact: true }).click();
    await expectWellMade(heron);
    await eventually("it is read", async () => (await viewOf(lead, room.id))?.items.some((item) => item.kind === "whisper" && item.text === "I am afraid tonight.") ?? false);
    await heron.getByRole("button", { name: "To everybody" }).click();
    await lead.setConduct(room.id, { queue: true });
    await otter.getByRole("button", { name: "Raise my hand" }).click();
    await expect(otter.getByText("You are next.")).toBeVisible();
    await expect(otter.getByRole("button", { name: "Lower my hand" })).toHaveAttribute("aria-disabled", "false");
    await expectWellMade(otter);
    await lead.setConduct(room.id, { floor: await personIn(room, "Lantern") });
    await write(otter, "It is better when I write.");
    await expect(said(heron, "It is better when I write.")).toBeVisible();
    await expect(heron.getByText("I am afraid tonight.")).toBeVisible();
    await expect(otter.getByText("I am afraid tonight.")).toHaveCount(0);
    await lead.setConduct(room.id, { queue: false, floor: null });
  });

  await test.step("what is being written outlasts the page", async () => {
    await composer(heron).fill("I wanted to say");
    await heron.getByLabel("Rooms", { exact: true }).click();
    await expect(heron.getByRole("heading", { name: "Your rooms" })).toBeVisible();
    await lead.sayInRoom(room.id, "Take your time.");
    await expect(heron.getByRole("link", { name: /^Quiet evenings.*unread message/u })).toBeVisible();
    await expectWellMade(heron);
    await heron.reload();
    await heron.getByRole("link", { name: /^Quiet evenings.*unread message/u }).click();
    await expect(heron.getByText("New", { exact: true })).toBeVisible();
    await expect(said(heron, "Take your time.")).toBeVisible();
    await expect(composer(heron)).toHaveValue("I wanted to say");
  });

  await test.step("who is muted reads on; who is taken out sees nothing more", async () => {
    await lead.mute(room.id, await personIn(room, "Moon"), true);
    await expect(heron.getByText("You cannot write here for now")).toBeVisible();
    await expectWellMade(heron);
    await lead.mute(room.id, await personIn(room, "Moon"), false);
    await expect(composer(heron)).toHaveValue("I wanted to say");
    await lead.removeFromRoom(room.id, await personIn(room, "Lantern"), false);
    await expect(otter.getByText("You are not in this room any more").first()).toBeVisible();
    await fox.sayInRoom(room.id, "Among ourselves.");
    await expect(said(heron, "Among ourselves.")).toBeVisible();
    await expect(said(otter, "Among ourselves.")).toHaveCount(0);
    await expectWellMade(otter);
  });

  await test.step("the panic button closes the room and shows where there is help", async () => {
    await lead.panic(room.id);
    await expect(heron.getByRole("heading", { name: "There is help right now" })).toBeVisible();
    await expect(heron.getByRole("link", { name: /^[\d +]+$/u }).first()).toHaveAttribute("href", /^tel:/u);
    await expectWellMade(heron);
    await lead.setRoomClosed(room.id, false);
    await expect(composer(heron)).toBeVisible();
  });

  await test.step("somebody asks how everybody is", async () => {
    await lead.beginCheck(room.id, "end");
    await heron.getByRole("button", { name: "7", exact: true }).click();
    await expect(heron.getByText("Thank you. You can change it")).toBeVisible();
    await expectWellMade(heron);
    await lead.endCheck(room.id);
    await expect(heron.getByText("How are you as we end?")).toHaveCount(0);
  });

  await test.step("who is here, and the way out", async () => {
    await heron.getByRole("button", { name: /About the room$/u }).click();
    await expect(heron.getByRole("heading", { name: /4.? people are here/u })).toBeVisible();
    await expect(heron.getByText("Nobody has opened it so far.")).toBeVisible();
    const moon = await personIn(room, "Moon");
    await heron.getByRole("checkbox", { name: "Let the others see when I am here" }).click();
    await eventually("the others see it", async () => (await viewOf(fox, room.id))?.here.includes(moon) ?? false);
    await lead.openRoomCard(room.id, moon);
    await expect(heron.getByRole("listitem").filter({ hasText: /Mara Lindqvist.?, / })).toBeVisible();
    await expectWellMade(heron);
    await heron.getByRole("button", { name: "Change my card" }).click();
    await heron.getByLabel("What helps you in a crisis?").fill("To be asked.");
    await heron.getByRole("button", { name: "Save" }).click();
    await expect(heron.getByText("To be asked.")).toBeVisible();
    await heron.getByRole("button", { name: "Take my answers back" }).click();
    await heron.getByRole("dialog", { name: "Take your answers back?" }).getByRole("button", { name: "Take my answers back" }).click();
    await expect(heron.getByText("There is nothing on your card.")).toBeVisible();
    await heron.getByRole("button", { name: "Leave the room" }).click();
    await expect(heron.getByText("is erased from this device")).toBeVisible();
    await heron.getByRole("button", { name: "Leave and erase" }).click();
    await expect(heron.getByRole("heading", { level: 1, name: "Rooms" })).toBeVisible();
    await eventually("the others see it", async () => (await viewOf(lead, room.id))?.people.length === 3);
  });

  expect(complaints.flat()).toEqual([]);
  for (const core of [lead, fox, joseph]) await core.close();
});
