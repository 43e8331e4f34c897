/** Whatever is refused, there are words for it in every language: for each code of the protocol and of the core. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const read = (file: string): string => readFileSync(file, "utf8");
const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, code]) => code ?? "");

/** The sources below a folder, tests not among them. */
function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name) && !/(^|\/)(test|gen)\//u.test(name))
    .map((name) => read(path.join(folder, name)));
}

/** The codes of docs/protocol.md; "invalid_<field>" has one text for all fields. */
const ofProtocol = matches(read("docs/protocol.md").split("\n## Refusals\n")[1] ?? "", /^\| `([a-z_]+)` \|/gmu);
const ofCore = sources("web/core").flatMap((source) => [
  ...matches(source, /new CoreError\("([a-z_]+)"/gu),
  ...matches(source, /new CoreError\([^)]*\? "([a-z_]+)" : "[a-z_]+"\)/gu),
  ...matches(source, /new CoreError\([^)]*\? "[a-z_]+" : "([a-z_]+)"\)/gu),
]);
const ofScreens = sources("web/app").flatMap((source) => matches(source, /throw \{ code: "([a-z_]+)" \}/gu));

for (const language of readdirSync("web/locales")) {
  test(`every refusal has a text (${language})`, () => {
    const folder = path.join("web/locales", language);
    const texts = readdirSync(folder).filter((name) => name.endsWith(".ftl")).map((name) => read(path.join(folder, name))).join("\n");
    const known = new Set(matches(texts, /^error-([a-z_]+) = \S/gmu));
    const missing = [...new Set([...ofProtocol, ...ofCore, ...ofScreens, "unknown", "invalid"])].filter((code) => !known.has(code));
    assert.deepEqual(missing, []);
  });
  test(`the texts of refusals are in order (${language})`, () => {
    const ids = matches(read(path.join("web/locales", language, "errors.ftl")), /^(error-[a-z_]+) =/gmu);
    assert.deepEqual(ids, [...ids].sort());
  });
}

test("the codes were found where they are written", () => {
  assert.ok(ofProtocol.length > 50);
  for (const code of ["storage_full", "offline", "passphrase_weak"]) assert.ok(ofCore.includes(code), code);
});
