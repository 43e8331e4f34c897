/**
 * Bundles TypeScript for Node, which does not read it before version 23.
 * Packages stay outside the bundles, so they must lie below node_modules; but for
 * the MLS library, which is mended on the way.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { mendedMls } from "./mended-mls.mjs";

/** Makes DIR/…/x.mjs of each base/…/x.ts. Every process has a folder of its own, so that two do not disturb each other. */
export async function bundleForNode(files, base) {
  const out = path.resolve(`node_modules/.cache/alcove/${process.pid}`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: files,
    outdir: out,
    outbase: base,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    plugins: [mendedMls],
    // Node reads all of it at each start.
    sourcemap: "inline",
    sourcesContent: false,
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { __CORE_WORKER__: '""', __LOGIN_WORKER__: '""' },
    logLevel: "warning",
  });
  return {
    bundles: files.map((file) => path.join(out, path.relative(base, file)).replace(/\.ts$/, ".mjs")),
    remove: () => rmSync(out, { recursive: true, force: true }),
  };
}

/** Runs the first of these files with the arguments of this process, in an environment to which `more` may add where the others lie, and ends as it ends. */
export async function runInNode(files, base, more = () => ({})) {
  const { bundles, remove } = await bundleForNode(files, base);
  const child = spawn(process.execPath, ["--enable-source-maps", ...bundles.slice(0, 1), ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, ...more(bundles) } });
  child.on("exit", (code) => {
    remove();
    process.exit(code ?? 1);
  });
}
