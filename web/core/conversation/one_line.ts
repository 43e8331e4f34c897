/** What somebody wrote, as it may stand in one line of a list. */

/** Line breaks and other control characters, and white space. */
const GAPS = /[\s\p{Cc}]+/gu;
/** Embeddings, overrides and isolates (UAX #9): they could turn round what stands beside them. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;
/** One character may be made of any number of marks; a line of them has an end all the same. */
const LONGEST = 2_000;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A part of a line: as `oneLine`, with the spaces at its ends. */
export function inOneLine(text: string): string {
  return text.replace(BIDI_CONTROLS, "").replace(GAPS, " ");
}

/** The text without anything that could break or reorder the list it stands in. */
export function oneLine(text: string): string {
  return inOneLine(text).trim();
}

/** The text in one line of at most so many characters as a reader counts them: families and flags are not taken apart. */
export function shorten(text: string, count: number): string {
  const line = oneLine(text);
  let taken = 0;
  for (const { index, segment } of characters.segment(line)) {
    if (taken === count || index + segment.length > LONGEST) return `${line.slice(0, index).trimEnd()}…`;
    taken++;
  }
  return line;
}

/** A file's name in one line of at most so many UTF-16 units, as the other side will count; what stands after its last dot stays. */
export function fileName(name: string, longest: number): string {
  const line = oneLine(name);
  if (line.length <= longest) return line;
  const [ending = ""] = /\.[^.\s]{1,10}$/u.exec(line) ?? [];
  const stem = line.slice(0, line.length - ending.length);
  let taken = "";
  for (const { segment } of characters.segment(stem)) {
    if (taken.length + segment.length + 1 + ending.length > longest) break;
    taken += segment;
  }
  return `${taken.trimEnd()}…${ending}`;
}
