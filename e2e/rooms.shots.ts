/** Pictures of rooms, from outside and inside, as a member sees them. */
import type { Page } from "@playwright/test";
import { eventually } from "../web/core/test/patience.ts";
import { expect, type Language, speak, livedInTest as test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { comeIn, enter, letIn, personIn, reads, ROOM, viewOf } from "./room_steps.ts";
import { shot } from "./shot.ts";

async function look(page: Page, name: string, languages: readonly Language[] = ["de", "ar"]): Promise<void> {
  for (const language of languages) {
    await speak(page, language);
    await shot(page, `${name}-${language}`);
  }
  await speak(page, "en");
}

test("what people see of rooms", async ({ browser, logins, server, contextOptions }) => {
  test.setTimeout(400_000);
  const loginOf = (who: string) => logins.find((login) => login.who.includes(who))!;
  const lead = await enter(server, loginOf("practitioner, Mara"));
  const [otter, fox] = [await enter(server, loginOf("waits for Joseph")), await enter(server, loginOf("was asked back"))];
  const heron = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(heron, loginOf("talks with Mara"));
  await heron.getByRole("link", { name: "Rooms" }).click();
  await look(heron, "rooms-none", ["de"]);

  const room = { lead, id: await lead.createRoom(ROOM) };
  await lead.createRoom({ ...ROOM, title: "Trauer teilen", purpose: "Für Menschen, die jemanden verloren haben.", language: "de" });
  await comeIn(room, otter, "Pebble");
  await comeIn(room, fox, "Lantern by the sea");
  await heron.reload();
  await expect(heron.getByRole("link", { name: /^Quiet evenings/u })).toBeVisible();
  await look(heron, "rooms-listed");
  await heron.getByRole("link", { name: /^Quiet evenings/u }).click();
  await expect(heron.getByRole("heading", { level: 1, name: "Quiet evenings" })).toBeVisible();
  await look(heron, "rooms-outside");
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await heron.getByLabel("Your name in this room").fill("Moon");
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await look(heron, "rooms-ask");
  await heron.getByLabel("What helps you in a crisis?").fill("A walk by the water.");
  await heron.getByRole("checkbox", { name: /^I know that/u }).check();
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await expect(heron.getByRole("heading", { name: "You have asked to be let in" })).toBeVisible();
  await look(heron, "rooms-waiting");
  const [asking] = await lead.roomDoor(room.id);
  await lead.declineEntry(room.id, asking!.handle);
  await heron.reload();
  await expect(heron.getByRole("heading", { name: "You were not let in this time" })).toBeVisible();
  await look(heron, "rooms-declined", ["de"]);
  await heron.getByRole("button", { name: "Ask once more" }).click();
  await heron.getByLabel("Your name in this room").fill("Moon");
  await heron.getByLabel("What helps you in a crisis?").fill("A walk by the water.");
  await heron.getByRole("checkbox", { name: /^I know that/u }).check();
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await letIn(room, "Moon");
  await expect(heron.getByRole("textbox", { name: "Message to the room" })).toBeVisible();
  const moon = await personIn(room, "Moon");

  await lead.setConduct(room.id, { welcome: "Good to have you here.\nNobody has to write. Reading along is taking part.", agenda: [{ title: "Arriving", minutes: 5 }, { title: "How the week was", minutes: 40 }], running: { item: 1, since: Date.now() } });
  await lead.sayInRoom(room.id, "Welcome. We are here until ten. If something gets too much, write to me alone: nobody else reads that.");
  await reads(otter, room.id, "Welcome. We are here until ten. If something gets too much, write to me alone: nobody else reads that.");
  await otter.sayInRoom(room.id, "It is the third night without sleep. I lie there and count the hours until the alarm.");
  await reads(fox, room.id, "It is the third night without sleep. I lie there and count the hours until the alarm.");
  await fox.sayInRoom(room.id, "Same here.");
  await fox.sayInRoom(room.id, "@Moon how about you?", { mentions: [moon] });
  await otter.sayInRoom(room.id, "I hurt myself again on Sunday, and told nobody.", { warning: "self-harm" });
  await expect(heron.getByText("This is about:")).toBeVisible();
  const composer = heron.getByRole("textbox", { name: "Message to the room" });
  const say = async (text: string) => { await composer.fill(text); await heron.getByRole("button", { name: "Send", exact: true }).click(); await expect(composer).toHaveValue(""); };
  await say("I am glad that I came.");
  const items = (await viewOf(otter, room.id))!.items;
  const welcome = items.find((item) => item.kind === "message" && item.moderates)!;
  await fox.reactInRoom(room.id, welcome.id, "🙏");
  await otter.reactInRoom(room.id, welcome.id, "🙏");
  await lead.setConduct(room.id, { pinned: { id: welcome.id, name: "Mara Lindqvist", text: "Welcome. We are here until ten." } });
  await expect(heron.getByText(/^Pinned:/u)).toBeVisible();
  await expect(heron.getByRole("button", { name: /Thank you/u })).toBeVisible();
  await composer.fill("@Lan");
  await look(heron, "rooms-inside", ["en", "de", "ar"]);
  await composer.fill("");
  await heron.locator(".message").filter({ hasText: "Same here." }).getByRole("button", { name: "what to do with it" }).click();
  await look(heron, "rooms-menu", ["de"]);
  await heron.keyboard.press("Escape");
  await heron.getByRole("button", { name: /About the room$/u }).click();
  await look(heron, "rooms-sheet");
  await heron.keyboard.press("Escape");
  await heron.getByRole("button", { name: "More ways to write" }).click();
  await look(heron, "rooms-more", ["de"]);
  await heron.getByRole("button", { name: "Write only to those who lead" }).click();
  await heron.getByRole("textbox", { name: "To those who lead the room" }).fill("I am not doing well tonight.");
  await heron.getByRole("button", { name: "Send", exact: true }).click();
  await heron.getByRole("textbox", { name: "To those who lead the room" }).fill("Could you stay a little longer?");
  await look(heron, "rooms-confided");
  await heron.getByRole("button", { name: "To everybody" }).click();

  await lead.setConduct(room.id, { queue: true });
  await fox.raiseHand(room.id, true);
  await expect(heron.getByRole("button", { name: "Raise my hand" })).toBeVisible();
  await look(heron, "rooms-queue");
  await lead.setConduct(room.id, { queue: false });
  await lead.mute(room.id, moon, true);
  await expect(heron.getByText("You cannot write here for now")).toBeVisible();
  await look(heron, "rooms-muted", ["de"]);
  await lead.mute(room.id, moon, false);
  await lead.panic(room.id);
  await expect(heron.getByRole("heading", { name: "There is help right now" })).toBeVisible();
  await look(heron, "rooms-help");
  await heron.getByLabel("Rooms", { exact: true }).click();
  await look(heron, "rooms-own");
  await lead.setRoomClosed(room.id, false);
  await lead.removeFromRoom(room.id, moon, false);
  await heron.getByRole("link", { name: /^Quiet evenings/u }).click();
  await expect(heron.getByText("You are not in this room any more").first()).toBeVisible();
  await look(heron, "rooms-out", ["de"]);
  await eventually("the others are there still", async () => (await viewOf(otter, room.id))?.people.length === 3);
  for (const core of [lead, otter, fox]) await core.close();
});
