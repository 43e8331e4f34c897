/** Which part of a long room is on the page, and whom a message speaks to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { begunIn, mentionsIn } from "../rooms/mentions.ts";
import { around, earlier, later, MOST, STEP, type Window, windowOf } from "../rooms/window.ts";

const items = Array.from({ length: 2_000 }, (_, i) => ({ id: `m${i}`, seq: i + 1 }));
const ends = (at: Window, of = items): readonly [string | undefined, string | undefined] => {
  const shown = windowOf(of, at).items;
  return [shown[0]?.id, shown.at(-1)?.id];
};

test("one begins at the end, and goes back and forth without losing the place or growing", () => {
  assert.deepEqual(ends({}), ["m1920", "m1999"]);
  let at: Window = {};
  for (let step = 0; step < 30; step++) {
    const before = windowOf(items, at).items[0];
    at = earlier(items, at);
    const shown = windowOf(items, at);
    assert.ok(shown.items.length <= MOST);
    assert.ok(shown.items.some(({ id }) => id === before?.id), "what was read is still there");
  }
  assert.deepEqual([windowOf(items, at).hasEarlier, windowOf(items, at).hasLater], [false, true]);
  for (let step = 0; step < 30; step++) at = later(items, at);
  assert.equal(windowOf(items, at).hasLater, false);
  assert.equal(ends(at)[1], "m1999");
});

test("what is said meanwhile moves nobody who reads further up", () => {
  const at = around(items, "m1000");
  const before = ends(at);
  assert.deepEqual(ends(at, [...items, { id: "new", seq: 2_001 }]), before);
  assert.equal(ends({}, [...items, { id: "new", seq: 2_001 }])[1], "new");
  // What was kept long enough goes at the beginning.
  assert.deepEqual(ends(at, items.slice(500)), before);
  assert.equal(windowOf([], {}).items.length, 0);
  assert.equal(windowOf(items.slice(0, STEP), {}).hasEarlier, false);
});

test("a name that begins with another's is not the other's", () => {
  const person = (id: string, name: string) => ({ id, name, moderates: false, muted: false, held: false });
  const people = [person("1", "Moon"), person("2", "Moonlight"), person("3", "Quiet Heron")];
  assert.deepEqual(mentionsIn("@Moonlight and @Quiet Heron!", people), ["3", "2"]);
  assert.deepEqual(mentionsIn("@Moon", people), ["1"]);
  assert.deepEqual(mentionsIn("moon", people), []);
  assert.deepEqual(begunIn("hello @moo", people)?.who.map(({ id }) => id), ["1", "2"]);
  assert.equal(begunIn("hello @Quiet Heron how", people), undefined);
  assert.equal(begunIn("a@moo", people), undefined);
});
