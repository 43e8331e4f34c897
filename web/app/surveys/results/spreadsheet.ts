/**
 * Lines as a file that spreadsheets read: RFC 4180, in UTF-8 with a mark at the
 * beginning, without which some take it for another encoding. Whatever could be read as
 * a formula is given an apostrophe first (OWASP, "CSV injection"): the words are
 * somebody's.
 */
export type Line = readonly (string | number)[];

export const spreadsheet = (lines: readonly Line[]): string => `\uFEFF${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;

/** Marks around what was put into a text, for screens. */
const ISOLATES = /[\u2066-\u2069]/gu;
/** Also behind white space, and in the wide letters of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const plain = value.replace(ISOLATES, "");
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
