/**
 * A room as its members live it, on phones: they find it, ask to be let in with a
 * card that only the moderator reads, talk, and see how it is led; one is taken
 * out, one goes.
 */
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import type { Login } from "../scripts/demo/filler.ts";
import type { NewRoom, RoomView } from "../web/core/api.ts";
import type { ClosableCore } from "../web/core/core.ts";
import { createNodeCore } from "../web/core/node.ts";
import type { TestServer } from "../web/core/test/server.ts";
import { eventually } from "../web/core/test/talk.ts";
import { expect, expectWellMade, livedInTest as test, listenForErrors } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const ROOM: NewRoom = {
  title: "Quiet evenings", purpose: "For people who cannot sleep and would rather not be alone with it.", language: "en", days: 7, listed: true,
  rules: "Be kind. Speak of yourself.\nWhat is said here stays here.", questions: [{ label: "What helps you in a crisis?", required: true }, { label: "Medication", required: false }],
};
const ANSWER = "A walk by the water, and calling my sister.";

interface Room {
  readonly lead: ClosableCore;
  readonly id: string;
}

async function enter(server: TestServer, { loginName, passphrase, oneTimeCodes: [code] }: Login): Promise<ClosableCore> {
  const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
  await core.logIn({ loginName, passphrase });
  if (code) await core.useOneTimeCode(code);
  return core;
}

async function openBrowser(browser: Browser, options: BrowserContextOptions, login: Login): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await logIn(page, login);
  return page;
}

async function viewOf({ lead, id }: Room): Promise<RoomView> {
  return (await lead.rooms()).find((each) => each.id === id)!;
}
const personIn = async (room: Room, name: string): Promise<string> => (await viewOf(room)).people.find((each) => each.name === name)!.id;

async function letIn({ lead, id }: Room, name: string): Promise<readonly string[]> {
  let answers: readonly string[] = [];
  await eventually(`${name} is at the door`, async () => {
    const asking = (await lead.roomDoor(id)).find((each) => each.name === name);
    if (asking) await lead.admit(id, [asking.handle]);
    answers = asking?.answers ?? [];
    return asking !== undefined;
  });
  return answers;
}

const said = (page: Page, text: string) => page.locator(".message").filter({ hasText: text });
const composer = (page: Page) => page.getByRole("textbox", { name: "Message to the room" });

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(composer(page)).toHaveValue("");
}

async function choose(page: Page, text: string, what: string): Promise<void> {
  await said(page, text).getByRole("button", { name: "what to do with it" }).click();
  await said(page, text).getByRole("button", { name: what, exact: true }).click();
}

test("a room is found, entered, talked in and left", async ({ browser, server, logins, contextOptions }) => {
  const options = { ...contextOptions, baseURL: server.baseUrl };
  const loginOf = (who: string) => logins.find((each) => each.who.includes(who))!;
  const lead = await enter(server, loginOf("practitioner, Mara"));
  const heron = await openBrowser(browser, options, loginOf("talks with Mara"));
  const complaints = listenForErrors(heron.context());
  const otter = await enter(server, loginOf("waits for Joseph"));

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
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await heron.getByLabel("Your name in this room").fill("Моon");
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await expect(heron.getByText("Please answer the questions that have to be answered.")).toBeVisible();
    await heron.getByLabel("What helps you in a crisis?").fill(ANSWER);
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await expect(heron.getByText("Please tick this box")).toBeVisible();
    await expectWellMade(heron);
    await heron.getByRole("checkbox", { name: /^I know that/u }).check();
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await expect(heron.getByText("in one script.").last()).toBeVisible();
    await heron.getByRole("link", { name: "Conversations" }).click();
    await heron.goBack();
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await expect(heron.getByLabel("What helps you in a crisis?")).toHaveValue(ANSWER);
    await heron.getByLabel("Your name in this room").fill("Moon");
    await heron.getByRole("button", { name: "Ask to be let in" }).click();
    await expect(heron.getByRole("heading", { name: "You have asked to be let in" })).toBeVisible();
    await expectWellMade(heron);
  });

  await test.step("the moderator reads the card and opens", async () => {
    expect(await letIn(room, "Moon")).toEqual([ANSWER, ""]);
    await expect(heron.getByText("Nothing has been said here since you came in.")).toBeVisible();
    await otter.askEntry(room.id, { name: "Pebble", answers: ["Tea.", ""] });
    await letIn(room, "Pebble");
    await expect(heron.getByText(/Pebble.? came in/u)).toBeVisible();
    await expectWellMade(heron);
  });

  await test.step("they talk", async () => {
    await write(heron, "Good evening. It is the third night.");
    await eventually("Otter is in", async () => (await otter.rooms()).some((view) => view.items.some((item) => item.kind === "message")));
    await otter.sayInRoom(room.id, "Same here.");
    await lead.sayInRoom(room.id, "Welcome, both of you.");
    await expect(said(heron, "Welcome, both of you.")).toContainText("Leads the room");
    await choose(heron, "Same here.", "Reply");
    await write(heron, "Then we are two.");
    await expect(said(heron, "Then we are two.").getByRole("button", { name: /^In answer to .*Pebble/u })).toBeVisible();
    await expectWellMade(heron);
    await choose(heron, "Good evening.", "Take back");
    await heron.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
    await expect(heron.getByText("Your message was taken down.")).toBeVisible();
  });

  await test.step("what is being written outlasts the page", async () => {
    await composer(heron).fill("I wanted to say");
    await heron.getByRole("link", { name: "Rooms" }).click();
    await expect(heron.getByRole("heading", { name: "Your rooms" })).toBeVisible();
    await heron.reload();
    await heron.getByRole("link", { name: /^Quiet evenings/u }).click();
    await expect(composer(heron)).toHaveValue("I wanted to say");
  });

  await test.step("who is muted reads on", async () => {
    await lead.mute(room.id, await personIn(room, "Moon"), true);
    await expect(heron.getByText("You cannot write here for now")).toBeVisible();
    await expectWellMade(heron);
    await lead.mute(room.id, await personIn(room, "Moon"), false);
    await expect(composer(heron)).toHaveValue("I wanted to say");
  });

  await test.step("who is here, and the way out", async () => {
    await heron.getByRole("button", { name: /About the room$/u }).click();
    await expect(heron.getByRole("heading", { name: /3.? people are here/u })).toBeVisible();
    await expectWellMade(heron);
    await heron.getByRole("button", { name: "Leave the room" }).click();
    await expect(heron.getByText("is erased from this device")).toBeVisible();
    await heron.getByRole("button", { name: "Leave and erase" }).click();
    await expect(heron.getByRole("heading", { level: 1, name: "Rooms" })).toBeVisible();
    await eventually("the others see it", async () => (await viewOf(room)).people.length === 2);
  });

  expect(complaints).toEqual([]);
  await otter.close();
  await lead.close();
});
