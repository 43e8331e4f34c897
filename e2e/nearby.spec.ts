/** What people nearby learn: leaving at once, a lock, a session without traces. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { search } from "../web/core/test/leak_search.ts";
import { openPractice, PASSPHRASE, type TestPractice, texts, untilView } from "../web/core/test/practice.ts";
import { createAccount, keepCode, signUp } from "./entry_steps.ts";
import { expect, expectAccessible, expectWellMade, listenForErrors, speak, test } from "./fixtures.ts";
import { locked, PIN, setPin, unlock } from "./lock_steps.ts";
import { logIn } from "./log_in_steps.ts";
import { WHOLE_BROWSER } from "./playwright.config.ts";

const WRONG = "1357";
const AWAY = "https://www.wikipedia.org/";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const inside = (page: Page) => page.getByRole("navigation", { name: "Main" });
const composer = (page: Page) => page.getByRole("textbox", { name: /^(Message to|Ask|Answer)/u });

/** The harmless page, without the internet. */
async function harmless(context: BrowserContext): Promise<void> {
  await context.route(`${AWAY}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>Somewhere harmless</title><h1>Somewhere harmless</h1>" }));
}

async function expectAway(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Somewhere harmless" })).toBeVisible();
}

/**
 * Presses of Escape at these moments, in milliseconds since 1970: that they came quickly
 * enough is told by the times of the presses, which are those of a driver that waits
 * for each of them on a busy machine otherwise.
 */
async function pressEscape(page: Page, ...moments: readonly number[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const key = { key: "Escape", code: "Escape", windowsVirtualKeyCode: 27 };
  await Promise.all(moments.flatMap((at) => (["rawKeyDown", "keyUp"] as const).map((type) => devtools.send("Input.dispatchKeyEvent", { type, ...key, timestamp: at / 1_000 }))));
  await devtools.detach();
}

async function pressThrice(page: Page): Promise<void> {
  const now = Date.now();
  await pressEscape(page, now - 200, now - 100, now);
}

/** A client who talks with a practitioner, made outside of the browser. */
async function talking(practice: TestPractice, pseudonym: string, words: string) {
  const { core, id, loginName } = await practice.talkingClient(pseudonym);
  await core.send(id, words);
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes(words));
  await core.close();
  return { id, loginName, passphrase: PASSPHRASE };
}

let practice: TestPractice | undefined;
test.beforeEach(async ({ server }) => {
  practice ??= await openPractice(server);
});
test.afterAll(async () => {
  await practice?.close();
  practice = undefined;
});

test.use({ serviceWorkers: "allow" });

test("leaving at once: by the button, by Escape, also from a dialog, and the way back shows nothing", async ({ browser, server, contextOptions }) => {
  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
  await harmless(context);
  const page = await context.newPage();
  const { loginName, passphrase } = await talking(practice!, "Quiet Heron", "only for you");

  const arrive = async () => {
    await logIn(page, { loginName, passphrase });
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(page.locator(".said").filter({ hasText: "only for you" })).toBeVisible();
  };

  const comeBack = async () => {
    await page.goto("/app");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await button(page, "Log in").click();
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(page.locator(".said").filter({ hasText: "only for you" })).toBeVisible();
  };

  await test.step("the button: blank at once, the entry of the history replaced, logged out", async () => {
    await arrive();
    const at = page.url();
    const blank = page.evaluate(() => {
      document.querySelector<HTMLElement>(".strip-leave")!.click();
      return { hidden: document.documentElement.hidden, title: document.title };
    });
    expect(await blank).toEqual({ hidden: true, title: "" });
    await expectAway(page);
    await page.goBack();
    await expect(page).not.toHaveURL(at);
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
    await expect(page.getByText("only for you")).toHaveCount(0);
    expect(await page.content()).not.toContain("Dr Reed");
  });

  await test.step("the button, while the core is busy and comes to nothing before the page is gone", async () => {
    await comeBack();
    const core = page.workers().find((worker) => /\/worker-[^/]+$/u.test(worker.url()))!;
    await core.evaluate(() => void setTimeout(() => { for (;;); }));
    await button(page, "Leave now").click();
    await expectAway(page);
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
    await expect(page.getByText("only for you")).toHaveCount(0);
  });

  await test.step("three times Escape", async () => {
    await comeBack();
    await composer(page).fill("half a sentence");
    const third = Date.now();
    await pressEscape(page, third - 1_600, third - 1_500, third);
    await expect(composer(page), "pressed slowly it means nothing").toBeVisible();
    await expect(composer(page)).toHaveValue("half a sentence");
    await pressEscape(page, third + 100, third + 200);
    await expectAway(page);
  });

  await test.step("from inside a dialog, whose closing takes none of the presses", async () => {
    await comeBack();
    await expect(composer(page)).toHaveValue("half a sentence");
    await button(page, "Details").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await pressThrice(page);
    await expectAway(page);
  });
  await context.close();
});

test("a browser that keeps left pages for the way back shows nothing of them", async ({ launchOptions, contextOptions, server }) => {
  // Playwright switches this off elsewhere; people's browsers have it.
  const browser = await chromium.launch({ ...launchOptions, ...WHOLE_BROWSER, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
  await harmless(context);
  const page = await context.newPage();
  const { loginName, passphrase } = await talking(practice!, "Calm Plover", "kept for nobody");
  await logIn(page, { loginName, passphrase });
  await setPin(page);
  await page.getByRole("link", { name: "Conversations" }).click();
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(page.locator(".said").filter({ hasText: "kept for nobody" })).toBeVisible();
  await pressThrice(page);
  await expectAway(page);
  for (let step = 0; step < 2; step++) {
    await page.goBack();
    await expect(locked(page)).toBeVisible();
    expect(await page.content()).not.toContain("kept for nobody");
    expect(await page.content()).not.toContain("Dr Reed");
  }

  // Whether a browser keeps the page is its own choice: so the same once more where nothing takes its place.
  await page.goto("/app");
  await unlock(page, PIN);
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(page.locator(".said").filter({ hasText: "kept for nobody" })).toBeVisible();
  await context.unroute(`${AWAY}**`);
  const asked = page.waitForRequest(AWAY);
  await context.route(`${AWAY}**`, (route) => route.fulfill({ status: 204 }));
  await button(page, "Leave now").click();
  await asked;
  await expect(page.locator("body")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(locked(page)).toBeVisible();
  expect(await page.content()).not.toContain("kept for nobody");
  await browser.close();
});

test("a PIN: set, asked for, mistyped, and after the fifth everything here is gone", async ({ browser, server, contextOptions }) => {
  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
  const heard = listenForErrors(context);
  await harmless(context);
  const page = await context.newPage();
  const { loginName, passphrase } = await talking(practice!, "Amber Fox", "before the PIN");
  await logIn(page, { loginName, passphrase });

  await test.step("set", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await expectWellMade(page);
    await button(page, "Set a PIN").click();
    await page.getByLabel("New PIN").fill("1234");
    await page.getByLabel("The same PIN again").fill("1243");
    await button(page, "Set this PIN").click();
    await expect(page.getByText("The two are not the same.")).toBeVisible();
    await page.getByLabel("The same PIN again").fill("1234");
    await button(page, "Set this PIN").click();
    await expect(page.getByText("Please take four to eight digits")).toBeVisible();
    await expectWellMade(page);
    await page.getByLabel("New PIN").fill(PIN);
    await page.getByLabel("The same PIN again").fill(PIN);
    await button(page, "Set this PIN").click();
    await expect(page.getByText("The PIN is set.")).toBeVisible();
    await page.getByText("What a PIN can do").click();
    await expectWellMade(page);
  });

  await test.step("by hand, and by a reload", async () => {
    await button(page, "Lock").first().click();
    await expect(locked(page)).toBeVisible();
    await expect(page.getByLabel("PIN", { exact: true })).toBeFocused();
    await expectWellMade(page);
    expect(await page.content()).not.toContain(loginName);
    await unlock(page, PIN);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    await page.reload();
    await expect(locked(page)).toBeVisible();
    await unlock(page, PIN);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });

  await test.step("after a while without a touch; what is being written stays", async () => {
    await page.getByLabel("Lock when nothing was touched for").selectOption({ label: "1 minute" });
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.getByRole("link", { name: "Conversations" }).click();
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await composer(page).fill("half a sentence");
    // The clock of the page goes on two minutes: a device that slept.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 120_000;
    });
    await expect(locked(page)).toBeVisible({ timeout: 15_000 });
    await unlock(page, PIN);
    await expect(composer(page)).toHaveValue("half a sentence");
  });

  await test.step("when the window is out of sight", async () => {
    await page.goto("/app/settings");
    await unlock(page, PIN);
    await page.getByLabel("Lock when the window is out of sight").check();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await unlock(page, PIN);
    await expect(page.getByLabel("Lock when the window is out of sight")).toBeChecked();
    await hide(page);
    await expect(locked(page)).toBeVisible();
    await unlock(page, PIN);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });

  await test.step("on leaving, and the way back asks for it", async () => {
    await pressThrice(page);
    await expectAway(page);
    await page.goBack();
    await expect(locked(page)).toBeVisible();
    expect(await page.content()).not.toContain(loginName);
    await button(page, "Empty this browser").click();
    await expectWellMade(page);
    await button(page, "Cancel").click();
  });

  await test.step("five wrong ones destroy what is kept here; logging in brings it back", async () => {
    await unlock(page, WRONG);
    await expect(page.getByText("This is not the PIN.")).toBeVisible();
    await expect(page.getByText(/4.? attempts are left/u)).toBeVisible();
    await expectWellMade(page);
    for (let left = 3; left > 0; left--) {
      await unlock(page, WRONG);
      await expect(page.getByText(left > 1 ? new RegExp(`^.?${left}.? attempts`, "u") : "One attempt is left")).toBeVisible();
    }
    await unlock(page, WRONG);
    await expect(page.getByText("That was one wrong PIN too many")).toBeVisible();
    await expectWellMade(page);
    await logIn(page, { loginName, passphrase });
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(page.locator(".said").filter({ hasText: "before the PIN" })).toBeVisible();
  });

  await test.step("the passphrase opens it as well, and the PIN can be taken away", async () => {
    await page.goto("/app");
    await setPin(page);
    await page.reload();
    await page.getByRole("link", { name: "Use passphrase" }).click();
    await expectWellMade(page);
    await page.getByLabel("Login name").fill(loginName);
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await button(page, "Log in").click();
    await expect(inside(page)).toBeVisible();
    await page.getByRole("link", { name: "Settings" }).click();
    await button(page, "Remove PIN").click();
    await expect(page.getByText("The PIN is removed.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });

  await test.step("a passkey of the device opens it, alone and beside a PIN, and can be taken away", async () => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options: {
      protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true,
    } });
    await page.reload();
    await button(page, "Use a passkey").click();
    await expect(page.getByText("The passkey opens the lock from now on.")).toBeVisible();
    await expectWellMade(page);
    await button(page, "Lock").first().click();
    await expect(locked(page)).toBeVisible();
    await expect(page.getByLabel("PIN", { exact: true })).toHaveCount(0);
    await expectWellMade(page);
    await button(page, "Open with the passkey").click();
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    await setPin(page);
    await page.reload();
    await expect(page.getByLabel("PIN", { exact: true })).toBeVisible();
    await expectWellMade(page);
    await button(page, "Open with the passkey").click();
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();

    // A device that lost its passkey has the PIN still.
    await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    await page.reload();
    await unlock(page, PIN);
    await button(page, "Remove the passkey").click();
    await expect(page.getByText("The passkey is removed.")).toBeVisible();
    await page.reload();
    await expect(locked(page)).toBeVisible();
    await expect(button(page, "Open with the passkey")).toHaveCount(0);
    await unlock(page, PIN);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });
  expect(heard.filter((said) => !said.includes("status of 404"))).toEqual([]); // Dr Reed has no photograph.
  await context.close();
});

test("a window that calls itself otherwise, and shows nothing while it is not used", async ({ browser, server, contextOptions }) => {
  const context = await browser.newContext({ ...contextOptions, baseURL: server.baseUrl });
  const page = await context.newPage();
  const { id, loginName, passphrase } = await talking(practice!, "Green Wren", "hello");
  const icon = () => page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href ?? "");
  await logIn(page, { loginName, passphrase });
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveTitle("Settings · Alcove");
  const own = await icon();
  await page.getByLabel("Show when I am writing").uncheck();

  await test.step("chosen, it holds on every screen, also with something unread", async () => {
    await page.getByLabel("What this window is called").selectOption({ label: "Notes" });
    await expect(page).toHaveTitle("Notes");
    expect(await icon()).toMatch(/^data:image\/svg/u);
    await practice!.practitioner.core.send(id, "are you there?");
    await expect(page).toHaveTitle("Notes · one new item");
    await expectWellMade(page);
    await page.getByLabel("Show when I am writing").check();
    await expect(page.getByText("Saved.")).toHaveCount(2);
    await page.getByRole("link", { name: "Find a practitioner" }).click();
    await expect(page).toHaveTitle("Notes · one new item");
    await page.reload();
    await expect(page).toHaveTitle("Notes · one new item");
  });

  await test.step("before the log-in only where that was chosen", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByLabel("On this device also before I log in").check();
    await button(page, "Log out").click();
    await expect(page.getByRole("heading", { name: "A quiet place to talk" })).toBeVisible();
    await page.reload();
    await expect(page).toHaveTitle("Notes");
    await logIn(page, { loginName, passphrase });
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByLabel("On this device also before I log in").uncheck();
    await expect(page).toHaveTitle(/^Notes/u);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((kept) => kept !== "language"))).toEqual([]);
  });

  await test.step("out of use, nothing is shown; coming back, everything", async () => {
    await page.getByLabel("Show nothing while I use another window").check();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.evaluate(() => {
      document.hasFocus = () => false;
      dispatchEvent(new Event("blur"));
    });
    await expect(page.getByRole("heading", { name: "Settings" })).toBeHidden();
    await expect(button(page, "Leave now")).toBeHidden();
    await expectAccessible(page);
    await page.evaluate(() => {
      document.hasFocus = () => true;
      dispatchEvent(new Event("focus"));
    });
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });

  await page.getByLabel("What this window is called").selectOption({ label: "The practice’s name" });
  await expect(page).toHaveTitle("Settings · Alcove");
  expect(await icon()).toBe(own);
  await context.close();
});

test("before signing up: could somebody be watching this device?", async ({ page, context }) => {
  const sent: string[] = [];
  // The last that the app asks of the server by itself: words may be offered before.
  const begun = page.waitForResponse("**/GetPractice");
  await page.goto("/app/sign-up");
  await begun;
  await expect(page.locator(".offered")).toHaveText(/^(\S+ ){5}\S+$/u);
  const words = await page.locator(".offered").innerText();
  for (const language of ["English", "Deutsch"]) {
    context.on("request", (request) => sent.push(request.url()));
    await page.getByRole("link", { name: language === "English" ? "Could somebody be watching this device?" : "Könnte jemand auf diesem Gerät mitlesen?" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByText(language === "English" ? "No page can find spyware" : "Keine Internetseite kann Spionagesoftware finden")).toBeVisible();
    expect(sent.filter((url) => !url.endsWith("/favicon.svg")), "nothing is told to anybody").toEqual([]);
    context.removeAllListeners("request");
    await expectWellMade(page);
    await page.goBack();
    await expect(page.locator(".offered"), "what was begun is still there").toHaveText(words);
    if (language === "English") await speak(page, "de");
  }
  await speak(page, "en");
  await page.goto("/app");
  await page.getByRole("link", { name: "Could somebody be watching this device?" }).click();
  await page.getByRole("link", { name: "Start anonymously" }).click();
  await expect(page.getByRole("heading", { name: "Start anonymously" })).toBeFocused();
});

/** Tells the page that it is out of sight, as the browser does when another tab comes in front. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
  });
}

/** Everything in a folder, as somebody has it who copies the browser's files. */
function filesIn(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(path.join(folder, name)).isFile());
  return names.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
}

/** A browser with a folder of its own, as people have one. */
async function withFolder(options: Parameters<typeof chromium.launchPersistentContext>[1], play: (page: Page, context: BrowserContext) => Promise<void>): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "alcove-profile-"));
  try {
    const context = await chromium.launchPersistentContext(folder, { ...options, ...WHOLE_BROWSER });
    await play(context.pages()[0] ?? (await context.newPage()), context);
    await context.close();
    return filesIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a session without traces: nothing of it lies in the browser's folder afterwards", async ({ server, contextOptions, launchOptions }) => {
  const options = { ...launchOptions, ...contextOptions, baseURL: server.baseUrl };
  const WORDS = "the yellow suitcase in the cellar";
  const { id, loginName, passphrase } = await talking(practice!, "Silver Otter", "before, elsewhere");
  let made: { readonly loginName: string; readonly recoveryCode: string; readonly passphrase: string } | undefined;
  let token = "";
  const files = await withFolder(options, async (page, context) => {
    await page.goto("/app/log-in");
    await speak(page, "de");
    await speak(page, "en");
    await page.getByLabel("This is not my device").check();
    await expectWellMade(page);
    await page.getByLabel("Login name").fill(loginName);
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    const sent = page.waitForRequest((request) => request.headers()["authorization"] !== undefined);
    await button(page, "Log in").click();
    token = ((await sent).headers()["authorization"] ?? "").split(" ").at(-1) ?? "";
    expect(token.length).toBeGreaterThan(20);
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(page.locator(".said").filter({ hasText: "before, elsewhere" })).toBeVisible();
    await expect(page).toHaveURL(/\/app$/u);
    await composer(page).fill(WORDS);
    await button(page, "Send").click();
    await untilView(practice!.practitioner.core, id, (view) => texts(view).includes(WORDS));
    await page.goBack();
    await expect(page.getByRole("link", { name: /Dr Reed/u })).toBeVisible();
    await page.goForward();
    await composer(page).fill("half a sentence about the cellar");
    // What the core is told after that is seen once it has done with the draft.
    await practice!.practitioner.core.send(id, "Are you still there?");
    await expect(page.locator(".said").filter({ hasText: "Are you still there?" })).toBeVisible();
    expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0, 0, 0]);
    expect(await context.cookies()).toEqual([]);

    // Closing the window ends it, and the next one knows nobody.
    const next = await context.newPage();
    await page.close();
    await next.goto("/app/sign-up");
    await next.getByLabel("This is not my device").check();
    await expectWellMade(next);
    const words = await createAccount(next);
    made = { ...(await keepCode(next)), passphrase: words };
    await expect(inside(next)).toBeVisible();
    await next.getByRole("link", { name: "Settings" }).click();
    await expect(next.getByText("there is nothing to lock")).toBeVisible();
    await expectWellMade(next);
  });
  // The browser's own history is there to be found, and is: so is what it would hold of more.
  expect(search(files, ["/app/log-in"])).not.toEqual([]);
  const secrets = [loginName, passphrase, WORDS, "half a sentence about the cellar", "before, elsewhere", "Are you still there?", "Dr Reed", id, token, made!.loginName, made!.passphrase, made!.recoveryCode];
  expect(search(files, secrets)).toEqual([]);
});

test("locked, the browser's folder holds nothing that can be read", async ({ server, contextOptions, launchOptions }) => {
  const options = { ...launchOptions, ...contextOptions, baseURL: server.baseUrl };
  let kept: { readonly loginName: string; readonly passphrase: string } | undefined;
  const typed = { loginName: "typed-and-left", passphrase: "words that were shown and left" };
  const files = await withFolder(options, async (page) => {
    // A browser writes down what stood in the fields of a page that is left, to show it again.
    await page.goto("/app/log-in");
    await page.getByLabel("Login name").fill(typed.loginName);
    await page.getByLabel("Passphrase", { exact: true }).fill(typed.passphrase);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.goto("/app/sign-up");
    kept = await signUp(page);
    await setPin(page);
    await button(page, "Lock").first().click();
    await expect(locked(page)).toBeVisible();
    const lying = await page.evaluate(() => new Promise<readonly string[]>((resolve) => {
      const opening = indexedDB.open("alcove");
      opening.onsuccess = () => {
        const asked = opening.result.transaction("keys").objectStore("keys").getAll();
        asked.onsuccess = () => resolve(asked.result.flatMap((record: Record<string, unknown>) => Object.entries(record).map(([name, value]) => `${name} ${value instanceof CryptoKey ? `${value.algorithm.name} ${value.extractable}` : typeof value}`)));
      };
    }));
    expect([...lying].sort()).toEqual(["bound HMAC false", "byPin object", "byVault object", "failures number", "salt object", "v number"]);
  });
  expect(search(files, [kept!.loginName, kept!.passphrase, typed.loginName, typed.passphrase])).toEqual([]);
});
