/** Runs the canary sweep, web/core/test/sweep/sweep.ts. */
import { runInNode } from "./node-bundle.mjs";

await runInNode(["web/core/test/sweep/sweep.ts"], "web");
