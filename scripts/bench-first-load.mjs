/**
 * Measures how long somebody with a slow telephone waits for the first page: JSON
 * lines. Needs bin/alcove (make build) or ALCOVE_BINARY; RUNS changes how often.
 */
import { runInNode } from "./node-bundle.mjs";

await runInNode(["web/core/test/first_load_figures.ts"], "web");
