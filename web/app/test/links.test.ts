import assert from "node:assert/strict";
import { test } from "node:test";
import { linkParts } from "../kit/links.ts";

const links = (written: string) => linkParts(written).flatMap(({ link }) => link ?? []);
const shown = (written: string): readonly string[] => links(written).map((link) => link.shown);

test("an address is a link, the sentence around it is not", () => {
  for (const [written, expected] of [
    ["See https://example.org.", "https://example.org"],
    ["(https://example.org/a_(b))", "https://example.org/a_(b)"],
    ["„https://example.org/x?y=1&z=ä#part“, sagte sie", "https://example.org/x?y=1&z=ä#part"],
    ["HTTP://EXAMPLE.org:8080/Path!", "HTTP://EXAMPLE.org:8080/Path"],
    ["https://example.org:443/", "https://example.org:443/"],
    ["[https://example.org]", "https://example.org"],
    ["a\nhttps://192.0.2.7/x\nb", "https://192.0.2.7/x"],
    ["http://[2001:db8::1]/x", "http://[2001:db8::1]/x"],
    ["https://example.org/…", "https://example.org/"],
  ] as const) {
    assert.deepEqual(shown(written), [expected], written);
    assert.equal(linkParts(written).map((part) => part.text).join(""), written);
  }
  assert.equal(shown("https://a.example https://b.example,https://c.example").length, 2);
});

test("what is no whole address stays text", () => {
  for (const written of [
    "javascript:alert(1)", "ftp://example.org", "example.org", "www.example.org", "https://", "https://?", "xhttps://example.org", "https://localhost/",
    "data:text/html,https", "https:example.org", "https:/example.org", "https:\\\\example.org", "https://exa mple", "https://%00.example", `https://example.org/${"a".repeat(3_000)}`,
  ]) assert.deepEqual(shown(written), [], written);
});

test("a link shows where it leads, whatever it was made to look like", () => {
  const host = (written: string): readonly string[] => links(written).map(({ href, shown: text }) => `${new URL(href).host} ${text}`);
  for (const [written, expected] of [
    ["https://аpple.com/login", ["xn--pple-43d.com https://xn--pple-43d.com/login"]], // a Cyrillic а
    ["https://раураӏ.com", ["xn--80aa0cbo65f.com https://xn--80aa0cbo65f.com"]],
    ["https://münchen.example/", ["xn--mnchen-3ya.example https://xn--mnchen-3ya.example/"]],
    ["https://example。com", ["example.com https://example.com"]],
    ["https://ｅxample.com", ["example.com https://example.com"]],
    ["http://0x7f.1/", ["127.0.0.1 http://127.0.0.1/"]],
    ["http://3232235777.", ["192.168.1.1 http://192.168.1.1"]],
    ["https://exa\u00ADmple.com", []],
    ["https://good.example@evil.example/", []],
    ["https://good.example:pw@evil.example/", []],
    ["https://good.example\\@evil.example/", ["good.example https://good.example"]],
    ["https://good.example/\u202Egpj.exe", ["good.example https://good.example/"]],
    ["https://good.example\u200B.evil.example/", ["good.example https://good.example"]],
    ["https://good.example\u2044@evil.example/", []],
  ] as const) assert.deepEqual(host(written), expected, written);
});

test("hostile input makes neither a lost character nor a link that hides where it leads", () => {
  const PIECES = [
    "https://", "http://", "HTTPS://", "javascript:", "//", "/", "\\", "@", ":", "?", "#", ".", "..", "。", "example", "evil.example", "аpple.com", "xn--", "xn--pple-43d", "127.1", "0x7f", "[::1]", "[", "]", "(", ")", "%00", "%2e", "%",
    "\u202E", "\u2066", "\u200B", "\u00AD", "\u0000", "\n", "\t", " ", "\u00A0", "\u2028", "e\u0301", "👩‍👩‍👧‍👦", "\uD800", "\uDFFF", "שלום", "ß", "ſ", "K", "ﬁ", "①", "½", "<", ">", "\"", "'", "`", "|", "^", "{", "}", "*", "…", "！", "-", "_", "~", "a", "0", ":80", ":443", ":99999", "&amp;",
  ];
  let state = 20_261_124;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  let found = 0;
  for (let round = 0; round < 60_000; round++) {
    const written = ["", "https://", "https://example.org"][next(3)] + Array.from({ length: 1 + next(9) }, () => PIECES[next(PIECES.length)]).join("");
    const parts = linkParts(written);
    assert.equal(parts.map((part) => part.text).join(""), written);
    for (const { link } of parts) {
      if (!link) continue;
      found++;
      const url = new URL(link.href);
      assert.match(url.protocol, /^https?:$/u);
      assert.equal(url.username + url.password, "");
      assert.doesNotMatch(link.shown, /[\p{C}\p{Z}\\]/u, JSON.stringify(written));
      const [, authority] = /^https?:\/\/([^/?#]*)/iu.exec(link.shown) ?? [];
      assert.match(authority ?? "", /^[\x21-\x7E]+$/u, JSON.stringify(written));
      assert.equal(new URL(link.shown).href, link.href, JSON.stringify(written));
      assert.ok((authority ?? "").toLowerCase().startsWith(url.hostname), JSON.stringify(written));
    }
  }
  assert.ok(found > 10_000);
});

test("long and repetitive input takes no long time", () => {
  const begun = performance.now();
  for (const piece of ["https://", "https://a.b/.", "https://a.b/)", "(((", "http", "https://a.b ", "."]) linkParts(`https://a.b/${piece.repeat(16_000 / piece.length)}x`);
  assert.ok(performance.now() - begun < 2_000);
});
