/**
 * What a file is called in an archive: on every system, beside any other, and in
 * no other folder than the one that is meant.
 */

/** In UTF-16 units, so that the name stays below 255 bytes wherever it is put. */
const LONGEST = 70;
/** Control, format and private characters, halves of characters, and what some system keeps for itself. */
const UNSAFE = /[\p{C}<>:"/\\|?*%#]/gu;

/** The name of the n-th file. The number keeps it apart from others, and from names that a system keeps for itself, such as "con". */
export function archiveName(sent: string, n: number): string {
  const plain = sent.normalize("NFC").replace(UNSAFE, "_").replace(/\s+/gu, " ").replace(/^[\s.]+|[\s.]+$/gu, "");
  const [ending = ""] = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain) ?? [];
  const stem = plain.slice(0, plain.length - ending.length).slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, "").trimEnd();
  return `${String(n).padStart(3, "0")}-${stem || "file"}${ending}`;
}
