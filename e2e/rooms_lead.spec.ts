/** Leading a room: it is described and made, people are let in at its door, order is kept, it is closed and opened. */
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { eventually } from "../web/core/test/talk.ts";
import type { ClosableCore } from "../web/core/core.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

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
  const [moon, lantern, ..._others] = [await ask("Moon"), await ask("Lantern"), await ask("Kettle"), await ask("M00n")];
  await expect(parts.getByRole("link", { name: "Door 4" })).toBeVisible();
  await expect(page.getByText(/is called “.?(Moon|M00n)/u)).toHaveCount(2);
  await page.getByText("Intake card", { exact: true }).first().click();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Decline: M00n" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText(/M00n.? was declined/u)).toBeVisible();
  await page.getByRole("button", { name: /^Let all .3.? in/u }).click();
  await expect(page.getByText(/3.? people are in/u)).toBeVisible();
  await inside(moon, room, 4);

  await parts.getByRole("link", { name: "People 4" }).click();
  await page.getByRole("button", { name: "Mute: Moon", exact: true }).click();
  await expect(page.getByText(/Moon.? is muted/u)).toBeVisible();
  await expectWellMade(page);
  await eventually("Moon is told", async () => (await moon.rooms())[0]?.people.some((each) => each.name === "Moon" && each.muted) ?? false);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/Moon.? can write again/u)).toBeVisible();
  await moon.sayInRoom(room, "thank you");
  await page.getByLabel("More: Lantern").click();
  await page.getByRole("button", { name: "Ban: Lantern" }).click();
  await expectWellMade(page);
  await page.getByRole("dialog").getByRole("button", { name: "Ban" }).click();
  await expect(page.getByText(/Lantern.? is banned/u)).toBeVisible();
  await expect(page.getByRole("heading", { name: /3.? people in the room/u })).toBeFocused();
  await eventually("Lantern is out", async () => (await lantern.rooms())[0]?.inside === false);

  await parts.getByRole("link", { name: "Room" }).click();
  await page.getByRole("button", { name: "Close the room" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the room" }).click();
  await expect(page.getByText("nobody can write or come in", { exact: false }).first()).toBeVisible();
  await eventually("Moon sees it", async () => (await moon.rooms())[0]?.closed ?? false);
  await expectWellMade(page);
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByRole("heading", { name: "The room is open" })).toBeVisible();
  await practice.close();
});

const inside = (core: ClosableCore, room: string, people: number): Promise<void> =>
  eventually("they are in", async () => (await core.rooms()).some((view) => view.id === room && view.people.length === people));
