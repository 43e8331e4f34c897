/** Bundles a module of the tests with another one in place of one of the core's: with its encryption switched off. */
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export interface Double {
  /** Name of the core's module. */
  readonly of: string;
  /** What comes in its place, in this folder. */
  readonly file: string;
}

const here = path.resolve("web/core/test");

export async function bundled<T>(entry: string, double?: Double): Promise<T> {
  const outfile = path.resolve(`node_modules/.cache/alcove/leak-${process.pid}-${double?.file ?? "as-it-is"}.mjs`);
  const file = double && path.join(here, double.file);
  await build({
    entryPoints: [path.join(here, entry)], outfile, bundle: true, platform: "node", target: "node20", format: "esm", packages: "external",
    plugins: !double ? [] : [{
      name: "double",
      setup: ({ onResolve }) => onResolve({ filter: new RegExp(`/${double.of}\\.ts$`) }, ({ importer }) => (file && importer !== file ? { path: file } : undefined)),
    }],
  });
  try {
    return (await import(pathToFileURL(outfile).href)) as T;
  } finally {
    rmSync(outfile);
  }
}
