/**
 * Two people send each other a voice message: nobody hears a recording before it
 * is sent, it can be heard from anywhere and faster, and its file tells nothing
 * but the sound. A window that nobody sees, or that is locked, listens to nobody.
 */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE } from "../web/core/test/practice.ts";
import { expect, expectWellMade, listenForErrors, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { withMicrophone } from "./microphone.ts";

test.use(withMicrophone);

const AWAY = "https://www.wikipedia.org/";

/** Begins to record, and waits until something was. */
async function record(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeFocused();
  await expect(page.getByRole("timer")).toHaveText(/[1-9]/u);
}

/** Keeps the sound that the page takes from the microphone where it can be asked about. */
async function watchMicrophone(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const taken: MediaStream[] = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (asked) => {
      const stream = await ask(asked);
      taken.push(stream);
      return stream;
    };
    Object.assign(window, { taken });
  });
  return () => page.evaluate(() => (window as unknown as { readonly taken: readonly MediaStream[] }).taken.flatMap((stream) => stream.getTracks().map((track) => track.readyState)));
}

/** Out of sight and back, as the browser tells it when another tab comes in front. */
async function hideAndCome(page: Page): Promise<void> {
  for (const state of ["hidden", "visible"]) await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** A container (WebM) that says when, by whom or on what it was made. */
function expectNothingPersonal(sound: Buffer): void {
  expect(sound.subarray(0, 4).toString("hex"), "EBML").toBe("1a45dfa3");
  const head = sound.subarray(0, sound.indexOf(Buffer.from("1f43b675", "hex")));
  for (const [name, id] of [["DateUTC", "4461"], ["Title", "7ba9"], ["SegmentFilename", "7384"], ["Tags", "1254c367"], ["Attachments", "1941a469"], ["Name", "536e"]]) expect(head.includes(Buffer.from(id!, "hex")), name).toBe(false);
  expect(head.toString("latin1").replace(/[^\x20-\x7e]+/gu, " ")).not.toMatch(/Linux|Windows|Mac|Fake|Audio Input|20\d\d/u);
}

test("two people send each other a voice message", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { loginName } = await practice.talkingClient("Quiet Heron");
  const staff = practice.practitioner;
  await practice.close();
  const enter = async (name: string, oneTimeCode: string | undefined, talk: RegExp) => {
    const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
    const page = await context.newPage();
    const listening = await watchMicrophone(page);
    await logIn(page, { loginName: name, passphrase: PASSPHRASE, oneTimeCode });
    await page.getByRole("link", { name: talk }).click();
    return { context, page, listening, complaints: listenForErrors(context) };
  };
  const { context, page: client, listening, complaints } = await enter(loginName, undefined, /Dr Reed/u);
  const { page: practitioner } = await enter(staff.loginName, staff.oneTimeCodes[0], /Quiet Heron/u);
  // The window that was opened first lies behind the other one, where the browser may draw nothing.
  await client.bringToFront();

  await test.step("without the microphone one is told kindly, and can go on writing", async () => {
    await client.getByRole("button", { name: "Voice message" }).click();
    const dialog = client.getByRole("dialog", { name: "Voice message" });
    await expect(dialog.getByRole("button", { name: "Record" })).toBeFocused();
    await client.keyboard.press("Enter");
    await expect(dialog.getByText("The browser did not allow the microphone.", { exact: false })).toBeVisible();
    await expectWellMade(client);
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(client.getByRole("textbox", { name: /^Message to/u })).toBeVisible();
  });

  await test.step("a voice message is recorded, held, heard by its author alone, and thrown away", async () => {
    await context.grantPermissions(["microphone"]);
    await client.getByRole("button", { name: "Voice message" }).click();
    const dialog = client.getByRole("dialog", { name: "Voice message" });
    await record(client);
    await expectWellMade(client);
    await client.keyboard.press("Tab");
    await client.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Go on" })).toBeFocused();
    const held = await dialog.getByRole("timer").innerText();
    await expect(dialog.getByRole("timer")).toHaveText(held);
    await client.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Stop" }).click();
    await expect(dialog.getByRole("button", { name: "Send voice message" })).toBeFocused();
    await expectWellMade(client);
    await dialog.getByRole("button", { name: "Play" }).click();
    await expect(dialog.getByRole("slider")).not.toHaveValue("0");
    await client.keyboard.press("Escape");
    await expect(dialog.getByText("Throw it away?", { exact: false })).toBeVisible();
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.getByRole("button", { name: "Throw away" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("a voice message is sent and played, from anywhere in it and faster", async () => {
    await client.getByRole("button", { name: "Voice message" }).click();
    await record(client);
    await client.getByRole("button", { name: "Stop" }).click();
    await client.getByRole("button", { name: "Send voice message" }).click();
    await expect(client.getByRole("dialog")).toHaveCount(0);
    const part = practitioner.getByRole("group", { name: /^Voice message, \S?\d:\d/u });
    await expect(part.locator(".voice-wave rect")).not.toHaveCount(0);
    // Of what was thrown away before, nothing came.
    await expect(practitioner.getByRole("group", { name: /^Voice message/u })).toHaveCount(1);
    const sound = practitioner.waitForEvent("console", (message) => message.text().startsWith("sound:"));
    await practitioner.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (made) => {
        if (made instanceof Blob && made.type.startsWith("audio/")) void made.arrayBuffer().then((bytes) => console.log(`sound:${made.type}:${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`));
        return make(made);
      };
    });
    await part.getByRole("button", { name: "Play" }).click();
    const slider = part.getByRole("slider", { name: "Place in the recording" });
    await expect(slider).not.toHaveValue("0");
    await part.getByRole("combobox", { name: "Speed" }).selectOption("1.5");
    await expect(part.locator("audio")).toHaveJSProperty("playbackRate", 1.5);
    await slider.focus();
    await practitioner.keyboard.press("End");
    await practitioner.keyboard.press("ArrowLeft");
    await expect(slider).toHaveAttribute("aria-valuetext", /^\S?\d:\d\d\S? of \S?\d:\d\d\S?$/u);
    await expectWellMade(practitioner);
    const [, type, content] = (await sound).text().split(":");
    expect(type).toBe("audio/webm");
    expectNothingPersonal(Buffer.from(content!, "base64"));
  });

  await test.step("a window that is hidden or locked listens no longer, and keeps nothing", async () => {
    await client.getByRole("button", { name: "Voice message" }).click();
    await record(client);
    expect((await listening()).filter((state) => state === "live")).toHaveLength(1);
    await hideAndCome(client);
    await expect(client.getByText("The window was hidden, so the recording was stopped and thrown away.", { exact: false })).toBeVisible();
    expect(await listening()).not.toContain("live");
    await expect(client.getByRole("button", { name: "Send voice message" })).toHaveCount(0);
    await record(client);
    // Nothing answers where one leaves to, so that the page that was left can still be asked.
    const left = client.waitForRequest(AWAY);
    await context.route(`${AWAY}**`, (route) => route.fulfill({ status: 204 }));
    await client.getByRole("dialog").getByRole("button", { name: "Leave now" }).click();
    await left;
    expect(await listening()).not.toContain("live");
  });
  // That a file is not there yet is what the server is asked before it is sent.
  expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
});
