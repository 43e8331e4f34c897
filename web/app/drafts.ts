/**
 * What was typed and not saved yet: it survives going to another screen and
 * back, and being locked, and ends with the session.
 */
import { type Signal, signal } from "@preact/signals";
import { leaving } from "./router.ts";
import { session } from "./state.ts";

const kept: Signal<unknown>[] = [];
const drafts: Signal<unknown>[] = [];

/** A signal that ends with the session: what was chosen on a screen, and is no loss. */
export function keptOf<T>(): Signal<T | undefined> {
  const made = signal<T | undefined>(undefined);
  kept.push(made as Signal<unknown>);
  return made;
}

/** A signal of its own for one form; undefined while nothing was typed. */
export function draftOf<T>(): Signal<T | undefined> {
  const draft = keptOf<T>();
  drafts.push(draft as Signal<unknown>);
  return draft;
}

/** Ends what was saved; false where something else was typed while that was on its way, which stays. */
export function endDraft<T>(draft: Signal<T | undefined>, saved: T | undefined): boolean {
  if (draft.value !== undefined && draft.value !== saved) return false;
  draft.value = undefined;
  return true;
}

/** Whose it is: locked by one and opened by another, nothing stays. */
let owner: string | undefined;
session.subscribe((now) => {
  if (now?.state === "locked") return;
  const former = owner;
  owner = now?.state === "ready" ? now.account.accountId : undefined;
  if (owner !== undefined && (former === undefined || former === owner)) return;
  for (const each of kept) each.value = undefined;
});

const KEEP = "keep-drafts";

/** Asks whoever keeps what is being typed on the device to do so now. */
export function keepDrafts(): void {
  dispatchEvent(new Event(KEEP));
}

/** Called before a lock; answers with the way to be called no longer. */
export function onKeepDrafts(keep: () => void): () => void {
  addEventListener(KEEP, keep);
  return () => removeEventListener(KEEP, keep);
}

/** The browser asks before the window is closed while something is not saved. */
addEventListener("beforeunload", (event) => {
  if (!leaving.value && drafts.some((draft) => draft.value !== undefined)) event.preventDefault();
});
