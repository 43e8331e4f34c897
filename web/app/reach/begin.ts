/**
 * Keeping the app on the device: from the first log-in that keeps something there
 * until everything kept is destroyed, and never in a session without trace. What
 * that takes is fetched after the log-in.
 */
import { effect, signal } from "@preact/signals";
import { turns } from "../../core/bridge.ts";
import { noTrace } from "../nearby/trace.ts";
import { session } from "../state.ts";

/** A newer version of the app waits to be used. */
export const newer = signal(false);
/** The server offers code that is not in its key log. */
export const strange = signal(false);

/** Who logs out and in again at once ends with it kept. */
const inTurn = turns();
const loaded = () => import("./loaded.ts");

effect(() => {
  if (noTrace.value) return; // What a former session keeps here is not this one's to change.
  switch (session.value?.state) {
    case "ready":
      inTurn(async () => (await loaded()).keepApp()).catch(() => undefined);
      break;
    case "none":
      inTurn(async () => {
        if (await navigator.serviceWorker?.getRegistration()) await (await loaded()).forgetApp();
      }).catch(() => undefined);
      break;
    case undefined: case "expired": case "locked": case "second-factor": case "second-factor-missing": case "recovering":
      break;
  }
});
