/**
 * How long a search takes over a long history, as a device folds and indexes
 * it. Figures, no test; run by scripts/bench-search.mjs.
 */
import process from "node:process";
import type { Entry } from "../conversation/entry.ts";
import { fold } from "../conversation/fold.ts";
import { createSearchIndex } from "../conversation/search.ts";
import { wordList } from "../words.ts";

const MESSAGES = Number(process.env["MESSAGES"] ?? 20_000);
const CONVERSATIONS = 20;
const QUERIES = 500;

let state = 1;
const next = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state >>> 8) % below;
};
const rare = await wordList();
const common = ["the", "and", "I", "to", "was", "it", "müde", "schlafen", "Angst", "morning", "again", "not"];
const word = (): string => (next(3) === 0 ? rare[next(rare.length)] : common[next(common.length)]) ?? "";
const sentence = (): string => Array.from({ length: 4 + next(40) }, word).join(" ");

function tell(figure: string, ms: readonly number[]): void {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (part: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2));
  console.log(JSON.stringify({ figure, messages: MESSAGES, medianMs: at(0.5), p99Ms: at(0.99), slowestMs: at(1) }));
}

function timed<T>(work: () => T): readonly [T, number] {
  const begun = performance.now();
  const result = work();
  return [result, performance.now() - begun];
}

const parties = { me: "c", client: "c", practitioner: "p" };
const entriesOf = (stream: string): Entry[] => Array.from({ length: MESSAGES / CONVERSATIONS }, (_, i): Entry => ({
  kind: "payload", stream, seq: i + 1, from: i % 2 === 0 ? "c" : "p", device: "d",
  payload: { v: 1, type: "message", id: `${stream}-${i}`, at: i * 60_000, chain: { n: i, seq: 0, hash: "" }, text: sentence() },
}));
const all = Array.from({ length: CONVERSATIONS }, (_, i) => [`stream${i}`, entriesOf(`stream${i}`)] as const);

const index = createSearchIndex();
const [folded, folding] = timed(() => all.map(([id, entries]) => [id, fold(entries, parties).items] as const));
tell("folding everything", [folding]);
const [, building] = timed(() => {
  for (const [id, items] of folded) index.update(id, items);
  return index.find("angst");
});
tell("the first search, with the index built", [building]);
const queries = Array.from({ length: QUERIES }, () => {
  const words = Array.from({ length: 1 + next(3) }, word);
  return words.map((each, i) => (i === words.length - 1 ? each.slice(0, 1 + next(each.length)) : each)).join(" ");
});
const warm = (within?: string): readonly number[] => queries.map((query) => timed(() => index.find(query, within))[1]);
tell("a search, warm", warm());
tell("a search in one conversation, warm", warm("stream3"));
const [id = "", entries = []] = all[0] ?? [];
tell("a search after one more message", Array.from({ length: 20 }, () => {
  const more = entries.length;
  entries.push({ kind: "payload", stream: id, seq: more + 1, from: "c", device: "d", payload: { v: 1, type: "message", id: `more-${more}`, at: more, chain: { n: more, seq: 0, hash: "" }, text: sentence() } });
  return timed(() => {
    index.update(id, fold(entries, parties).items);
    index.find("ang");
  })[1];
}));
