/**
 * The whole story, in real browsers: somebody asks a practitioner for therapy,
 * they talk, compare, lose the server for a while, read on elsewhere, and end it.
 * Afterwards nothing that was typed lies on the server's disk.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { createNodeCore } from "../web/core/node.ts";
import { createAuthenticator } from "../web/core/test/authenticator.ts";
import { search } from "../web/core/test/leak_search.ts";
import type { TestServer } from "../web/core/test/server.ts";
import { type Kept, signUp } from "./entry_steps.ts";
import { expect, expectAccessible, expectWellMadeInBothWidths, listenForErrors, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import { AT_A_DESK } from "./playwright.config.ts";
import { join, ownBrowser } from "./staff.ts";
import { givePhoto, writeConsent, writeProfile } from "./staff_steps.ts";

const REASON = "Since the spring I wake before dawn and cannot stop thinking.";
const MEDICAL = "Levothyroxine every morning.";
const CONTACT = "My neighbour Katharina, 0431 5550177";
const SEALED_REASON = "You wrote about palpitations.";
const LONG = `${"A very long night. ".repeat(300)}\n\nאני לא ישן. لا أنام. 👩‍👩‍👧‍👦 Zo\u0308e <img src=x onerror=alert(1)>`;

const said = (page: Page, text: string) => page.locator(".said").filter({ hasText: text });
const composer = (page: Page) => page.getByRole("textbox", { name: /^(Message to|Ask|Answer)/u });
const mark = (page: Page, text: string) => page.locator(".message").filter({ hasText: text }).locator(".mark");

async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(composer(page)).toHaveValue("");
}

/** A practitioner in a browser of their own, whose profile a steward published. */
async function openPractice(browser: Browser, options: BrowserContextOptions, server: TestServer): Promise<Page> {
  const steward = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca });
  const passkey = createAuthenticator(server.baseUrl);
  await steward.signUp({ pseudonym: "The Steward", passphrase: await steward.suggestPassphrase(), invitation: server.setUpToken });
  await steward.passkeyRegisterFinish(await passkey.create(await steward.passkeyRegisterStart()));
  const { token } = await steward.createInvitation({ label: "Anna", role: "practitioner" });
  const practitioner = await ownBrowser(browser, options);
  await join(practitioner, `/app/invitation#${token}`);
  const unlooked = async () => undefined;
  await writeProfile(practitioner, unlooked);
  await givePhoto(practitioner, unlooked);
  await writeConsent(practitioner, unlooked);
  const [profile] = await steward.allProfiles();
  await steward.reviewProfile({ accountId: profile!.accountId, credentialsConfirmed: true, published: true });
  await steward.close();
  await practitioner.getByRole("link", { name: "Conversations" }).click();
  return practitioner;
}

async function request(client: Page): Promise<void> {
  await client.getByRole("link", { name: "Find somebody to talk to" }).click();
  await client.getByRole("link", { name: /^Choose/u }).click();
  await expect(client.getByRole("heading", { name: "How you are protected" })).toBeVisible();
  await client.getByRole("link", { name: "Continue" }).click();
  await client.getByLabel("I have read this and agree").check();
  await client.getByRole("button", { name: "Continue" }).click();
  await client.getByLabel("Reason for coming").fill(REASON);
  await client.getByLabel("Country or region").fill("Kiel, Germany");
  await client.getByLabel("Medical information").fill(MEDICAL);
  await client.getByLabel("Emergency contact").fill(CONTACT);
  await client.getByRole("button", { name: "Continue" }).click();
  await client.getByRole("button", { name: /^Send to/u }).click();
  await expect(client.getByText("has your request.")).toBeVisible();
}

type Files = Parameters<typeof search>[0];

/** Everything the server keeps and logged. */
function filesOf(server: TestServer): Files {
  const names = (readdirSync(server.data, { recursive: true }) as string[]).filter((name) => statSync(path.join(server.data, name)).isFile());
  expect(names.length).toBeGreaterThan(1);
  return [...names.map((name) => ({ name, bytes: readFileSync(path.join(server.data, name)) })), { name: "log", bytes: Buffer.from(server.output()) }];
}

/** Searches it for what was typed. What stood there before is not of it: a word of a passphrase drawn by lot may be one of the server's own. */
function expectNothingStored(server: TestServer, typed: readonly string[], before: Files): void {
  const stood = new Set(search(before, typed).map(({ text }) => text));
  expect(search(filesOf(server), typed).filter(({ text }) => !stood.has(text))).toEqual([]);
}

