/** Measures what rooms of 50, 100 and 150 members cost a device, in Chromium: JSON lines. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { mendedMls } from "./mended-mls.mjs";
import { runInNode } from "./node-bundle.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "alcove-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = path.join(folder, "room_work.js");
await build({ entryPoints: ["web/core/test/room_work.ts"], outfile, bundle: true, minify: true, format: "iife", globalName: "roomWork", target: "es2022", plugins: [mendedMls], logLevel: "warning" });
await runInNode(["web/core/test/room_figures.ts"], "web", () => ({ ROOM_WORK: outfile }));
