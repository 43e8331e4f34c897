/**
 * Measures how long it takes until a long conversation can be read: JSON lines.
 * Needs bin/alcove (make build) or ALCOVE_BINARY; MESSAGES changes the length.
 */
import { runInNode } from "./node-bundle.mjs";

await runInNode(["web/core/test/cold_start.ts"], "web");
