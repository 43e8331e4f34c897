import { signal } from "@preact/signals";

/** True after an account was deleted in this window: the first screen says so. */
export const deleted = signal(false);
