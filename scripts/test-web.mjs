/**
 * Runs the tests of the client core under Node's own runner.
 *
 * Node 20 does not read TypeScript, so each web/**\/test/*.test.ts is bundled
 * first; packages stay outside the bundles. Arguments choose files by a part of
 * their path.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";

const out = path.resolve(`node_modules/.cache/alcove-tests/${process.pid}`); // its own, so that two runs do not disturb each other

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
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: files,
  outdir: out,
  outbase: "web",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: "inline",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { __CORE_WORKER__: '""', __LOGIN_WORKER__: '""' },
});
const bundles = files.map((file) => path.join(out, path.relative("web", file)).replace(/\.ts$/, ".mjs"));
const child = spawn(process.execPath, ["--enable-source-maps", "--test", "--test-concurrency=2", "--test-timeout=300000", ...bundles], { stdio: "inherit" });
child.on("exit", (code) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(code ?? 1);
});
