/**
 * Measures how fast a file is sent and fetched, beside a plain HTTPS upload of
 * the same bytes: JSON lines. Needs bin/alcove (make build) or ALCOVE_BINARY;
 * MEGABYTES and RUNS change how much.
 */
import { spawn } from "node:child_process";
import process from "node:process";
import { bundleForNode } from "./node-bundle.mjs";

const { bundles, remove } = await bundleForNode(["web/core/test/attachment_figures.ts", "web/core/test/plain_server.ts"], "web");
const child = spawn(process.execPath, ["--enable-source-maps", bundles[0]], { stdio: "inherit", env: { ...process.env, PLAIN_SERVER: bundles[1] } });
child.on("exit", (code) => {
  remove();
  process.exit(code ?? 1);
});
