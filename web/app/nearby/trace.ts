/** A session on a device that is not one's own: nothing is written to it, by the browser neither as far as that can be helped. */
import { signal } from "@preact/signals";

/** True from the moment somebody said so until this window closes. */
export const noTrace = signal(false);

// What was kept before it was said, such as the language, goes.
noTrace.subscribe((now) => {
  if (!now) return;
  try {
    localStorage.clear();
  } catch {
    // Nothing can be kept here anyway.
  }
});
