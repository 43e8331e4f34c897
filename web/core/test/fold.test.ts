/** Folding entry by entry shows what folding them all at once shows, whatever is said in whatever order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../conversation/entry.ts";
import { type Folded, fold, folding } from "../conversation/fold.ts";
import type { Body, Payload } from "../conversation/payload.ts";
import { seeded } from "./random.ts";

const me = "aa".repeat(16);
const other = "bb".repeat(16);
const parties = { me, client: me, practitioner: other };
const stream = "cc".repeat(16);
const DAY = 24 * 3_600_000;

/** All that can be compared of it. */
function told({ message, ends, ...rest }: Folded, ids: readonly string[]): unknown {
  const byPlace = (map: ReadonlyMap<Entry, number>) => [...map].map(([entry, end]) => [entry.seq, entry.kind, end] as const).sort(([a], [b]) => a - b);
  return { ...rest, ends: byPlace(ends), messages: ids.map(message) };
}

function conversation(random: () => number): { readonly entries: readonly Entry[]; readonly ids: readonly string[] } {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const ids: string[] = [];
  const entries: Entry[] = [];
  const some = (): string => (ids.length === 0 || random() < 0.05 ? `id-${Math.floor(random() * 60)}` : pick(ids));
  for (let seq = 1; seq <= 60; seq++) {
    const id = random() < 0.03 ? some() : `id-${seq}`;
    const at = seq * 1_000;
    const bodies: readonly (() => Body)[] = [
      () => ({ type: "message", text: `words ${seq}`, ...(random() < 0.3 ? { reply: some() } : {}), ...(random() < 0.2 ? { goes: at + 5_000 } : {}) }),
      () => ({ type: "message", text: `more words ${seq}` }),
      () => ({ type: "edit", of: some(), text: `other words ${seq}` }),
      () => ({ type: "take-back", of: some() }),
      () => ({ type: "react", of: some(), emoji: "🌱", on: random() < 0.7 }),
      () => ({ type: "receipt", delivered: Math.floor(random() * seq), read: Math.floor(random() * seq) }),
      () => ({ type: "receipt", delivered: seq - 1, read: Math.floor(seq / 2) }),
      () => (random() < 0.3 ? { type: "retention", days: pick([0, 7, 30]) } : { type: "accept" }),
      () => (random() < 0.3 ? { type: "disappear", seconds: pick([0, 3_600]) } : { type: "code-word", word: "copper" }),
      () => ({ type: "forget", upTo: Math.floor(random() * seq), asked: random() < 0.5 }),
    ];
    const payload: Payload = { ...pick(bodies)(), v: 1, id, at, chain: { n: seq, seq: 0, hash: "" } };
    ids.push(id);
    entries.push({ kind: "payload", stream, seq, from: pick([me, other]), device: "dd".repeat(16), payload });
    if (random() < 0.04) entries.push({ kind: "devices", stream, seq, at, added: [other], removed: [] });
    if (random() < 0.04) entries.push({ kind: "security", stream, seq, at, code: "missing-record" });
    if (random() < 0.02) entries.push({ kind: "base", stream, seq, at, state: "open", askedBack: false, keeping: { days: pick([0, 7]), seconds: 0 }, clientName: "Heron", delivered: 3, read: 2, myReceipt: { delivered: 1, read: 1 } });
  }
  return { entries, ids };
}

test("one by one or all at once: the same conversation, also with what waits and what was forgotten", () => {
  let followed = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const random = seeded(seed);
    const { entries, ids } = conversation(random);
    const forgotten = random() < 0.3 ? 20 : 0;
    let work = folding([], parties, forgotten);
    for (const [i, entry] of entries.entries()) {
      const upToHere = entries.slice(0, i + 1);
      const before = i % 9 === 0 ? work.folded([]) : undefined;
      const frozen = before && JSON.stringify(told(before, ids));
      if (work.append(entry)) followed++;
      else work = folding(upToHere, parties, forgotten);
      if (before) assert.equal(JSON.stringify(told(before, ids)), frozen, `what was told stays (seed ${seed}, entry ${i})`);
      if (random() < 0.5) continue;
      const waiting: readonly Payload[] = random() < 0.5 ? [] : [
        { v: 1, id: "waits", at: 2 * DAY, chain: { n: 99, seq: 0, hash: "" }, type: "message", text: "It waits." },
        { v: 1, id: "waits-too", at: 2 * DAY, chain: { n: 100, seq: 0, hash: "" }, type: "edit", of: ids[Math.floor(random() * i)] ?? "", text: "It waits, too." },
      ];
      const all = [...ids, "waits"];
      assert.deepEqual(told(work.folded(waiting), all), told(fold(upToHere, parties, waiting, forgotten), all), `seed ${seed}, entry ${i}`);
    }
  }
  assert.ok(followed > 5_000, `most follow at little cost: ${followed}`);
});
