/**
 * A room from its first evening to a new moderator, with everybody in a browser of
 * their own: one leads it, four are members. Later nobody leads it any more; the
 * practice appoints somebody, and each member is asked.
 */
import type { Page } from "@playwright/test";
import { expect, expectWellMade, listenForErrors, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { enter, ROOM } from "./room_steps.ts";

const NAMES = ["Moon", "Fern", "Wren", "Kettle"] as const;
const CLIENTS = ["talks with Mara", "waits for Joseph", "was asked back", "has just come"];

const said = (page: Page, text: string) => page.locator(".message").filter({ hasText: text });
const composer = (page: Page) => page.getByRole("textbox", { name: "Message to the room" });
const parts = (page: Page) => page.getByRole("navigation", { name: "Leading the room" });

async function write(page: Page, text: string, readers: readonly Page[]): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  for (const reader of readers) await expect(said(reader, text)).toBeVisible();
}

async function ask(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Rooms" }).first().click();
  await page.getByRole("link", { name: /^Quiet evenings/u }).click();
  await page.getByRole("button", { name: "Ask to be let in" }).click();
  await page.getByLabel("Your name in this room").fill(name);
  await page.getByLabel("What helps you in a crisis?").fill(`${name} calls a friend.`);
  await page.getByRole("checkbox", { name: /^I know that/u }).check();
  await page.getByRole("button", { name: "Ask to be let in" }).click();
}

