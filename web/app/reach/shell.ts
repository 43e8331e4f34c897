/** The service worker, as the page sees it: when it is there, when a newer one waits, and its end. */
import { signal } from "@preact/signals";
import { serviceWorkerUrl } from "../core_worker.ts";
import { keepDrafts } from "../drafts.ts";
import { core } from "../state.ts";
import { newer, strange } from "./begin.ts";
import { LOG, LOG_SEEN } from "./kept.ts";

/** Undefined while nothing of the app is kept here. */
export const shell = signal<ServiceWorkerRegistration | undefined>(undefined);

/** All of the server's addresses: a worker's own script is answered for by where that lies, not by whose page starts it. */
const SCOPE = "/";
const LOOK_EVERY = 60 * 60_000;
const workers = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
let looking: ReturnType<typeof setInterval> | undefined;

export async function keepApp(): Promise<void> {
  if (!workers || shell.value) return;
  // A browser that does not allow it, as with a certificate it does not know, works all the same while there is a connection.
  const made = await workers.register(serviceWorkerUrl(), { scope: SCOPE, updateViaCache: "none" }).catch(() => undefined);
  if (!made) return;
  shell.value = made;
  const look = (): void => {
    newer.value = made.waiting !== null && workers.controller !== null;
  };
  look();
  made.addEventListener("updatefound", () => {
    made.installing?.addEventListener("statechange", look);
    void judge();
  });
  looking = setInterval(() => void made.update().catch(() => undefined), LOOK_EVERY);
}

/**
 * A service worker that this version did not begin with: unless it is of a release in
 * the key log, that is said, and nothing of it is used as far as this window can help.
 */
async function judge(): Promise<void> {
  const { cacheKeeper, checkRelease, ReleaseRefused } = await import("../../core/keylog/release.ts");
  strange.value = await checkRelease(cacheKeeper(LOG, LOG_SEEN)).then(() => false, (error: unknown) => error instanceof ReleaseRefused || strange.value);
}

/** Nothing of the app stays, and the browser is told nothing any more, whether or not the server can be reached. */
export async function forgetApp(): Promise<void> {
  clearInterval(looking);
  shell.value = undefined;
  newer.value = false;
  const kept = await workers?.getRegistration(SCOPE).catch(() => undefined);
  if (!kept) return;
  await (await kept.pushManager?.getSubscription())?.unsubscribe().catch(() => undefined);
  for (const shown of await kept.getNotifications().catch(() => [])) shown.close();
  await kept.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** Uses the newer version: what is being written is put away first, then the window begins anew; until then this is under way. */
export async function useNewer(): Promise<void> {
  const waiting = shell.value?.waiting;
  if (!waiting || !workers) return;
  keepDrafts();
  await core.handedOver();
  const taken = new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }));
  waiting.postMessage("use");
  await taken;
  location.reload();
}
