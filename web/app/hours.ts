/** What changes without the server saying so to each device: it is asked again each hour by who stays connected. */
import { signal } from "@preact/signals";

export const HOUR = 3_600_000;

/** How many hours the app has been open. */
export const hours = signal(0);

setInterval(() => hours.value++, HOUR);
