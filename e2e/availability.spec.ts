/**
 * When a practitioner is there: hours and absences, written in their profile and
 * seen by the public and by their clients; and live sessions, which two people
 * sit in together.
 */
import type { Page } from "@playwright/test";
import { openPractice, PASSPHRASE, type TestPractice } from "../web/core/test/practice.ts";
import type { TestServer } from "../web/core/test/server.ts";
import { expect, expectAccessible, expectNoOverflow, expectWellMade, test } from "./fixtures.ts";
import { locked, PIN, setPin, unlock } from "./lock_steps.ts";
import { logIn } from "./log_in_steps.ts";

const HOURS = "Monday to Thursday, 9 to 17.";
const URGENT = "Please call the practice.";

/** When a session ends by the clock of a page, in minutes of the day: how much is left becomes less while one looks. */
async function endOn(page: Page): Promise<number> {
  const [, hour, minute] = /(\d\d):(\d\d)/u.exec(await page.getByText(/^Until/u).innerText()) ?? [];
  return Number(hour) * 60 + Number(minute);
}
const expectEnd = (page: Page, minuteOfDay: number) => expect.poll(() => endOn(page)).toBe(minuteOfDay);
const A_DAY = 24 * 60;
const minuteOfDay = (time: Date): number => time.getHours() * 60 + time.getMinutes();

let opened: { readonly server: TestServer; readonly practice: Promise<TestPractice> } | undefined;
/** One practice for this file. */
function practiceOf(server: TestServer): Promise<TestPractice> {
  if (opened?.server !== server) opened = { server, practice: openPractice(server) };
  return opened.practice;
}
test.afterAll(async () => {
  await (await opened?.practice)?.close();
  opened = undefined;
});

test("a practitioner says when they answer, and that they are away", async ({ browser, server, contextOptions }) => {
  const practice = await practiceOf(server);
  const { loginName } = await practice.talkingClient("Quiet Heron");
  const enter = async (credentials: { readonly loginName: string; readonly oneTimeCode?: string | undefined }) => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, { ...credentials, passphrase: PASSPHRASE });
    return page;
  };
  const practitioner = await enter({ loginName: practice.practitioner.loginName, oneTimeCode: practice.practitioner.oneTimeCodes[0] });
  const client = await enter({ loginName });
  await client.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(client.getByRole("log")).toBeVisible();
  await expect(client.getByText("is away until")).toHaveCount(0);

  await practitioner.getByRole("link", { name: "My profile" }).click();
  await practitioner.getByRole("link", { name: "Availability" }).click();
  await expectAccessible(practitioner);
  await expectNoOverflow(practitioner);
  await practitioner.getByLabel("When you answer").fill(HOURS);
  const nextWeek = new Date(Date.now() + 7 * 86_400_000);
  await practitioner.getByLabel("Away until").fill(nextWeek.toISOString().slice(0, 10));
  await practitioner.getByLabel("When it cannot wait").fill(URGENT);
  await practitioner.getByRole("button", { name: "Save" }).click();
  await expect(practitioner.getByText("Saved.")).toBeVisible();
  await expect(practitioner.getByText("Published.")).toBeVisible();

  const until = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(nextWeek);
  await client.goto(`/practitioners/${practice.practitionerId}`);
  await expect(client.getByText(`Away until ${until}`)).toBeVisible();
  await expect(client.getByText(HOURS)).toBeVisible();
  await expectAccessible(client);
  await client.goto("/app");
  await client.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(client.getByText(/is away until/u)).toContainText(until);
  await expect(client.getByText(URGENT)).toBeVisible();
  await expectAccessible(client);
  await expectNoOverflow(client);
  await client.getByRole("button", { name: "Details" }).click();
  await expect(client.getByRole("dialog").getByText(HOURS)).toBeVisible();
  await expectAccessible(client);

  await practitioner.getByLabel("Away until").fill("");
  await practitioner.getByRole("button", { name: "Save" }).click();
  await expect(practitioner.getByText("Saved.")).toBeVisible();
  await client.reload();
  await expect(client.getByRole("log")).toBeVisible();
  await expect(client.getByText("is away until")).toHaveCount(0);
});

