/**
 * Being told by the browser that something is new, while the app is closed. Off
 * until somebody asks for it in this account and this browser. The server is
 * given the browser's subscription again at each start, because it forgets it
 * with the session; one that another account left here is ended.
 */
import { effect, signal } from "@preact/signals";
import type { PushKeys } from "../../core/api.ts";
import { turns } from "../../core/bridge.ts";
import { hours } from "../hours.ts";
import { language, t } from "../i18n.ts";
import { iconOf, lookOfWindow } from "../nearby/look.ts";
import { connection, core, practiceName, session } from "../state.ts";
import { type Notice, NOTICE, NOTICES } from "./kept.ts";
import { shell } from "./shell.ts";

/** What a notice says where others may read it. */
export const WORDS = ["neutral", "name", "quiet"] as const;
export type Words = (typeof WORDS)[number];

/** Whether this browser is told; undefined while that is not known, or it cannot be. */
export const told = signal<boolean | undefined>(undefined);
export const words = signal<Words>("neutral");

export const canBeTold = (): boolean => "Notification" in globalThis && "PushManager" in globalThis;

const keysOf = (subscription: PushSubscription): PushKeys => {
  const key = (name: PushEncryptionKeyName): Uint8Array => new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer());
  return { endpoint: subscription.endpoint, publicKey: key("p256dh"), auth: key("auth") };
};

async function subscribe(registration: ServiceWorkerRegistration): Promise<void> {
  const { serverKey } = await core.push();
  const former = await registration.pushManager.getSubscription();
  const bound = new Uint8Array(former?.options.applicationServerKey ?? new ArrayBuffer());
  const same = bound.length === serverKey.length && bound.every((byte, i) => byte === serverKey[i]);
  if (former && !same) await former.unsubscribe();
  const subscription = former && same ? former : await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: new Uint8Array(serverKey) })
    .catch(() => { throw { code: "push_unavailable" }; });
  await core.setPush(keysOf(subscription));
}

/** What was just begun is not taken for what another account left. */
const inTurn = turns();

export const beTold = (): Promise<void> => inTurn(async () => {
  const registration = shell.value;
  if (!registration) throw { code: "push_unavailable" };
  if ((await Notification.requestPermission()) !== "granted") throw { code: "push_denied" };
  await subscribe(registration);
  await keepWords(words.value);
  told.value = true;
});

/** The browser first: that alone ends it, and the push service says so to a server that cannot be reached now. */
export const beToldNoMore = (): Promise<void> => inTurn(async () => {
  await endSubscription();
  told.value = false;
  await core.setPush(undefined).catch(() => undefined);
});

async function endSubscription(): Promise<void> {
  await (await shell.value?.pushManager.getSubscription())?.unsubscribe();
}

/** Keeps how notices look where the service worker finds it. */
export async function keepWords(next: Words): Promise<void> {
  words.value = next;
  const { name } = lookOfWindow.value;
  const called = name === "" ? practiceName.value : t(`look-${name}`);
  const notice: Notice = {
    words: next, title: next === "name" ? called : t("notice-neutral"), icon: iconOf(next === "name" ? name : "notes"), silent: next === "quiet", lang: language.value,
  };
  await (await caches.open(NOTICES)).put(NOTICE, new Response(JSON.stringify(notice)));
}

/** Whose choice of words is in `words`. */
let chosenBy: string | undefined;

async function learn(registration: ServiceWorkerRegistration, accountId: string): Promise<void> {
  if (!canBeTold()) return;
  const on = (await core.push()).wanted && Notification.permission === "granted";
  if (!on) await endSubscription();
  if (chosenBy !== accountId) {
    if (!on) await caches.delete(NOTICES);
    const kept = await (await caches.match(NOTICE))?.json() as Notice | undefined;
    words.value = WORDS.find((each) => each === kept?.words) ?? "neutral";
    chosenBy = accountId;
  }
  if (on) {
    await subscribe(registration);
    await keepWords(words.value);
  }
  told.value = on;
}

// As soon as the server can be asked, again after it was away, and each hour: its key may have been exchanged.
effect(() => {
  const [registration, now] = [shell.value, session.value];
  void hours.value;
  if (registration && now?.state === "ready" && connection.value === "online") void inTurn(() => learn(registration, now.account.accountId)).catch(() => undefined);
});

// Who looks need not be told any more.
const clear = (): void => {
  if (document.visibilityState !== "visible") return;
  void shell.value?.getNotifications().then((shown) => shown.forEach((each) => each.close())).catch(() => undefined);
};
document.addEventListener("visibilitychange", clear);
effect(clear);
