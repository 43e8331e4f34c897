/** The app without a connection, as an installed one, and when a newer version comes. */
import { createHash } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { openPractice, PASSPHRASE, texts, untilView } from "../web/core/test/practice.ts";
import { BINARY } from "../web/core/test/server.ts";
import { expect, expectWellMade, listenForErrors, test } from "./fixtures.ts";
import { logIn } from "./log_in_steps.ts";
import config, { WHOLE_BROWSER } from "./playwright.config.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: /^Message to/u });
const said = (page: Page, words: string) => page.locator(".said").filter({ hasText: words });

/** Resolves once the app is on the device and answers for itself. */
const untilKept = (page: Page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
});
const cached = (page: Page) => page.evaluate(async () => {
  const names = await caches.keys();
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat();
});

/**
 * The server with a later version of the app in it: the same files under another
 * version. One that is `released` names its service worker in its release, and that
 * in its key log, as every start of a server does; the other gives it out in secret.
 */
function laterBinary(file: string, released: boolean): string {
  const built = readFileSync(BINARY);
  const worker = readFileSync("internal/webapp/dist/service_worker.js");
  const replace = (all: Buffer, was: string, is: string): void => {
    for (let at = all.indexOf(was); at >= 0; at = all.indexOf(was, at + 1)) all.write(is, at, "latin1");
  };
  const [, version = ""] = /version:"([0-9a-f]{16})"/u.exec(worker.toString("latin1")) ?? [];
  expect(version).toHaveLength(16);
  const hash = (): string => createHash("sha384").update(worker).digest("base64");
  const before = hash();
  const later = (released ? "1a7e" : "5ec1").repeat(4);
  replace(worker, version, later);
  replace(built, version, later);
  if (released) replace(built, before, hash());
  writeFileSync(file, built);
  chmodSync(file, 0o755);
  return file;
}

// The windowless one shows no notifications.
test.use({ serviceWorkers: "allow", launchOptions: { ...config.use?.launchOptions, ...WHOLE_BROWSER } });

