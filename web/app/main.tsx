/** The page: the frame and, by session and path, one screen. */
import { render } from "preact";
import { mayBeKept } from "../core/bridge.ts";
import { Frame } from "./frame.tsx";
import { showPreferredLanguage } from "./i18n.ts";
import { Current } from "./routes.tsx";
import { begin, session } from "./state.ts";
import "./kit/unsaved.ts";
import "./reach/begin.ts";
import "./reach/install.ts";

async function start(): Promise<void> {
  const words = showPreferredLanguage();
  // Who was never in here is shown where to go before the core has come, which is as large as all the rest.
  if (!(await mayBeKept().catch(() => true))) session.value = { state: "none" };
  await words;
  render(<Frame><Current /></Frame>, document.getElementById("app")!);
  await begin(false);
}

// Not awaited here: what is loaded later stands on this module (scripts/build-web.mjs), and would wait for it.
void start();
