/**
 * What was typed and not saved yet: it survives going to another screen and
 * back, and ends with the session.
 */
import { type Signal, signal } from "@preact/signals";
import { leaving } from "../router.ts";
import { session } from "../state.ts";

const drafts: Signal<unknown>[] = [];

/** A signal of its own for one form; undefined while nothing was typed. */
export function draftOf<T>(): Signal<T | undefined> {
  const draft = signal<T | undefined>(undefined);
  drafts.push(draft as Signal<unknown>);
  return draft;
}

session.subscribe((now) => {
  if (now?.state === "ready") return;
  for (const draft of drafts) draft.value = undefined;
});

/** The browser asks before the window is closed while something is not saved. */
addEventListener("beforeunload", (event) => {
  if (!leaving.value && drafts.some((draft) => draft.value !== undefined)) event.preventDefault();
});
