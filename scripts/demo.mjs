/** Starts the demonstration, scripts/demo/demo.ts. */
import process from "node:process";
import { pathToFileURL } from "node:url";
import { bundleForNode } from "./node-bundle.mjs";

const { bundles, remove } = await bundleForNode(["scripts/demo/demo.ts"], "scripts");
process.setSourceMapsEnabled(true);
process.once("exit", remove);
await import(pathToFileURL(bundles[0]));
