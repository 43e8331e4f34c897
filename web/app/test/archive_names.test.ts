import assert from "node:assert/strict";
import { test } from "node:test";
import { archiveName } from "../export/names.ts";

test("a file in an archive has a name for every system, and only a name", () => {
  for (const [sent, expected] of [
    ["letter.pdf", "001-letter.pdf"],
    ["../../etc/passwd", "001-_.._etc_passwd"],
    ["..\\..\\autorun.inf", "001-_.._autorun.inf"],
    ["/absolute", "001-_absolute"],
    ["C:\\x.txt", "001-C__x.txt"],
    ["con", "001-con"],
    ["a\u202Egpj.exe", "001-a_gpj.exe"],
    ["nul\0.txt\n", "001-nul_.txt_"],
    [" . ", "001-file"],
    ["", "001-file"],
    ["50% #1?.png", "001-50_ _1_.png"],
    ["Ärger über Öfen.jpg", "001-Ärger über Öfen.jpg"],
    ["صورة.jpg", "001-صورة.jpg"],
  ] as const) assert.equal(archiveName(sent, 1), expected, sent);
});

test("however long a name is, a file system takes it, with its ending", () => {
  for (const letter of ["x", "ü", "語", "👩‍👩‍👧"]) {
    const name = archiveName(`${letter.repeat(500)}.jpeg`, 1234);
    assert.ok(new TextEncoder().encode(name).length <= 255, name);
    assert.match(name, /^1234-.*\.jpeg$/u);
    assert.doesNotMatch(name, /\p{Cs}/u);
  }
});
