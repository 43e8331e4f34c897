/**
 * Measures how long a search over one's own history takes: JSON lines.
 * MESSAGES changes how many there are.
 */
import { runInNode } from "./node-bundle.mjs";

await runInNode(["web/core/test/search_figures.ts"], "web");