test("the app opens without a connection, takes what is written, and sends it later", async ({ page, context, server }, info) => {
  const practice = await openPractice(server);
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await practice.practitioner.core.send(id, "Until Thursday, then.");
  await untilView(core, id, (view) => texts(view).includes("Until Thursday, then."));
  await core.close();
  const heard = listenForErrors(context);

  await page.goto("/app");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), "nothing is kept for who only looks").toBe(0);
  await logIn(page, { loginName, passphrase: PASSPHRASE });
  await page.getByRole("link", { name: /Dr Reed/u }).click();
  await expect(said(page, "Until Thursday, then.")).toBeVisible();
  await untilKept(page);
  const kept = await cached(page);
  expect(kept).toContain("/app");
  expect(kept.filter((path) => path !== "/app" && !path.startsWith("/assets/app/")), "only public code is kept, and what the key log said of it").toEqual(["/app/log"]);
  expect(heard.filter((each) => !each.includes("404")), "a face that is not there is no error").toEqual([]);

  await test.step("the server is gone: what is here is read, what is written waits", async () => {
    await server.halt();
    await page.goto("/app");
    await expect(page.getByRole("status").filter({ hasText: "You are offline." })).toBeVisible({ timeout: 20_000 });
    await page.getByRole("link", { name: /Dr Reed/u }).click();
    await expect(said(page, "Until Thursday, then.")).toBeVisible();
    await composer(page).fill("I will be there.");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(said(page, "I will be there.")).toBeVisible();
    await composer(page).fill("And one more th");
    await expectWellMade(page);
    await page.reload();
    await expect(said(page, "I will be there.")).toBeVisible({ timeout: 20_000 });
    await expect(composer(page)).toHaveValue("And one more th");
    // Only what was said before it is back can be seen to go.
    await expect(page.getByRole("status").filter({ hasText: "You are offline." })).toBeVisible();
  });

  await test.step("it is back: what waited arrives", async () => {
    await server.resume({ binary: laterBinary(info.outputPath("alcove-in-secret"), false) });
    await expect(page.getByRole("status").filter({ hasText: "You are offline." }), "it tries again by itself within half a minute").toHaveCount(0, { timeout: 60_000 });
    await expect(page.locator("li").filter({ hasText: "I will be there." }).locator(".mark-sent, .mark-delivered, .mark-read")).toBeVisible();
  });

  await test.step("a newer version that is not in the key log is not kept, and said", async () => {
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => undefined, () => undefined));
    await expect(page.getByRole("alert").filter({ hasText: "The server offers code that it does not stand for" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Use it now" })).toHaveCount(0);
    await expectWellMade(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    await server.halt();
    await server.resume({ binary: laterBinary(info.outputPath("alcove"), true) });
  });

  await test.step("a newer version waits until it is asked for, and takes nothing away", async () => {
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const use = page.getByRole("button", { name: "Use it now" });
    await expect(use).toBeVisible();
    await expectWellMade(page);
    await composer(page).fill("And one more thing");
    // What goes to the server meanwhile keeps nobody waiting.
    await page.evaluate(() => void setInterval(() => void fetch("/release.txt").catch(() => undefined), 20));
    const loaded = page.waitForEvent("load");
    await use.click();
    await loaded;
    await expect(composer(page)).toHaveValue("And one more thing");
    await expect(use).toHaveCount(0);
    expect((await page.evaluate(() => caches.keys())).length, "the former version's files stay for other windows, beside what was seen of the log").toBe(3);
  });

  await test.step("the look decides what an installed app is called", async () => {
    const manifest = () => page.evaluate(async () => (await (await fetch(document.querySelector<HTMLLinkElement>("link[rel=manifest]")!.href)).json()) as { readonly name: string });
    expect((await manifest()).name).toBe("Alcove");
    await page.goto("/app/settings");
    await expect(page.getByText("show that you use it", { exact: false })).toBeVisible();
    await page.getByLabel("What this window is called").selectOption("notes");
    await expect(page.getByText("It is installed under the name", { exact: false })).toBeVisible();
    expect((await manifest()).name).toBe("Notes");
  });

  await test.step("a notice says what was chosen, and nothing else", async () => {
    await context.grantPermissions(["notifications"]);
    // No push service can be reached from here: so the browser says that it has none.
    await page.getByRole("button", { name: "Tell me", exact: true }).click();
    await expect(page.getByText("could not set up notices", { exact: false })).toBeVisible();
    await expectWellMade(page);
    await page.getByLabel("What it says").selectOption("name");
    await page.goto("about:blank"); // Who looks at the app is not told.
    const devtools = await context.newCDPSession(page);
    const registrations: string[] = [];
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: all }) => registrations.push(...all.map((each) => each.registrationId)));
    await devtools.send("ServiceWorker.enable");
    await expect.poll(() => registrations.length).toBeGreaterThan(0);
    const shown = async () => context.serviceWorkers().at(-1)?.evaluate(async () => {
      const { registration } = globalThis as unknown as { readonly registration: ServiceWorkerRegistration };
      return (await registration.getNotifications()).map(({ title, body, icon, silent }) => ({ title, body, icon: new URL(icon).pathname, silent }));
    });
    await expect(async () => { // Once it is known that nobody looks any more; several are one notice.
      await devtools.send("ServiceWorker.deliverPushMessage", { origin: server.baseUrl, registrationId: registrations[0]!, data: "{}" });
      expect(await shown()).toEqual([{ title: "Notes", body: "", icon: "/assets/app/icon-plain-192.png", silent: false }]);
    }).toPass();
    await page.goto("/app/settings");
    await expect.poll(shown, "who looks need not be told any more").toEqual([]);
  });

  await test.step("the practitioner, whose device tried again meanwhile, has it", async () => {
    await expect.poll(async () => texts(await practice.practitioner.core.open(id)), { timeout: 40_000 }).toContain("I will be there.");
  });

  await test.step("who logs out leaves no app behind", async () => {
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect.poll(() => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0]);
  });
  await practice.close();
});

test("nothing keeps a browser from installing it", async ({ server, contextOptions, launchOptions }, info) => {
  const context = await chromium.launchPersistentContext(info.outputPath("profile"), { ...launchOptions, ...contextOptions, baseURL: server.baseUrl });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto("/app");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const devtools = await context.newCDPSession(page);
  expect((await devtools.send("Page.getAppManifest")).errors).toEqual([]);
  expect((await devtools.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  await context.close();
});
