/** Whether there is place beside the room for leading it. */
import { signal } from "@preact/signals";

const wide = matchMedia("(min-width: 64rem)");

export const atDesk = signal(wide.matches);
wide.addEventListener("change", () => { atDesk.value = wide.matches; });