test.use({ serviceWorkers: "allow" });

test("a client and a practitioner talk, and nobody else can read it", async ({ browser, server, contextOptions }) => {
  const options = { ...contextOptions, baseURL: server.baseUrl };
  // Its log then has what it says of ending and beginning again, which it does below.
  await server.halt();
  await server.resume();
  const practitioner = await openPractice(browser, { ...options, ...AT_A_DESK }, server);
  const clientContext = await browser.newContext(options);
  const complaints = listenForErrors(clientContext);
  const client = await clientContext.newPage();
  const before = filesOf(server);
  let kept: Kept | undefined;

  await test.step("the client asks", async () => {
    kept = await signUp(client);
    await expect(client.getByRole("heading", { name: "Nobody to talk to yet" })).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await request(client);
    await expectWellMadeInBothWidths(client);
  });

  await test.step("the practitioner sees the card, asks back and accepts", async () => {
    const row = practitioner.getByRole("link", { name: /unread message/u }).filter({ hasText: "Request" });
    await expect(row).toBeVisible();
    await expectWellMadeInBothWidths(practitioner);
    await row.click();
    await expect(practitioner.getByText(REASON)).toBeVisible();
    await expect(practitioner.getByText(MEDICAL)).toHaveCount(0);
    await expectWellMadeInBothWidths(practitioner);
    await write(practitioner, "Do you sleep at all?");
    await expect(said(client, "Do you sleep at all?")).toBeVisible();
    await write(client, "Four hours or so.");
    await expect(said(practitioner, "Four hours or so.")).toBeVisible();
    await practitioner.getByRole("button", { name: "Accept" }).click();
    await expect(client.getByText("accepted. You can write to each other")).toBeVisible();
  });

  await test.step("they talk, and see how far their words came", async () => {
    await composer(client).pressSequentially("I am ");
    await expect(practitioner.getByText("is writing …")).toBeVisible();
    await write(client, "I am glad you answered.");
    await expect(said(practitioner, "I am glad you answered.")).toBeVisible();
    await expect(practitioner.getByText("is writing …")).toHaveCount(0);
    await expect(mark(client, "I am glad you answered.")).toHaveText("Read");
    await write(practitioner, LONG);
    await expect(said(client, "A very long night.")).toHaveText(LONG);
    await write(client, "one");
    await write(client, "two");
    await write(practitioner, "three");
    await expect(said(client, "three")).toBeVisible();
    for (const page of [client, practitioner]) {
      await expect(page.locator(".said")).toHaveText([/^Do you sleep/u, /^Four hours/u, /^I am glad/u, /^A very long/u, "one", "two", "three"]);
      await expectWellMadeInBothWidths(page);
    }
  });

  await test.step("too much for one message is not lost", async () => {
    await composer(client).fill("x".repeat(16_001));
    await expect(client.getByText("One character too many")).toBeVisible();
    await client.getByRole("button", { name: "Send", exact: true }).click();
    await expect(client.getByText("Please send it in two parts.").first()).toBeVisible();
    await expect(composer(client)).toHaveValue("x".repeat(16_001));
    await composer(client).fill("");
  });

  await test.step("both see the same safety number", async () => {
    const numbers: (readonly string[])[] = [];
    for (const page of [client, practitioner]) {
      await page.getByRole("button", { name: "Details" }).click();
      const words = page.locator(".safety-words li");
      await expect(words).toHaveCount(8);
      numbers.push(await words.allInnerTexts());
      await expectWellMadeInBothWidths(page);
      await page.getByRole("button", { name: "We compared it: it is the same" }).click();
      await expect(page.getByText("Compared: the same on both sides")).toBeVisible();
      await page.getByRole("button", { name: "Close" }).click();
      await expect(page.getByText("Just the two of you. Compared.")).toBeVisible();
    }
    expect(numbers[0]).toEqual(numbers[1]);
  });

  await test.step("a sealed part is opened, and the client is told", async () => {
    await practitioner.getByRole("button", { name: "Details" }).click();
    await practitioner.getByRole("button", { name: "Open the medical information" }).click();
    await practitioner.getByRole("button", { name: "Open and tell the client" }).click();
    await expect(practitioner.getByLabel("Reason")).toBeFocused();
    await expect(practitioner.getByText(MEDICAL)).toHaveCount(0);
    await practitioner.getByLabel("Reason").fill(SEALED_REASON);
    await expectAccessible(practitioner);
    await practitioner.getByRole("button", { name: "Open and tell the client" }).click();
    await expect(practitioner.getByText(MEDICAL)).toBeVisible();
    await expectWellMadeInBothWidths(practitioner);
    await practitioner.getByRole("button", { name: "Close" }).click();
    await expect(practitioner.getByText(MEDICAL)).toHaveCount(0);
    await expect(client.getByText(/opened a sealed part of your intake card: .*Medical information/u)).toBeVisible();
    await expect(client.getByText(SEALED_REASON)).toBeVisible();
    await client.getByRole("button", { name: "Details" }).click();
    await expect(client.getByText(CONTACT)).toBeVisible();
    await expect(client.getByText("has not opened this.")).toBeVisible();
    await expectWellMadeInBothWidths(client);
    await client.getByRole("button", { name: "Close" }).click();
  });

  await test.step("without a server nothing typed is lost", async () => {
    await server.halt();
    await expect(client.locator(".connection")).not.toBeEmpty();
    await write(client, "Written in the tunnel.");
    await expect(mark(client, "Written in the tunnel.")).toHaveText("Waits on this device");
    await composer(client).fill("Not finished yet");
    await expectWellMadeInBothWidths(client);
    await server.resume();
    await expect(mark(client, "Written in the tunnel.")).toHaveText("Read", { timeout: 60_000 });
    await expect(said(practitioner, "Written in the tunnel.")).toHaveCount(1);
    await client.reload();
    await expect(composer(client)).toHaveValue("Not finished yet");
    await expect(said(client, "Written in the tunnel.")).toHaveCount(1);
    await composer(client).fill("");
  });

  await test.step("another browser reads what was said before", async () => {
    await client.getByRole("link", { name: "Conversations" }).first().click();
    await write(practitioner, "How is the morning?");
    await expect(client.getByRole("link", { name: /1 unread message/u }).first()).toBeVisible();
    const elsewhere = await (await browser.newContext(options)).newPage();
    await logIn(elsewhere, kept!);
    await elsewhere.getByRole("link", { name: /Dr Anna Weber/u }).click();
    await expect(elsewhere.locator(".said")).toHaveCount(9);
    await expect(elsewhere.getByText("New", { exact: true })).toBeVisible();
    await write(elsewhere, "Better than the last one.");
    await expect(said(practitioner, "Better than the last one.")).toBeVisible();
    await expect(practitioner.getByText("in one more browser.")).toBeVisible();
    await client.getByRole("link", { name: /Dr Anna Weber/u }).click();
    await expect(said(client, "Better than the last one.")).toHaveCount(1);
    await expectAccessible(elsewhere);
    await elsewhere.context().close();
  });

  await test.step("the client ends it", async () => {
    await client.getByRole("button", { name: "Details" }).click();
    await client.getByRole("button", { name: "End this conversation" }).click();
    await expectAccessible(client);
    await client.getByRole("dialog", { name: "End this conversation?" }).getByRole("button", { name: "End this conversation" }).click();
    for (const page of [client, practitioner]) {
      await expect(page.getByText("You can still read it.")).toBeVisible();
      await expect(composer(page)).toHaveCount(0);
      await expectWellMadeInBothWidths(page);
    }
    await expect(practitioner.getByText("ended this conversation.")).toBeVisible();
  });

  // Single words only where no profile or consent text, which are public, would have them.
  expectNothingStored(server, [
    "Levothyroxine", "Katharina", "palpitations", ...kept!.passphrase.split(" ").filter((word) => word.length > 6), REASON, MEDICAL, CONTACT, SEALED_REASON, LONG, kept!.loginName, kept!.passphrase, kept!.recoveryCode,
    "Do you sleep at all?", "Four hours or so.", "I am glad you answered.", "Written in the tunnel.", "Not finished yet", "How is the morning?", "Better than the last one.",
  ], before);
  // The server was away for a while: that the browser says so is no fault of the page.
  expect(complaints.filter((complaint) => !/ERR_CONNECTION_REFUSED|WebSocket/u.test(complaint))).toEqual([]);
});
