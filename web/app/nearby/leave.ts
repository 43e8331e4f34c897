/**
 * The way out: the screen is blank at once, then the app locks and the tab goes
 * on to somewhere harmless, in place of what was shown. Three presses of Escape
 * do the same as the button.
 */
import { keepDrafts } from "../drafts.ts";
import { leaving } from "../router.ts";
import { codeOf, core } from "../state.ts";
import { keepLeft } from "./left.ts";

const AWAY = "https://www.wikipedia.org/";
/** Leaving does not wait longer for the lock; what it closes is out of memory with the page anyway, and what is left of it is done at the next start. */
const LOCK_WITHIN = 500;

export function leave(): void {
  if (leaving.value) return;
  document.documentElement.hidden = true;
  document.title = "";
  leaving.value = true;
  keepLeft(true);
  keepDrafts();
  const locked = core.lock().then(() => keepLeft(false), (failure: unknown) => {
    if (codeOf(failure) === "other_tab") keepLeft(false); // It is open in another window, which nobody left.
  });
  const limit = new Promise((resolve) => setTimeout(resolve, LOCK_WITHIN));
  void Promise.race([locked, limit]).then(() => location.replace(AWAY));
}

const PRESSES = 3;
const PRESSED_WITHIN = 1_200;
let pressed: readonly number[] = [];

// Before anybody else hears of it: the first press may close a dialog, and counts all the same.
addEventListener("keydown", ({ key, repeat, isComposing, timeStamp }) => {
  if (key !== "Escape" || repeat || isComposing) return;
  pressed = [...pressed.filter((before) => timeStamp - before < PRESSED_WITHIN), timeStamp];
  if (pressed.length >= PRESSES) leave();
}, { capture: true });

// A browser that kept the page for the way back shows it blank, and starts it anew.
addEventListener("pageshow", ({ persisted }) => { if (persisted && leaving.value) location.reload(); });
