/**
 * Looks for what people typed in files and logs, whole and word by word, in the
 * shapes in which such things leak: as they are, in other cases, UTF-16, hex,
 * base64 wherever it begins, percent-encoded, escaped as in JSON.
 */

import { finder, folded, type Pattern } from "./leak_finder.ts";

/** Shorter words are found in random bytes by chance. */
const SHORTEST = 6;

export interface Find {
  readonly text: string;
  readonly encoding: string;
  readonly where: string;
}

/** A text and the words in it that are long enough to be looked for. */
export function needlesOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST);
  return [...new Set([text, ...words])];
}

const isAscii = (byte: number): boolean => byte < 0x80;

/** The middle of the base64 of `bytes` behind `before` other bytes: what does not depend on its neighbours. */
export function base64Middle(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=+$/, "");
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor(((before + bytes.length) * 8) / 6);
  return whole.slice(from, to);
}

function percent(bytes: Buffer, keep: (byte: number) => boolean): string {
  return [...bytes].map((byte) => (keep(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, "0")}`)).join("");
}

function escaped(text: string, all: boolean): string {
  return [...text].map((c) => (!all && isAscii(c.charCodeAt(0)) ? JSON.stringify(c).slice(1, -1) : [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""))).join("");
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

/** Shapes compared without regard to case. */
function looseShapes(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text);
  const loose: readonly (readonly [string, string | Buffer])[] = [
    ["raw", utf8],
    ["UTF-16LE", Buffer.from(text, "utf16le")],
    ["UTF-16BE", utf16be(text)],
    ["hex", utf8.toString("hex")],
    ["percent", encodeURIComponent(text)],
    ["percent of all", percent(utf8, () => false)],
    ["percent of all but letters", percent(utf8, (byte) => /[a-z0-9]/i.test(String.fromCharCode(byte)))],
    ["form", encodeURIComponent(text).replaceAll("%20", "+")],
    ["JSON", JSON.stringify(text).slice(1, -1)],
    ["JSON, ASCII only", escaped(text, false)],
    ["JSON, escaped throughout", escaped(text, true)],
  ];
  return loose.map(([name, shape]) => [name, folded(Buffer.from(shape))] as const);
}

/** Shapes in which case means something. */
function exactShapes(text: string): readonly (readonly [string, Buffer])[] {
  const shapes: (readonly [string, Buffer])[] = [];
  for (const [kind, bytes] of [["base64", Buffer.from(text)], ["base64 of UTF-16LE", Buffer.from(text, "utf16le")]] as const) {
    for (const before of [0, 1, 2]) {
      const middle = base64Middle(bytes, before);
      shapes.push([`${kind}, ${before} before`, Buffer.from(middle)]);
      const url = middle.replaceAll("+", "-").replaceAll("/", "_");
      if (url !== middle) shapes.push([`${kind}url, ${before} before`, Buffer.from(url)]);
    }
  }
  return shapes;
}

function cases(text: string): readonly string[] {
  const title = text.replace(/\p{L}+/gu, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase());
  return [...new Set([text, text.toLowerCase(), text.toUpperCase(), title, text.normalize("NFD"), text.normalize("NFKC")])];
}

/** All shapes in which a text is looked for. Many of an ASCII word are the same; the first names them. */
export function shapesOf(text: string): readonly Pattern[] {
  const all = cases(text).flatMap((variant) => [
    ...looseShapes(variant).map(([encoding, shape]) => ({ text, encoding, shape, loose: true })),
    ...exactShapes(variant).map(([encoding, shape]) => ({ text, encoding, shape, loose: false })),
  ]);
  return [...new Map(all.reverse().map((each) => [`${each.loose}/${each.shape.toString("latin1")}`, each])).values()];
}

/** All places where any of the needles stands, once for each encoding. */
export function search(files: readonly { readonly name: string; readonly bytes: Buffer }[], needles: readonly string[]): readonly Find[] {
  const find = finder([...new Set(needles)].flatMap(shapesOf));
  return files.flatMap(({ name, bytes }) => find(bytes).map(({ pattern: { text, encoding } }) => ({ text, encoding, where: name })));
}
