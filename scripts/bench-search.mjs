/**
 * Measures how long a search over one's own history takes: JSON lines.
 * MESSAGES changes how many there are.
 */
import { spawn } from "node:child_process";
import process from "node:process";
import { bundleForNode } from "./node-bundle.mjs";

const { bundles, remove } = await bundleForNode(["web/core/test/search_figures.ts"], "web");
const child = spawn(process.execPath, ["--enable-source-maps", ...bundles], { stdio: "inherit" });
child.on("exit", (code) => {
  remove();
  process.exit(code ?? 1);
});
