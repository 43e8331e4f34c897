/** A client under pressure opens an empty account with the second passphrase; the practitioner sees nothing of it. */
import { readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { openPractice, PASSPHRASE, texts, untilView } from "../web/core/test/practice.ts";
import { expect, expectWellMade, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";

const SECOND = "plain copper window Tuesday 41 gravel";

/** A group of what the server knows, by its title. */
const group = (page: Page, title: string): Locator => page.locator("summary").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Of the file, what is looked at here. */
type Tables = Readonly<Record<string, readonly { readonly stream?: string; readonly rows?: readonly { readonly place: number; readonly ciphertext?: { readonly base64: string } }[] }[]>>;

/** Makers' push services cannot be reached from here: what the browser keeps of a subscription stands in, also after a page is left. */
const subscribing = (context: BrowserContext) => context.addInitScript(() => {
  const KEPT = "subscribed";
  const kept = () => {
    const key = localStorage.getItem(KEPT);
    return key === null ? null : {
      endpoint: "https://fcm.googleapis.com/fcm/send/nobody",
      options: { applicationServerKey: null },
      getKey: (name: string) => name === "auth" ? new ArrayBuffer(16) : Uint8Array.from(JSON.parse(key) as number[]).buffer,
      unsubscribe: async () => localStorage.removeItem(KEPT),
    };
  };
  Object.assign(PushManager.prototype, {
    getSubscription: async () => kept(),
    async subscribe() {
      const { publicKey } = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
      localStorage.setItem(KEPT, JSON.stringify([...new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))]));
      return kept();
    },
  });
});

// Being told goes through it.
test.use({ serviceWorkers: "allow" });

test("a second passphrase opens an account in which nothing happened", async ({ browser, server, contextOptions }) => {
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.send(id, "He must not read this.");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("He must not read this."));
  await core.close();

  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl, permissions: ["notifications"] });
  await subscribing(context);
  await context.route("https://www.wikipedia.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Somewhere harmless</h1>" }));
  const page = await context.newPage();
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await expect(page.getByRole("link", { name: /Dr Reed/u })).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  const part = page.locator(".second-part");
  await expect(part.getByText("No second passphrase is set.", { exact: true })).toBeVisible();
  await part.getByText("What it does and what it cannot do").click();
  await part.getByRole("button", { name: "Set a second passphrase" }).click();
  await part.getByRole("button", { name: "Choose my own" }).click();
  await expectWellMade(page);
  const fill = async (current: string, next: string) => {
    await part.getByLabel("Your present passphrase").fill(current);
    await part.getByLabel("Your own passphrase", { exact: true }).fill(next);
    await part.getByRole("button", { name: "Set this one" }).click();
  };
  await fill(PASSPHRASE, PASSPHRASE);
  await expect(part.getByText("one that does not belong to this login name yet")).toBeVisible();
  await fill(PASSPHRASE, SECOND);
  await expect(part.getByText("A second passphrase is set.", { exact: true })).toBeVisible();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await expect(page.getByRole("button", { name: "Do not tell me any more" })).toBeVisible();
  await expectWellMade(page);

  await test.step("what the server knows about me, row by row and as a file", async () => {
    await page.getByRole("link", { name: "Look at it" }).click();
    const messages = group(page, "Messages");
    await messages.click();
    const inside = page.locator("details[open]").filter({ has: messages });
    await inside.getByText(/^Conversation with .Dr Reed/u).first().click();
    await expect(inside.getByText("record.ciphertext").first()).toBeVisible();
    await expect(inside.getByRole("link", { name: "Your conversations" })).toBeVisible();
    await group(page, "Your account").click();
    await expect(page.getByText("account.identity_key")).toBeVisible();
    await expectWellMade(page);
    await page.getByRole("button", { name: "Save as a file" }).click();
    await page.getByLabel("Not at all").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Please tick this first, or choose a lock.")).toBeVisible();
    await expectWellMade(page);
    await page.getByLabel("I know that, and want it unlocked").check();
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const file = await begun;
    expect(file.suggestedFilename()).toMatch(/^alcove-\d{4}-\d\d-\d\d\.json$/u);
    const text = readFileSync(await file.path(), "utf8");
    const { format, version, tables } = JSON.parse(text) as { readonly format: string; readonly version: number; readonly tables: Tables };
    expect([format, version, tables["account"]?.length, tables["session"]?.length]).toEqual(["alcove-held", 1, 1, 2]);
    const records = tables["record"]?.find(({ stream }) => stream === id)?.rows ?? [];
    expect(records.length).toBeGreaterThan(3);
    for (const [i, { place, ciphertext }] of records.entries()) {
      expect(place).toBe(i + 1);
      expect(Buffer.from(ciphertext?.base64 ?? "", "base64").length).toBeGreaterThanOrEqual(256);
    }
    // Of bytes, what they are, for chance writes a short name in base64 now and then.
    const plain = JSON.stringify(tables, (key, value: unknown) => key === "base64" ? Buffer.from(String(value), "base64").toString("latin1") : value);
    expect(plain).not.toMatch(/He must not read this|Heron|heron|Reed/u);
    await page.getByRole("dialog").getByText("Close", { exact: true }).click();
  });
  // The device is busy for longer than leaving waits: all the same it is locked.
  for (const worker of page.workers()) await worker.evaluate(() => void setTimeout(() => { for (const end = Date.now() + 3_000; Date.now() < end;); }));
  await page.getByRole("button", { name: "Leave now" }).click();
  await expect(page.getByRole("heading", { name: "Somewhere harmless" })).toBeVisible();

  // Somebody insists. What opens has the same name and is empty, and neither its settings nor the browser tell of another.
  await page.goto("/app");
  await expect(page.getByLabel("Passphrase", { exact: true })).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("left")), "nothing tells that somebody left").toBeNull();
  await page.getByLabel("Passphrase", { exact: true }).fill(SECOND);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nobody to talk to yet" })).toBeVisible();
  await expect(page.getByText("He must not read this.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /Dr Reed/u })).toHaveCount(0);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText(loginName).first()).toBeVisible();
  await expect(part.getByText("No second passphrase is set.", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Tell me", exact: true })).toBeVisible();
  await expect.poll(() => page.evaluate(async () => [localStorage.getItem("subscribed"), await caches.has("notices")]), "nobody is told of the other any more").toEqual([null, false]);
  await expectWellMade(page);
  await page.getByRole("link", { name: "Look at it" }).click();
  await group(page, "Conversations and who shares them").click();
  await expect(page.getByText("stream.created_day")).toHaveCount(1);
  await expect(page.getByText("Not shown; why, is said at the end.").first()).toBeVisible();
  await expect(page.getByText("Dr Reed")).toHaveCount(0);
  await expectWellMade(page);
  expect(await practice.practitioner.core.conversations()).toHaveLength(1);

  // Later, alone.
  const alone = await (await browser.newContext({ ...contextOptions, baseURL: server.baseUrl })).newPage();
  await logIn(alone, { loginName, passphrase: PASSPHRASE });
  await alone.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(alone.getByText("He must not read this.")).toBeVisible();
  await practice.close();
});
