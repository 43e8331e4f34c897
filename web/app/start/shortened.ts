/** Long texts in two parts: what is seen at once, and the rest. */

/** How much is seen, and by how much more a text may be longer before that is worth a press. */
const SEEN = 180;
const SPARE = 80;

/** Cuts between two words, in any script; `rest` is empty where all of it can be seen. */
export function shortened(text: string, locale: string): { readonly start: string; readonly rest: string } {
  if (text.length <= SEEN + SPARE) return { start: text, rest: "" };
  const words = [...new Intl.Segmenter(locale, { granularity: "word" }).segment(text.slice(0, SEEN))];
  const paragraph = text.slice(0, SEEN).lastIndexOf("\n");
  const cut = paragraph > SEEN / 2 ? paragraph : words.at(-1)?.index || SEEN;
  return { start: text.slice(0, cut).trimEnd(), rest: text.slice(cut).trimStart() };
}
