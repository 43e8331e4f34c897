/** Pictures of leading a room. */
import type { ClosableCore } from "../web/core/core.ts";
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { eventually } from "../web/core/test/patience.ts";
import { expect, speak, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { shot } from "./shot.ts";

const LANGUAGES = ["en", "de", "ar"] as const;
const NAMES = ["Moon", "Lantern", "Kettle", "Harbour", "Wren", "Blue Door", "Pebble", "Ivy", "Noor", "Sparrow"];

test("leading a room", async ({ page, server }) => {
  test.setTimeout(180_000);
  const practice = await openPractice(server);
  const { core, loginName, oneTimeCodes } = practice.practitioner;
  await core.close();
  await logIn(page, { loginName, passphrase: PASSPHRASE, oneTimeCode: oneTimeCodes[0] });

  await page.goto("/app/rooms/new");
  await page.getByRole("button", { name: "Begin with a suggestion" }).click();
  for (const language of LANGUAGES) {
    await speak(page, language);
    await shot(page, `lead-new-${language}`);
  }
  await speak(page, "en");
  await page.getByLabel("Name of the room").fill("Evenings");
  await page.getByRole("textbox", { name: "Purpose" }).fill("For people who cannot sleep. We meet when it is dark and nobody wants to be alone with it.");
  await page.getByRole("button", { name: "Continue" }).click();
  await shot(page, "lead-look");
  await page.getByRole("button", { name: "Open the room" }).click();
  const link = new URL(await page.locator(".lead-link code").innerText());
  const room = link.pathname.split("/")[3] ?? "";
  const ask = async (name: string): Promise<ClosableCore> => {
    const member = practice.browser();
    await member.signUp({ pseudonym: `${name.slice(0, 10)} of the sea`, passphrase: PASSPHRASE });
    await member.askEntry(room, { name, answers: ["I lie awake most nights since my brother died.", "", "A walk, and somebody who stays on the line.", ""] }, link.hash.slice(1));
    return member;
  };
  const [moon, lantern, kettle] = [await ask("Moon"), await ask("Lantern"), await ask("Kettle")];
  for (const name of NAMES.slice(3)) await ask(name);
  await page.goto(`/app/rooms/${room}/lead/door`);
  await page.getByRole("button", { name: /^Let all .10/u }).click();
  await expect(page.getByText(/10.? people are in/u)).toBeVisible();
  await page.goto(`/app/rooms/${room}/lead/people`);
  await page.getByRole("button", { name: "Mute: Wren" }).click();
  for (const name of ["Ferry", "M00n", "Kestrel", "Moonlight in the kitchen window"]) await ask(name);
  await page.goto(`/app/rooms/${room}/lead/held`);
  await page.getByLabel("Read everything first").check();
  for (const member of [moon, lantern, kettle]) await eventually("they are told", async () => (await member.rooms())[0]?.conduct.review ?? false);
  await moon.raiseHand(room, true);
  await kettle.raiseHand(room, true);
  await lantern.whisperToModerators(room, "Something he wrote yesterday frightens me. I would rather not say it in front of everybody.");
  await kettle.sayInRoom(room, "I want to tell you what happened on Sunday, all of it, because I have carried it around for long enough.");
  await lantern.sayInRoom(room, "Good evening.");
  await page.goto(`/app/rooms/${room}/lead/talk`);
  for (const item of ["Arriving", "How was the week?", "What helps"]) {
    await page.getByLabel("Next item").fill(item);
    await page.getByRole("button", { name: "Add to the agenda" }).click();
    await page.locator(".lead-rows strong", { hasText: item }).waitFor();
  }
  await page.getByRole("button", { name: /^Begin with/u }).click();
  for (const part of ["hands", "held", "whispers", "talk", "door", "people", "link", "settings"]) {
    await page.goto(`/app/rooms/${room}/lead/${part}`);
    await page.locator(".lead-panel h2").first().waitFor();
    if (part === "door") await page.locator(".lead-asking li").nth(2).waitFor();
    if (part === "door") await page.locator(".lead-asking summary").first().click();
    if (part === "people") await page.getByLabel("More: Kettle").click();
    if (part === "whispers" || part === "held") await page.locator(".lead-asking li").first().waitFor();
    if (part === "link") await page.locator(".qr").waitFor();
    for (const language of LANGUAGES) {
      await speak(page, language);
      await shot(page, `lead-${part}-${language}`);
    }
    await speak(page, "en");
  }
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("button", { name: "Add a time" }).click();
  for (const language of LANGUAGES) {
    await speak(page, language);
    await shot(page, `lead-change-${language}`);
  }
  await speak(page, "en");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("button", { name: "Stop and show help" }).click();
  await shot(page, "lead-stop");
  await practice.close();
});
