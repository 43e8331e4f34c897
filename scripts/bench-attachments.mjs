/**
 * Measures how fast a file is sent and fetched, beside a plain HTTPS upload of
 * the same bytes: JSON lines. Needs bin/alcove (make build) or ALCOVE_BINARY;
 * MEGABYTES and RUNS change how much.
 */
import { runInNode } from "./node-bundle.mjs";

await runInNode(["web/core/test/attachment_figures.ts", "web/core/test/plain_server.ts"], "web", ([, plainServer]) => ({ PLAIN_SERVER: plainServer }));
