import { signal } from "@preact/signals";

/** True after one wrong PIN too many; the welcome screen says what happened. */
export const destroyed = signal(false);