test("five people share a room, each in a browser of their own, and the practice finds who leads it next", async ({ browser, server, logins, contextOptions }) => {
  const loginOf = (who: string) => {
    const { oneTimeCodes, ...login } = logins.find((each) => each.who.includes(who))!;
    return { ...login, oneTimeCode: oneTimeCodes[0], oneTimeCodes };
  };
  const complaints: (readonly string[])[] = [];
  async function open(who: string): Promise<Page> {
    const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
    complaints.push(listenForErrors(context));
    const page = await context.newPage();
    await logIn(page, loginOf(who));
    return page;
  }
  const mara = loginOf("practitioner, Mara");
  const maras = await enter(server, { ...mara, oneTimeCodes: mara.oneTimeCodes.slice(1) });
  const id = await maras.createRoom(ROOM);
  const lead = await open("practitioner, Mara");
  const members: Page[] = [];
  for (const [i, who] of CLIENTS.entries()) {
    const page = await open(who);
    await ask(page, NAMES[i]!);
    members.push(page);
  }
  const [moon, fern, wren, kettle] = members as [Page, Page, Page, Page];

  await test.step("all four are let in at once, and everybody reads everybody", async () => {
    await lead.goto(`/app/rooms/${id}/lead`);
    await parts(lead).getByRole("link", { name: "4 Door" }).click();
    await lead.getByRole("button", { name: /^Let all .4.? in/u }).click();
    await lead.locator(".back a").click();
    for (const page of [lead, ...members]) await expect(composer(page)).toBeVisible();
    for (const page of [lead, ...members]) await write(page, `Good evening from ${[lead, ...members].indexOf(page)}`, [lead, ...members]);
    await expectWellMade(lead);
  });

  await test.step("one tells the moderator alone; one is muted, and one is taken out", async () => {
    await kettle.getByRole("button", { name: "More ways to write" }).click();
    await kettle.getByRole("button", { name: "Write only to those who lead" }).click();
    await kettle.getByRole("textbox", { name: "To those who lead the room" }).fill("I am not well.");
    await kettle.getByRole("button", { name: "Send", exact: true }).click();
    await expect(lead.getByText("I am not well.")).toBeVisible();
    await kettle.getByRole("button", { name: "To everybody" }).click();
    await said(lead, "Good evening from 2").getByRole("button", { name: "what to do with it" }).click();
    await said(lead, "Good evening from 2").getByRole("button", { name: "Mute" }).click();
    await expect(fern.getByText("You cannot write here for now")).toBeVisible();
    await lead.goto(`/app/rooms/${id}/lead`);
    await parts(lead).getByRole("link", { name: "People (5)" }).click();
    await lead.getByLabel("More: Wren").click();
    await lead.getByRole("button", { name: "Remove: Wren" }).click();
    await lead.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(wren.getByText("You are not in this room any more").first()).toBeVisible();
    await write(moon, "We are fewer.", [fern, kettle]);
    for (const page of [moon, fern, wren]) await expect(page.getByText("I am not well.")).toHaveCount(0);
    await expect(said(wren, "We are fewer.")).toHaveCount(0);
    await wren.context().close();
  });

  await test.step("the only moderator is gone, and the practice asks another one", async () => {
    await lead.context().close();
    const again = await enter(server, { ...mara, oneTimeCodes: mara.oneTimeCodes.slice(2) });
    await again.deleteAccount(mara.passphrase);
    await again.close();
    await expect(moon.getByText("This room is closed at the moment")).toBeVisible();
    const steward = await open("steward");
    await steward.goto("/app");
    await steward.getByRole("link", { name: "See the rooms" }).click();
    await steward.getByRole("link", { name: /^Quiet evenings/u }).click();
    await steward.getByLabel("Practitioner").selectOption({ label: "Joseph Adeyemi" });
    await expect(steward.getByRole("button", { name: "Ask to be let in" })).toHaveCount(0);
    await expectWellMade(steward);
    await steward.getByRole("button", { name: "Ask them to lead it" }).click();
    await expect(steward.getByText(/Joseph Adeyemi.? finds the room/u)).toBeVisible();
    await steward.context().close();
  });

  const joseph = await open("practitioner, Joseph");
  await test.step("he takes it up, and nothing reaches anybody who has not agreed", async () => {
    await joseph.getByRole("link", { name: "Rooms" }).first().click();
    await joseph.getByRole("link", { name: /^Quiet evenings.*You are asked to lead it/u }).click();
    await expectWellMade(joseph);
    await joseph.getByRole("button", { name: "Lead this room" }).click();
    await expect(composer(joseph)).toBeVisible();
    for (const page of [moon, fern, kettle]) await expect(page.getByRole("heading", { name: /^The practice asks .?Joseph Adeyemi/u })).toBeVisible();
    await composer(joseph).fill("Good evening, I am Joseph.");
    await joseph.getByRole("button", { name: "Send", exact: true }).click();
    await expectWellMade(moon);
    await expect(said(moon, "I am Joseph.")).toHaveCount(0);
  });

  await test.step("two go on with him, one with her card, and one leaves", async () => {
    await moon.getByRole("checkbox", { name: /read my intake card/u }).check();
    await moon.getByRole("button", { name: /^Go on with/u }).click();
    await expect(said(moon, "I am Joseph.")).toBeVisible();
    await fern.getByRole("button", { name: /^Go on with/u }).click();
    await write(fern, "I can write again.", [moon, joseph]);
    await expectWellMade(fern);
    await expect(joseph.getByText("We are fewer.")).toHaveCount(0);
    await joseph.goto(`/app/rooms/${id}/lead`);
    await parts(joseph).getByRole("link", { name: "People (3)" }).click();
    await expect(joseph.getByText("One person has not answered yet")).toBeVisible();
    await expectWellMade(joseph);
    await joseph.getByLabel("More: Moon").click();
    await joseph.getByRole("button", { name: "Intake card: Moon" }).click();
    await joseph.getByRole("button", { name: "Open it" }).click();
    await expect(joseph.getByText("Moon calls a friend.")).toBeVisible();
    await joseph.getByRole("button", { name: "Close" }).click();
    await kettle.getByRole("button", { name: "Leave the room" }).click();
    await kettle.getByRole("button", { name: "Leave and erase" }).click();
    await expect(kettle.getByRole("heading", { level: 1, name: "Rooms" })).toBeVisible();
    await joseph.getByRole("button", { name: "Go on without them" }).click();
    await joseph.getByRole("dialog").getByRole("button", { name: "Go on without them" }).click();
    await expect(joseph.getByText("One person has not answered yet")).toHaveCount(0);
    await write(moon, "Good that somebody is here.", [fern]);
  });

  // Who is gone has no photo any more.
  expect(complaints.flat().filter((each) => !each.includes("404"))).toEqual([]);
  await maras.close();
});
