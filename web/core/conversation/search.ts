/**
 * Search over one's own history, on the device: an index in memory of the
 * beginnings of words, without regard to case and marks. It is built when it is
 * first asked, and afterwards takes only what changed.
 */
import type { Id, SearchHit, SearchResult, TimelineItem } from "../api.ts";
import { inOneLine } from "./one_line.ts";
import type { MessageItem } from "./writing.ts";

/** Scripts that write no spaces: each character counts as a word. */
const UNSPACED = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const WORDS = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, "gu");
/** Letters that no decomposition takes apart. */
const ALIKE: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

/** How many hits are given; that there are more is said. */
const HITS = 100;
/** How much is shown before and after the first word found, in UTF-16 units. */
const BEFORE = 40;
const AFTER = 120;

interface Doc {
  readonly conversation: Id;
  readonly item: MessageItem;
}

export interface SearchIndex {
  /** Takes what changed of a conversation since it was last told. */
  update(conversation: Id, items: readonly TimelineItem[]): void;
  /** The newest messages that have a word beginning with each of the words asked for. */
  find(query: string, within?: Id): SearchResult;
}

const ASCII = /^[\x00-\x7F]*$/;

/** A word as it is compared: "Ängste" and "angste" are the same. */
function bare(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøłđı]/gu, (letter) => ALIKE[letter] ?? letter);
}

const wordsOf = (text: string): readonly string[] => (text.match(WORDS) ?? []).map(bare);

export function createSearchIndex(): SearchIndex {
  const docs: (Doc | undefined)[] = [];
  /** Of each conversation what was told last, and where its messages stand in `docs`. */
  const told = new Map<Id, { items: readonly TimelineItem[]; readonly places: Map<Id, number> }>();
  const postings = new Map<string, number[]>();
  let vocabulary: string[] = [];
  let fresh: string[] = [];

  function add(conversation: Id, item: MessageItem): number {
    const place = docs.push({ conversation, item }) - 1;
    for (const word of new Set(wordsOf(item.text))) {
      const known = postings.get(word);
      if (known) known.push(place);
      else {
        postings.set(word, [place]);
        fresh.push(word);
      }
    }
    return place;
  }

  /** Where the words with a beginning stand in the vocabulary, which is sorted by UTF-16 units. */
  function firstFrom(beginning: string): number {
    let [low, high] = [0, vocabulary.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((vocabulary[middle] ?? "") < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The places of all messages that have each of the beginnings. */
  function matching(beginnings: readonly string[]): readonly Doc[] {
    if (fresh.length > 0) {
      vocabulary = [...vocabulary, ...fresh].sort();
      fresh = [];
    }
    const met = new Uint8Array(docs.length);
    beginnings.forEach((beginning, asked) => {
      for (let i = firstFrom(beginning); vocabulary[i]?.startsWith(beginning); i++) {
        for (const place of postings.get(vocabulary[i] ?? "") ?? []) if (met[place] === asked) met[place] = asked + 1;
      }
    });
    return docs.filter((doc, place): doc is Doc => doc !== undefined && met[place] === beginnings.length);
  }

  return {
    update(conversation, items) {
      const before = told.get(conversation) ?? { items: [], places: new Map<Id, number>() };
      if (before.items === items) return;
      const gone = new Set(before.places.keys());
      for (const item of items) {
        if (item.kind !== "message" || item.takenBack) continue;
        gone.delete(item.id);
        const place = before.places.get(item.id);
        if (place !== undefined && docs[place]?.item.text === item.text) continue;
        if (place !== undefined) docs[place] = undefined;
        before.places.set(item.id, add(conversation, item));
      }
      for (const id of gone) {
        docs[before.places.get(id) ?? -1] = undefined;
        before.places.delete(id);
      }
      before.items = items;
      told.set(conversation, before);
    },
    find(query, within) {
      const beginnings = [...new Set(wordsOf(query))].slice(0, 32);
      if (beginnings.length === 0) return { total: 0, hits: [] };
      const found = matching(beginnings).filter((doc) => within === undefined || doc.conversation === within).sort((a, b) => b.item.at - a.item.at);
      return { total: found.length, hits: found.slice(0, HITS).map((doc) => hitOf(doc.conversation, doc.item, beginnings)) };
    },
  };
}

/** A message with the place around the first word found; its beginning, when none is looked for. */
export function hitOf(conversation: Id, item: MessageItem, beginnings: readonly string[]): SearchHit {
  const found = [...item.text.matchAll(WORDS)].filter(([word]) => beginnings.some((beginning) => bare(word).startsWith(beginning)));
  const first = found[0]?.index ?? 0;
  const from = wordStart(item.text, Math.max(0, first - BEFORE));
  const to = Math.min(item.text.length, first + AFTER);
  const context: { text: string; found: boolean }[] = [];
  let done = from;
  for (const { 0: word, index } of found) {
    if (index < done || index + word.length > to) continue;
    context.push({ text: item.text.slice(done, index), found: false }, { text: word, found: true });
    done = index + word.length;
  }
  context.push({ text: item.text.slice(done, to), found: false });
  if (from > 0) context.unshift({ text: "…", found: false });
  if (to < item.text.length) context.push({ text: "…", found: false });
  const { id, at, mine } = item;
  return { conversation, item: id, at, mine, context: context.map((part) => ({ ...part, text: inOneLine(part.text) })).filter((part) => part.text !== "") };
}

/** Not in the middle of a word. */
function wordStart(text: string, near: number): number {
  if (near === 0) return 0;
  const space = text.slice(near, near + BEFORE / 2).search(/\s/u);
  return space === -1 ? near : near + space + 1;
}
