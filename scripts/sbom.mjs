/**
 * Names every part of others in a release: node scripts/sbom.mjs BINARY OUT
 *
 * CycloneDX 1.6 in JSON: the Go modules that are in the program, as it says itself, and
 * the npm packages that the web client is built of, as the lock file has them. Of the
 * same program and lock file it makes the same bytes: no time, no serial number.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [binary, out] = process.argv.slice(2);
if (!binary || !out) throw new Error("usage: node scripts/sbom.mjs BINARY OUT");

const built = JSON.parse(execFileSync("go", ["version", "-m", "-json", binary], { encoding: "utf8" }));
const setting = (key) => built.Settings?.find(({ Key }) => Key === key)?.Value ?? "";

const modules = built.Deps.map((named) => {
  const { Path, Version, Sum } = named.Replace ?? named;
  return { type: "library", "bom-ref": `pkg:golang/${Path}@${Version}`, name: Path, version: Version, purl: `pkg:golang/${Path}@${Version}`, properties: [{ name: "go:sum", value: Sum }] };
});

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const libraries = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev).map(([path, { version, integrity, license }]) => {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library", "bom-ref": purl, name, version, purl,
    hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") }],
    ...(license ? { licenses: [{ expression: license }] } : {}),
  };
});

const runtime = { type: "framework", "bom-ref": `pkg:golang/std@${built.GoVersion.replace("go", "")}`, name: "std", version: built.GoVersion.replace("go", ""), purl: `pkg:golang/std@${built.GoVersion.replace("go", "")}` };
const byName = (a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1);

writeFileSync(out, `${JSON.stringify({
  bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
  metadata: { component: { type: "application", "bom-ref": "alcove", name: "alcove", version: setting("vcs.revision") || "unknown" } },
  components: [runtime, ...modules, ...libraries].sort(byName),
}, null, 2)}\n`);
