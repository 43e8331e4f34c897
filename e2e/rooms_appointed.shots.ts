/** Pictures of a room whose moderators are gone: as the steward, who is appointed and a member see it. */
import type { Page } from "@playwright/test";
import { expect, type Language, livedInTest as test, speak } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { enter, letIn, ROOM } from "./room_steps.ts";
import { shot } from "./shot.ts";

async function look(page: Page, name: string, languages: readonly Language[] = ["en", "de", "ar"]): Promise<void> {
  for (const language of languages) {
    await speak(page, language);
    await shot(page, `${name}-${language}`);
  }
  await speak(page, "en");
}

test("what people see when the practice appoints a moderator", async ({ browser, logins, server, contextOptions }) => {
  test.setTimeout(400_000);
  const loginOf = (who: string) => logins.find((login) => login.who.includes(who))!;
  const open = async (who: string): Promise<Page> => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    const { loginName, passphrase, oneTimeCodes } = loginOf(who);
    await logIn(page, { loginName, passphrase, oneTimeCode: oneTimeCodes[1] });
    return page;
  };
  const [lead, fox] = [await enter(server, loginOf("practitioner, Mara")), await enter(server, loginOf("was asked back"))];
  const room = { lead, id: await lead.createRoom(ROOM) };
  const heron = await open("talks with Mara");
  await heron.goto(`/app/rooms/${room.id}`);
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await heron.getByLabel("Your name in this room").fill("Moon");
  await heron.getByLabel("What helps you in a crisis?").fill("A walk by the water.");
  await heron.getByRole("checkbox", { name: /^I know that/u }).check();
  await heron.getByRole("button", { name: "Ask to be let in" }).click();
  await letIn(room, "Moon");
  await fox.askEntry(room.id, { name: "Pebble", answers: ["Tea.", ""] });
  await letIn(room, "Pebble");
  await lead.sayInRoom(room.id, "Good to have you here. I am away from next week on.");
  await expect(heron.getByText("I am away from next week on.")).toBeVisible();

  const steward = await open("steward");
  await steward.goto("/app/rooms");
  await look(steward, "appoint-list", ["en"]);
  await steward.getByRole("link", { name: /^Quiet evenings/u }).click();
  await expect(steward.getByLabel("Practitioner")).toBeVisible();
  await look(steward, "appoint-steward");
  await steward.getByLabel("Practitioner").selectOption({ label: "Joseph Adeyemi" });
  await steward.getByRole("button", { name: "Ask them to lead it" }).click();
  await expect(steward.getByText(/finds the room/u)).toBeVisible();
  await look(steward, "appoint-done", ["en"]);

  const joseph = await open("practitioner, Joseph");
  await joseph.goto("/app/rooms");
  await look(joseph, "appoint-asked", ["en"]);
  await joseph.getByRole("link", { name: /^Quiet evenings/u }).click();
  await look(joseph, "appoint-take-up");
  await joseph.getByRole("button", { name: "Lead this room" }).click();
  await expect(joseph.getByRole("textbox", { name: "Message to the room" })).toBeVisible();
  await expect(heron.getByRole("heading", { name: /^The practice asks/u })).toBeVisible();
  await look(heron, "appoint-member");
  await joseph.setViewportSize({ width: 390, height: 844 });
  await joseph.goto(`/app/rooms/${room.id}/lead/people`);
  await expect(joseph.getByText(/have not answered yet/u)).toBeVisible();
  await joseph.setViewportSize({ width: 1280, height: 800 });
  await look(joseph, "appoint-unanswered");
  await heron.getByRole("button", { name: /^Go on with/u }).click();
  await expect(heron.getByText(/you went on with them/u)).toBeVisible();
  await look(heron, "appoint-agreed", ["en"]);
  for (const core of [lead, fox]) await core.close();
});
