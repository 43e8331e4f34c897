/** Leading a room: it is described and made, people are let in at its door, order is kept, it is closed and opened. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { eventually } from "../web/core/test/patience.ts";
import type { ClosableCore } from "../web/core/core.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { DESK, PHONE } from "./playwright.config.ts";

test("a practitioner opens a room and keeps its door and its order", async ({ page, server }) => {
  const practice = await openPractice(server);
  const { loginName, oneTimeCodes } = practice.practitioner;
  await practice.practitioner.core.close();
  await logIn(page, { loginName, passphrase: PASSPHRASE, oneTimeCode: oneTimeCodes[0] });

  await page.goto("/app/rooms/new");
  const name = page.getByLabel("Name of the room");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Please give the room a name.")).toBeVisible();
  await name.fill("Evenings");
  await page.getByRole("textbox", { name: "Purpose" }).fill("For people who cannot sleep.");
  await page.getByRole("button", { name: "Begin with a suggestion" }).click();
  await page.getByRole("button", { name: /^Remove: Question .4/u }).click();
  await expectWellMade(page);
  // What was typed outlasts the window.
  await page.reload();
  await expect(name).toHaveValue("Evenings");
  await expect(page.getByLabel(/^Question .3/u)).toHaveValue("What helps you in a crisis?");
  await expect(page.getByLabel(/^Question .4/u)).toHaveCount(0);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "This is what others see" })).toBeFocused();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Open the room" }).click();

  await expect(page.getByRole("heading", { name: "Invitation link" })).toBeVisible();
  const link = new URL(await page.locator(".lead-link code").innerText());
  await expectWellMade(page);
  const room = link.pathname.split("/")[3] ?? "";
  const parts = page.getByRole("navigation", { name: "Leading the room" });
  await parts.getByRole("link", { name: "Door" }).click();
  await expect(page.getByText("Nobody is waiting.", { exact: false })).toBeVisible();

  const ask = async (pseudonym: string): Promise<ClosableCore> => {
    const core = practice.browser();
    await core.signUp({ pseudonym: `${pseudonym} of the sea`, passphrase: PASSPHRASE });
    await core.askEntry(room, { name: pseudonym, answers: ["I lie awake.", "", "A walk."] }, link.hash.slice(1));
    return core;
  };
  const [moon, lantern, kettle] = [await ask("Moon"), await ask("Lantern"), await ask("Kettle"), await ask("M00n")];
  await expect(parts.getByRole("link", { name: "4 Door" })).toBeVisible();
  await expect(page.getByText(/is called “.?(Moon|M00n)/u)).toHaveCount(2);
  await page.getByText("Intake card", { exact: true }).first().click();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Decline: M00n" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText(/M00n.? was declined/u)).toBeVisible();
  await page.getByRole("button", { name: /^Let all .3.? in/u }).click();
  await expect(page.getByText(/3.? people are in/u)).toBeVisible();
  await inside(moon, room, 4);

  await parts.getByRole("link", { name: "People (4)" }).click();
  await page.getByRole("button", { name: "Mute: Moon", exact: true }).click();
  await expect(page.getByText(/Moon.? is muted/u)).toBeVisible();
  await expectWellMade(page);
  await eventually("Moon is told", async () => (await moon.rooms())[0]?.people.some((each) => each.name === "Moon" && each.muted) ?? false);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/Moon.? can write again/u)).toBeVisible();
  await eventually("Moon may write", async () => (await moon.rooms())[0]?.silence === undefined);
  await moon.sayInRoom(room, "thank you");
  await page.getByLabel("More: Kettle").click();
  await page.getByRole("button", { name: "Intake card: Kettle" }).click();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText("I lie awake.")).toBeVisible();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Close" }).click();
  await eventually("Kettle is told", async () => (await kettle.ownRoomCard(room)).openings.length === 1);
  await page.getByLabel("More: Lantern").click();
  await page.getByRole("button", { name: "Ban: Lantern" }).click();
  await expectWellMade(page);
  await page.getByRole("dialog").getByRole("button", { name: "Ban" }).click();
  await expect(page.getByText(/Lantern.? is banned/u)).toBeVisible();
  await expect(page.getByRole("heading", { name: /3.? people in the room/u })).toBeFocused();
  await eventually("Lantern is out", async () => (await lantern.rooms())[0]?.inside === false);

  await test.step("hands, what is held back, and whispers wait to be seen", async () => {
    await moon.raiseHand(room, true);
    await expect(parts.getByRole("link", { name: "1 Hands" })).toBeVisible(); // Who is first is who arrives first.
    await kettle.raiseHand(room, true);
    await moon.whisperToModerators(room, "Something he wrote frightens me.");
    await expect(parts.getByRole("link", { name: "1 Whispers" })).toBeVisible();
    await parts.getByRole("link", { name: "2 Hands" }).click();
    await page.getByLabel("Speak in turn").check();
    await page.getByRole("button", { name: /^Give .?Moon.? the floor/u }).click();
    await expect(page.getByText(/Moon.? has the floor/u)).toBeVisible();
    await expectWellMade(page);
    await eventually("Kettle waits for their turn", async () => (await kettle.rooms())[0]?.silence === "queue");
    await page.getByRole("button", { name: "End their turn" }).click();
    await page.getByLabel("Speak in turn").uncheck();
    await parts.getByRole("link", { name: "Held back" }).click();
    await page.getByLabel("Read everything first").check();
    await eventually("Kettle is told", async () => (await kettle.rooms())[0]?.conduct.review ?? false);
    await kettle.sayInRoom(room, "I want to tell you what he did.");
    await kettle.sayInRoom(room, "And his full name.");
    await expect(page.getByText("And his full name.")).toBeVisible();
    await expectWellMade(page);
    await page.getByRole("button", { name: "Pass on: Kettle" }).first().click();
    await eventually("Moon reads it", async () => (await moon.rooms())[0]?.items.some((item) => item.kind === "message" && item.text.startsWith("I want to tell")) ?? false);
    await expect(page.getByRole("button", { name: "Send back: Kettle" })).toHaveCount(1);
    await page.getByRole("button", { name: "Send back: Kettle" }).click();
    await expectWellMade(page);
    await page.getByRole("dialog").getByRole("button", { name: "Send back" }).click();
    await expect(page.getByText("Nothing is held back.")).toBeVisible();
    await kettle.reportMessage(room, await untilSaid(kettle, room, "thank you"), "It was not meant kindly.");
    await parts.getByRole("link", { name: "1 Reports" }).click();
    await expect(page.getByText(/It is proved that .?Moon/u)).toBeVisible();
    await expectWellMade(page);
    await page.getByRole("button", { name: "Done: Moon" }).click();
    await expect(page.getByText("Nothing was reported.")).toBeVisible();
    await parts.getByRole("link", { name: "1 Whispers" }).click();
    await page.getByLabel(/^Answer to/u).fill("I have seen it. Thank you for telling me.");
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await eventually("Moon reads the answer", async () => (await moon.rooms())[0]?.items.some((item) => item.kind === "whisper" && item.moderates) ?? false);
    await expectWellMade(page);
  });

  await test.step("at a desk it stands beside the room", async () => {
    await page.setViewportSize(DESK);
    await expect(page.getByRole("textbox", { name: "Message to the room" })).toBeVisible();
    const thanks = page.locator(".message").filter({ hasText: "thank you" });
    await thanks.getByRole("button", { name: "what to do with it" }).click();
    await thanks.getByRole("button", { name: "Mute" }).click();
    await eventually("Moon is muted", async () => (await moon.rooms())[0]?.silence === "muted");
    await thanks.getByRole("button", { name: "what to do with it" }).click();
    await thanks.getByRole("button", { name: "Unmute" }).click();
    await parts.getByRole("link", { name: "Talk" }).click();
    await page.getByLabel("Next item").fill("How was the week?");
    await page.getByRole("button", { name: "Add to the agenda" }).click();
    await page.getByRole("button", { name: /^Begin with/u }).click();
    await expect(page.getByText(/now, .?10.? minutes left/u)).toBeVisible();
    await expectWellMade(page);
    await page.setViewportSize(PHONE);
  });

  await test.step("what is told of the room is changed, and everybody in it learns that", async () => {
    await parts.getByRole("link", { name: "Room", exact: true }).click();
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByRole("textbox", { name: "Purpose" }).fill("For whoever lies awake.");
    await page.getByRole("button", { name: "Add a time" }).click();
    await page.getByLabel("Places").selectOption("12");
    await expectWellMade(page);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/There are .?12.? places/u)).toBeVisible();
    await expectWellMade(page);
    await eventually("Moon reads it", async () => (await moon.rooms())[0]?.face.purpose === "For whoever lies awake.");
  });

  await test.step("how everybody is, notes, and who was there", async () => {
    await parts.getByRole("link", { name: "Notes" }).click();
    await page.getByLabel("New note").fill("Kettle is tired; ask next week.");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await expect(page.locator(".lead-asking").getByText("Kettle is tired; ask next week.")).toBeVisible();
    await page.getByRole("button", { name: "Ask at the end" }).click();
    await eventually("Moon is asked", async () => (await moon.rooms())[0]?.conduct.check?.when === "end");
    await moon.answerCheck(room, 7);
    await expect(page.getByText(/1.? answer so far/u)).toBeVisible();
    await expectWellMade(page);
    await page.getByRole("button", { name: "End the question" }).click();
    await expect(page.getByRole("button", { name: "Ask at the end" })).toBeVisible();
  });

  await test.step("everything stops at one press", async () => {
    await page.getByRole("button", { name: "Stop and show help" }).click();
    await expect(page.getByRole("button", { name: "Stop now" })).toBeFocused();
    await expectWellMade(page);
    await page.getByRole("button", { name: "Stop now" }).click();
    await eventually("Moon sees help", async () => (await moon.rooms())[0]?.conduct.help ?? false);
    await expectWellMade(page);
    await page.getByRole("button", { name: "Open it again" }).click();
    await expect(page.getByRole("button", { name: "Stop and show help" })).toBeVisible();
  });
  await practice.close();
});

const inside = (core: ClosableCore, room: string, people: number): Promise<void> =>
  eventually("they are in", async () => (await core.rooms()).some((view) => view.id === room && view.people.length === people));

async function untilSaid(core: ClosableCore, room: string, text: string): Promise<string> {
  let found = "";
  await eventually(`"${text}" is read`, async () => {
    found = (await core.rooms()).find(({ id }) => id === room)?.items.find((item) => item.kind === "message" && item.text === text)?.id ?? "";
    return found !== "";
  });
  return found;
}