test("two people sit in a live session, move its end, close it and keep something for next time", async ({ browser, server, contextOptions }) => {
  const practice = await practiceOf(server);
  const { core, loginName, id } = await practice.talkingClient("Grey Otter");
  await core.close();
  const enter = async (credentials: { readonly loginName: string; readonly oneTimeCode?: string | undefined }): Promise<Page> => {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
    await logIn(page, { ...credentials, passphrase: PASSPHRASE });
    return page;
  };
  const practitioner = await enter({ loginName: practice.practitioner.loginName, oneTimeCode: practice.practitioner.oneTimeCodes[1] });
  const client = await enter({ loginName });
  await setPin(client);

  await practitioner.goto(`/app/conversations/${id}`);
  await practitioner.getByRole("button", { name: "Live session" }).click();
  await practitioner.getByLabel(/25.? minutes/u).check();
  await expectWellMade(practitioner);
  await practitioner.getByRole("button", { name: "Invite" }).click();
  await expect(practitioner.getByText(/^Waiting for/u)).toBeVisible();
  // Wherever the client is, they are told.
  await client.getByRole("link", { name: /invites you to a live session/u }).click();
  await expectWellMade(client);
  const before = new Date();
  await client.getByRole("button", { name: "Join" }).click();
  for (const page of [practitioner, client]) {
    await expect(page.getByText(/About .?2\d.? minutes left/u)).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(page.getByText(/is here\./u)).toBeVisible();
  }
  const end = await endOn(client);
  const began = (end - 25 + A_DAY) % A_DAY;
  const since = (begun: number): number => (minuteOfDay(new Date()) - begun + A_DAY) % A_DAY;
  expect(since(began), "it began with joining, and takes 25 minutes").toBeLessThanOrEqual(since(minuteOfDay(before)));
  await expectEnd(practitioner, end);
  await client.getByRole("textbox", { name: "Message to" }).fill("I am a little nervous.");
  await client.getByRole("textbox", { name: "Message to" }).press("Control+Enter");
  await expect(practitioner.getByRole("log").getByText("I am a little nervous.")).toBeVisible();

  await practitioner.getByRole("button", { name: "Change the end" }).click();
  await expectAccessible(practitioner);
  await practitioner.getByLabel(/^.?15.? minutes longer/u).check();
  await practitioner.getByRole("button", { name: /^Ask .?Grey Otter/u }).click();
  await expect(practitioner.getByText("has not answered yet")).toBeVisible();
  await expectWellMade(client);
  await client.getByRole("button", { name: /^Agree/u }).click();
  const later = (end + 15) % A_DAY;
  for (const page of [practitioner, client]) await expectEnd(page, later);

  // Somebody comes into the room: locked, nothing of it is seen; opened, it is still on.
  await client.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(locked(client)).toBeVisible();
  await expect(client.getByText("I am a little nervous.")).toHaveCount(0);
  await unlock(client, PIN);
  await expectEnd(client, later);

  // A reload comes back to it (locked, because there is a PIN); one may look at the whole conversation meanwhile.
  await client.reload();
  await unlock(client, PIN);
  await expectEnd(client, later);
  await client.getByRole("button", { name: "Show the whole conversation" }).click();
  await expect(client.getByText(/^You asked .* for therapy/u)).toBeVisible();
  await client.getByRole("button", { name: "Back to the session" }).click();

  await client.getByRole("button", { name: "End the session" }).click();
  await client.getByRole("dialog").getByRole("button", { name: "End the session" }).click();
  await expect(client.getByRole("heading", { name: "The session is over" })).toBeFocused();
  await client.getByLabel("To keep for next time").fill("Breathe out longer than in.");
  await expectWellMade(client);
  await client.getByRole("button", { name: "Keep this" }).click();
  await expect(client.getByRole("heading", { name: "Dr Reed" })).toBeVisible();
  await expect(practitioner.getByText("Breathe out longer than in.")).toBeVisible();
  await practitioner.getByRole("button", { name: "Keep nothing" }).click();
  await practitioner.getByRole("button", { name: "Details" }).click();
  await expect(practitioner.getByRole("dialog").getByText("Breathe out longer than in.")).toBeVisible();
  await practitioner.keyboard.press("Escape");

  // The next one begins with it; the way out is where it always is.
  await client.getByRole("button", { name: "Live session" }).click();
  await client.getByRole("button", { name: "Invite" }).click();
  await practitioner.getByRole("button", { name: "Join" }).click();
  for (const page of [practitioner, client]) await expect(page.locator(".live-last").getByText("Breathe out longer than in.")).toBeVisible();
  await client.route("https://www.wikipedia.org/**", (route) => route.fulfill({ body: "elsewhere" }));
  await client.getByRole("button", { name: "Leave now" }).click();
  await expect(client).toHaveURL(/wikipedia/u);
});
