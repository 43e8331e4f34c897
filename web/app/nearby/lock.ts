/** When this browser locks itself: by hand, after a while without a touch, or once it is not seen any more. */
import { computed, effect, signal } from "@preact/signals";
import type { DeviceLock } from "../../core/api.ts";
import { keepDrafts } from "../drafts.ts";
import { inside } from "../entry/hold.ts";
import { core, session } from "../state.ts";

/** How this browser locks; undefined until it is known. */
export const deviceLock = signal<DeviceLock | undefined>(undefined);

/** A PIN or a passkey opens it. */
export const hasLock = computed(() => deviceLock.value !== undefined && (deviceLock.value.pin || deviceLock.value.passkey !== undefined));

export async function learnDeviceLock(): Promise<void> {
  deviceLock.value = await core.deviceLock().catch(() => undefined);
}

const LOOK_EVERY = 5_000;
let touchedAt = Date.now();
let locking = false;

/** What is on the screen is gone before it is locked. */
export async function lockNow(): Promise<void> {
  if (locking) return;
  locking = true;
  document.documentElement.hidden = true;
  keepDrafts();
  try {
    session.value = await core.lock();
  } catch {
    // Without a core there is nothing to lock: another window has it.
  } finally {
    locking = false;
    requestAnimationFrame(() => requestAnimationFrame(uncover));
  }
}

/** The screen that asks for the PIN or the passkey was drawn meanwhile. */
function uncover(): void {
  document.documentElement.hidden = false;
  const first = document.querySelector<HTMLElement>("main input.pin") ?? document.querySelector<HTMLElement>("main h1");
  first?.focus({ preventScroll: true });
}

function lockIfDue(): void {
  const { after = 0 } = deviceLock.value ?? {};
  if (hasLock.value && after > 0 && inside.value && Date.now() - touchedAt >= after * 60_000) void lockNow();
}

for (const touch of ["pointerdown", "keydown", "wheel", "touchmove"]) {
  addEventListener(touch, () => {
    // A device that slept may be touched before the clock was looked at.
    lockIfDue();
    touchedAt = Date.now();
  }, { capture: true, passive: true });
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") lockIfDue();
  else if (hasLock.value && deviceLock.value?.onHide && inside.value) void lockNow();
});

let known = false;
effect(() => {
  const now = session.value?.state === "ready";
  if (now === known) return;
  known = now;
  touchedAt = Date.now();
  if (now) void learnDeviceLock();
  else deviceLock.value = undefined;
});

setInterval(lockIfDue, LOOK_EVERY);
