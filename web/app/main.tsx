/** The page: the frame and, by session and path, one screen. */
import { render } from "preact";
import { Frame } from "./frame.tsx";
import { showPreferredLanguage } from "./i18n.ts";
import { Current } from "./routes.tsx";
import { begin } from "./state.ts";
import "./reach/begin.ts";
import "./reach/install.ts";
import "./styles/main.css";

await showPreferredLanguage();
render(<Frame><Current /></Frame>, document.getElementById("app")!);
await begin(false);
