/**
 * Runs the tests of the client core and of the screens' logic,
 * web/**\/test/*.test.ts, under Node's own runner. Arguments choose files by a
 * part of their path.
 */
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { bundleForNode } from "./node-bundle.mjs";

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith(".test.ts") && statSync(name).isFile());
}

const wanted = process.argv.slice(2);
const files = testFiles("web").filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
if (files.length === 0) {
  console.error("no test file matches");
  process.exit(1);
}
const { bundles, remove } = await bundleForNode(files, "web");
// Ends what hangs; the model may be asked to go on for longer, and a room to hold more.
const within = 600_000 + Number(process.env["ALCOVE_MODEL_SECONDS"] ?? 0) * 1000 + Number(process.env["ALCOVE_ROOM_MEMBERS"] ?? 0) * 10_000;
// Two more at a time than there are processors where this has to run: they mostly wait.
const child = spawn(process.execPath, ["--enable-source-maps", "--test", "--test-concurrency=4", `--test-timeout=${within}`, "--test-force-exit", ...bundles], { stdio: "inherit" });
child.on("exit", (code) => {
  remove();
  process.exit(code ?? 1);
});
