/** Pictures of what stands beside the talk: reports, notes, attendance, bans and moods, and a member's own card. */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { eventually } from "../web/core/test/patience.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { comeIn, personIn, reads, ROOM, viewOf } from "./room_steps.ts";
import { shot } from "./shot.ts";

async function look(page: Page, name: string): Promise<void> {
  for (const language of ["de", "ar"] as const) {
    await speak(page, language);
    await shot(page, `${name}-${language}`);
  }
  await speak(page, "en");
}

test("beside the talk", async ({ browser, server, contextOptions }) => {
  test.setTimeout(300_000);
  const practice = await openPractice(server);
  const { core: lead, loginName, oneTimeCodes } = practice.practitioner;
  const room = { lead, id: await lead.createRoom(ROOM) };
  const names = ["Pebble", "Willow", "Kettle", "Harbour", "Wren"];
  const members = names.map(() => practice.browser());
  for (const [i, member] of members.entries()) {
    await member.signUp({ pseudonym: `${names[i]} of the sea`, passphrase: PASSPHRASE });
    await comeIn(room, member, names[i]!);
  }
  const moon = practice.browser();
  const login = await moon.signUp({ pseudonym: "Moon of the sea", passphrase: PASSPHRASE });
  await moon.close();
  const open = async (credentials: Parameters<typeof logIn>[1]): Promise<Page> => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, credentials);
    return page;
  };
  const moons = await open({ loginName: login.account.loginName, passphrase: PASSPHRASE });
  await moons.goto(`/app/rooms/${room.id}`);
  await moons.getByRole("button", { name: "Ask to be let in" }).click();
  await moons.getByLabel("Your name in this room").fill("Moon");
  await moons.getByLabel("What helps you in a crisis?").fill("A walk by the water, and calling my sister.");
  await moons.getByRole("checkbox", { name: /^I know that/u }).check();
  await moons.getByRole("button", { name: "Ask to be let in" }).click();
  await eventually("Moon asks", async () => (await lead.roomDoor(room.id)).length === 1);
  await lead.admit(room.id, (await lead.roomDoor(room.id)).map(({ handle }) => handle));
  await expect(moons.getByRole("textbox", { name: "Message to the room" })).toBeVisible();

  const [pebble, willow] = [members[0]!, members[1]!];
  await pebble.sayInRoom(room.id, "You should all just pull yourselves together.");
  await reads(willow, room.id, "You should all just pull yourselves together.");
  const said = (await viewOf(willow, room.id))!.items.find((item) => item.kind === "message")!;
  await willow.reportMessage(room.id, said.id, "That hurts somebody who cannot.");
  await moons.locator(".message").filter({ hasText: "pull yourselves" }).getByRole("button", { name: "what to do with it" }).click();
  await moons.getByRole("button", { name: "Report" }).click();
  await look(moons, "after-report-dialog");
  await moons.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await lead.addRoomNote(room.id, "Kettle is tired; ask next week how the appointment was.");
  await lead.removeFromRoom(room.id, await personIn(room, "Wren"), true);
  await lead.beginCheck(room.id, "end");
  for (const [i, member] of members.slice(0, 4).entries()) {
    await eventually("asked", async () => (await viewOf(member, room.id))?.conduct.check !== null);
    await member.answerCheck(room.id, [3, 6, 7, 9][i]!);
  }
  await moons.getByRole("button", { name: "7", exact: true }).click();
  await look(moons, "after-check");
  await eventually("all answered", async () => (await viewOf(lead, room.id))?.checks === 5);
  await lead.endCheck(room.id);
  await lead.openRoomCard(room.id, await personIn(room, "Moon"));
  await moons.getByRole("button", { name: /About the room$/u }).click();
  await moons.getByText("A walk by the water, and calling my sister.").scrollIntoViewIfNeeded();
  await look(moons, "after-own-card");

  const leads = await open({ loginName, passphrase: PASSPHRASE, oneTimeCode: oneTimeCodes[0] });
  for (const part of ["reports", "after", "people"]) {
    await leads.goto(`/app/rooms/${room.id}/lead/${part}`);
    await leads.locator(".lead-panel h2").first().waitFor();
    await leads.waitForTimeout(1_000);
    await look(leads, `after-${part}`);
  }
  await practice.close();
});
