/**
 * Measures how long it takes until a long conversation can be read: JSON lines.
 * Needs bin/alcove (make build) or ALCOVE_BINARY; MESSAGES changes the length.
 */
import { spawn } from "node:child_process";
import process from "node:process";
import { bundleForNode } from "./node-bundle.mjs";

const { bundles, remove } = await bundleForNode(["web/core/test/cold_start.ts"], "web");
const child = spawn(process.execPath, ["--enable-source-maps", ...bundles], { stdio: "inherit" });
child.on("exit", (code) => {
  remove();
  process.exit(code ?? 1);
});
