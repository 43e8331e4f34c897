/** Installing the app: the browser's offer is kept until somebody asks for it in the settings; nothing is shown by itself. */
import { signal } from "@preact/signals";

/** Chromium's event; other browsers have a menu for it. */
interface Offer extends Event {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

export const offer = signal<Offer | undefined>(undefined);
/** It runs in a window of its own, or was just installed. */
export const installed = signal(matchMedia("(display-mode: standalone)").matches);

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer.value = event as Offer;
});
addEventListener("appinstalled", () => {
  offer.value = undefined;
  installed.value = true;
});

/** Asks the browser to install; an offer can be taken up once. */
export async function install(): Promise<void> {
  const taken = offer.value;
  offer.value = undefined;
  await taken?.prompt();
}
