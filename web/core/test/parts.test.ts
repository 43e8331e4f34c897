/** The inventory of parts (`make sbom`) names what is in the program and in the web client, and nothing else. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(path.join(tmpdir(), "alcove-parts-"));
after(() => rmSync(folder, { recursive: true }));

interface Component { readonly name: string; readonly version: string; readonly purl: string; readonly hashes?: readonly { readonly alg: string; readonly content: string }[] }

function inventory(name: string): { readonly text: string; readonly components: readonly Component[] } {
  const out = path.join(folder, name);
  execFileSync("node", ["scripts/sbom.mjs", "bin/alcove", out]);
  const text = readFileSync(out, "utf8");
  return { text, components: (JSON.parse(text) as { readonly components: readonly Component[] }).components };
}

test("each Go module in the program and each npm package in the web client is named once, with its version", () => {
  const { text, components } = inventory("parts.json");
  const named = (kind: string) => components.filter(({ purl }) => purl.startsWith(`pkg:${kind}/`)).map(({ name, version }) => `${name} ${version}`);

  const modules = execFileSync("go", ["list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/alcove"], { encoding: "utf8" });
  const inProgram = [...new Set(modules.split("\n").filter((line) => line !== ""))];
  assert.deepEqual(named("golang").filter((name) => !name.startsWith("std ")).sort(), inProgram.sort());

  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>>;
  const packages = named("npm");
  for (const [name, version] of Object.entries(dependencies)) assert.ok(packages.includes(`${name} ${version}`), name);
  for (const [name, version] of Object.entries(devDependencies)) assert.ok(!packages.includes(`${name} ${version}`), name);
  assert.equal(new Set(components.map(({ purl }) => purl)).size, components.length);
  for (const { purl, hashes } of components) if (purl.startsWith("pkg:npm/")) assert.match(hashes?.[0]?.content ?? "", /^[0-9a-f]{128}$/u, purl);
  assert.equal(inventory("again.json").text, text);
});
