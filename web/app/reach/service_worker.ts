/**
 * The service worker: keeps the app's code on the device, so that the app opens
 * without a connection, and shows notices.
 *
 * What it keeps is public and the same for everybody: the app's page and the
 * files the build named, each held to its hash (scripts/build-web.mjs). It answers
 * for those alone; calls, events and public pages pass it by, so that nothing
 * personal can come into its cache. A window keeps the version it began with: the
 * next one waits until no window is open, or until somebody asks for it, and the
 * former version's files stay for windows that still run it.
 *
 * It keeps only a version that stands in the server's key log. A server that wants to
 * give somebody other code can give them another service worker, too, whose install
 * asks nothing: that is what the running app looks out for (shell.ts).
 */
declare const __SHELL__: { readonly version: string; readonly page: string; readonly files: Readonly<Record<string, string>> };

import { cacheKeeper, checkRelease } from "../../core/keylog/release.ts";
import { LOG, LOG_SEEN, NOTICE, type Notice, PLAIN_NOTICE, SHELL, START } from "./kept.ts";

interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Installing extends Lasting { addRoutes?(route: { readonly condition: unknown; readonly source: "network" }): Promise<void> }
interface Fetching extends Lasting { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Clicking extends Lasting { readonly notification: Notification }
interface Window { readonly url: string; readonly focused: boolean; focus(): Promise<unknown> }
interface Scope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(query: { readonly type: "window"; readonly includeUncontrolled: boolean }): Promise<readonly Window[]>; openWindow(url: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<E>(type: string, listener: (event: E) => void): void;
}
/** The DOM's types know only the window's scope. */
const scope = globalThis as unknown as Scope;

const FILES = "/assets/app/";
const CURRENT = SHELL + __SHELL__.version;
/** What a cache answers must not depend on what a browser accepts. */
const ANYHOW = { ignoreVary: true } as const;

async function keep(): Promise<void> {
  await checkRelease(cacheKeeper(LOG, LOG_SEEN), __SHELL__);
  const cache = await caches.open(CURRENT);
  const all = [[START, __SHELL__.page] as const, ...Object.entries(__SHELL__.files)];
  await Promise.all(all.map(async ([url, integrity]) => {
    const had = url === START ? undefined : await caches.match(url, ANYHOW);
    const answer = had ?? (await fetch(url, { integrity, credentials: "omit", cache: url === START ? "no-cache" : "default" }));
    if (!answer.ok) throw new TypeError("the server answered otherwise");
    await cache.put(url, answer);
  })).catch(async (error: unknown) => {
    await caches.delete(CURRENT);
    throw error;
  });
}

/** Forgets all versions but this one and the one before. */
async function tidy(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== CURRENT);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function answer(request: Request, url: string, cache: string | undefined): Promise<Response> {
  const had = await caches.match(url, { ...ANYHOW, ...(cache ? { cacheName: cache } : {}) });
  return had ?? fetch(request);
}

async function show(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.some((window) => window.focused)) return;
  const kept = await caches.match(NOTICE);
  const notice = kept ? ((await kept.json()) as Notice) : PLAIN_NOTICE;
  await scope.registration.showNotification(notice.title, { tag: "new", icon: notice.icon, silent: notice.silent, lang: notice.lang, dir: "auto" });
}

async function openApp(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => isApp(new URL(url).pathname));
  await (open ? open.focus() : scope.clients.openWindow(START));
}

const isApp = (path: string): boolean => path === START || path.startsWith(`${START}/`);

/**
 * Has the browser pass by this worker what it does not answer for, where the browser
 * can. Else each call wakes the worker; and in Chromium one that comes while the next
 * version takes over keeps this one at work, so that who asked for the next waits for
 * it, half a minute and longer.
 */
async function passBy(event: Installing): Promise<void> {
  const own = [START, `${START}/*`, `${FILES}*`].map((urlPattern) => ({ urlPattern }));
  await event.addRoutes?.({ condition: { not: { or: own } }, source: "network" });
}

scope.addEventListener<Installing>("install", (event) => {
  // One that knows no such routes, or none with `not`, asks the worker.
  event.waitUntil(passBy(event).catch(() => undefined));
  event.waitUntil(keep());
});
scope.addEventListener<Lasting>("activate", (event) => event.waitUntil(tidy()));
scope.addEventListener<MessageEvent>("message", ({ data }) => {
  if (data === "use") void scope.skipWaiting();
});
scope.addEventListener<Fetching>("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.location.origin) return;
  if (request.mode === "navigate" && isApp(pathname)) event.respondWith(answer(request, START, CURRENT));
  else if (pathname.startsWith(FILES)) event.respondWith(answer(request, pathname, undefined));
});
scope.addEventListener<Lasting>("push", (event) => event.waitUntil(show()));
scope.addEventListener<Clicking>("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openApp());
});
