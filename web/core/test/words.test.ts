/** What people write down and remember: passphrases, recovery codes, pseudonyms. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256, toHex, utf8 } from "../bytes.ts";
import { normalisePassphrase, passphraseStrength, suggestPassphrase } from "../passphrase.ts";
import { loginName, nameHash, normalisePseudonym, parseLoginName, suggestPseudonym } from "../pseudonym.ts";
import { formatRecoveryCode, generateRecoveryCode, parseRecoveryCode, recoveryAuth, recoveryId, recoveryWrappingKey } from "../recovery_code.ts";
import { wordList } from "../words.ts";

test("the word list is the EFF large list, word for word", async () => {
  const list = await wordList();
  assert.equal(list.length, 7776);
  const dice = (index: number): string => index.toString(6).padStart(5, "0").replace(/\d/g, (d) => String(Number(d) + 1));
  const original = list.map((word, index) => `${dice(index)}\t${word}\n`).join("");
  // SHA-256 of eff_large_wordlist.txt as published.
  assert.equal(toHex(sha256(utf8(original))), "addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e");
});

test("an offered passphrase is six words and strong", async () => {
  const list = new Set(await wordList());
  const offered = await Promise.all(Array.from({ length: 20 }, suggestPassphrase));
  assert.equal(new Set(offered).size, 20);
  for (const passphrase of offered) {
    assert.ok(passphrase.split(" ").length === 6 && passphrase.split(" ").every((word) => list.has(word)));
  }
  const strength = await passphraseStrength("outburst gizmo tackiness deploy mural unfasten");
  assert.equal(strength.level, "strong");
  assert.ok(Math.abs(strength.guessesLog10 - 6 * Math.log10(7776)) < 0.01);
});

test("one's own passphrase is judged", async () => {
  const expected = [
    ["", "weak"], ["kV9#q2Z", "weak"], ["password123", "weak"], ["qwertzuiop", "weak"], ["Schmetterling1987", "weak"], ["a".repeat(500), "weak"],
    ["zebra zebra zebra zebra zebra zebra", "weak"], ["hundkatzemaus", "fair"], ["outburst gizmo tackiness", "fair"], ["Ta9$kLm2!xQ8%vN", "strong"],
    ["granite whisper tundra velocity parcel ninety harbour mosaic lantern whistle", "strong"],
  ] as const;
  for (const [passphrase, level] of expected) assert.equal((await passphraseStrength(passphrase)).level, level, passphrase);
});

test("words of this place, the practice's name and one's own pseudonym protect nothing", async () => {
  assert.equal((await passphraseStrength("lindenhof counselling 2026")).level, "strong", "as long as nobody said what is near");
  const near = ["Lindenhof Counselling", "Quiet Heron"];
  for (const passphrase of ["lindenhof counselling 2026", "Quiet Heron Lindenhof", "quietherontherapy", "therapeutin praxis"]) {
    assert.equal((await passphraseStrength(passphrase, "en", near)).level, "weak", passphrase);
  }
  assert.equal((await passphraseStrength("Ta9$kLm2!xQ8%vN", "en", near)).level, "strong");
});

test("words of the language one reads are known, and those in other letters counted", async () => {
  const expected = [
    ["fr", "bonjourmonsieur", "weak"], ["fr", "papillon1987", "weak"], ["es", "buenosdías", "weak"], ["es", "mariposa1987", "weak"],
    ["ar", "السلام عليكم", "weak"], ["ar", "سلام سلام سلام سلام", "weak"], ["ar", "قنفذ ساعة بحيرة", "fair"], ["ar", "قنفذ ساعة بحيرة مصباح", "strong"],
  ] as const;
  for (const [language, passphrase, level] of expected) assert.equal((await passphraseStrength(passphrase, language)).level, level, passphrase);
});

test("the way of typing a passphrase does not matter, its letters do", () => {
  assert.equal(normalisePassphrase("  correct\u00a0 horse\tbattery "), "correct horse battery");
  assert.equal(normalisePassphrase("u\u0308ber"), normalisePassphrase("über"));
  assert.notEqual(normalisePassphrase("Word"), normalisePassphrase("word"));
});

test("a recovery code is read back however it was typed", () => {
  for (let i = 0; i < 50; i++) {
    const code = generateRecoveryCode();
    const shown = formatRecoveryCode(code);
    assert.match(shown, /^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [
      shown, shown.toLowerCase(), shown.replaceAll("-", ""), shown.replaceAll("-", " "), ` ${shown.replaceAll("-", " – ")}\n`,
      shown.replaceAll("0", "o").replaceAll("1", "l"), shown.replaceAll("0", "O").replaceAll("1", "i"),
    ];
    for (const text of typed) assert.deepEqual(parseRecoveryCode(text), code, text);
  }
});

test("what cannot be a recovery code is told apart", () => {
  const shown = formatRecoveryCode(new Uint8Array(20));
  assert.equal(shown, "0000-0000-0000-0000-0000-0000-0000-0000");
  for (const typed of ["", shown.slice(1), `${shown}0`, shown.replace("0", "U"), shown.replace("0", "ä"), shown.replace("0", "!")]) {
    assert.equal(parseRecoveryCode(typed), undefined, typed);
  }
});

test("what is derived from a recovery code is fixed", async () => {
  const code = Uint8Array.from({ length: 20 }, (_, i) => i);
  assert.equal(formatRecoveryCode(code), "000G-40R4-0M30-E209-185G-R38E-1W81-24GK");
  const derived = [await recoveryId(code), await recoveryAuth(code), await recoveryWrappingKey(code)];
  assert.deepEqual(derived.map((bytes) => bytes.length), [16, 32, 32]);
  assert.equal(new Set(derived.map((bytes) => toHex(bytes.slice(0, 16)))).size, 3);
});

test("pseudonyms are friendly and in normal form", () => {
  const offered = Array.from({ length: 200 }, suggestPseudonym);
  assert.ok(new Set(offered).size > 150);
  for (const pseudonym of offered) assert.equal(normalisePseudonym(pseudonym), pseudonym);
});

test("a login name is recognised however it is typed", () => {
  assert.equal(loginName("Quiet Heron", "4829"), "quiet-heron-4829");
  for (const typed of ["quiet-heron-4829", "Quiet Heron 4829", " QUIET__heron . 4829 ", "ｑｕｉｅｔ　heron 4829", "quiet–heron—4829"]) {
    assert.deepEqual(parseLoginName(typed), { pseudonym: "quiet-heron", nameNumber: "4829" }, typed);
  }
  for (const typed of ["", "4829", "-4829", "quiet heron", "quiet heron 482", "quiet heron4829x"]) assert.equal(parseLoginName(typed), undefined, typed);
});

test("the name hash is SHA-256 over label and normal form", () => {
  assert.deepEqual(nameHash("Quiet  Heron"), sha256(utf8("alcove/v1/namequiet-heron")));
  assert.notDeepEqual(nameHash("quiet heron"), nameHash("quietheron"));
});
