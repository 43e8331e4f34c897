/** Which part of a long conversation is shown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { around, earlier, later, NEWEST, rangeOf, type Window } from "../conversation/window.ts";

type Items = readonly { readonly id: string; readonly seq: number }[];
const items = (count: number, from = 0) => Array.from({ length: count }, (_, i) => ({ id: String(from + i), seq: from + i }));

test("the newest page goes on with the end", () => {
  assert.deepEqual(rangeOf(items(1_000), NEWEST), { start: 900, end: 1_000 });
  assert.deepEqual(rangeOf(items(1_005), NEWEST), { start: 905, end: 1_005 });
  assert.deepEqual(rangeOf(items(7), NEWEST), { start: 0, end: 7 });
  assert.deepEqual(rangeOf([], NEWEST), { start: 0, end: 0 });
});

test("however far one reads back and forth, a few hundred are shown, and none is passed over", () => {
  const all = items(20_000);
  const read = (move: (all: Items, window: Window) => Window, from: Window, done: (range: { start: number; end: number }) => boolean): Window => {
    let window = from;
    for (let steps = 0; !done(rangeOf(all, window)); steps++) {
      assert.ok(steps < 300, "it comes to an end");
      const before = rangeOf(all, window);
      window = move(all, window);
      const after = rangeOf(all, window);
      assert.ok(after.end - after.start <= 300);
      assert.ok(after.start < before.end && before.start < after.end, "what was read last is still there");
    }
    return window;
  };
  const first = read(earlier, NEWEST, ({ start }) => start === 0);
  assert.notEqual(first.last, undefined);
  const again = read(later, first, ({ end }) => end === all.length);
  assert.equal(again.last, undefined, "it goes on with the end again");
});

test("a window stays where it is when something is said, or comes in before it", () => {
  const window = earlier(items(1_000, 500), around(items(1_000, 500), NEWEST, "700"));
  const shown = (all: Items) => all.slice(rangeOf(all, window).start, rangeOf(all, window).end).map(({ id }) => id);
  assert.deepEqual(shown(items(1_700, 0)), shown(items(1_000, 500)));
});

test("what disappears, at an edge too, leaves the rest where it is", () => {
  const all = items(1_000);
  const window = around(all, NEWEST, "500");
  const { start, end } = rangeOf(all, window);
  const left = all.filter((_, i) => i !== start && i !== end - 1 && i % 7 !== 0);
  const shown = left.slice(rangeOf(left, window).start, rangeOf(left, window).end);
  assert.deepEqual(shown, left.filter(({ seq }) => seq > start && seq < end - 1));
});

test("several items of one record come and go together", () => {
  const all = Array.from({ length: 900 }, (_, i) => ({ id: String(i), seq: Math.floor(i / 3) }));
  let window: Window = NEWEST;
  for (let steps = 0; rangeOf(all, window).start > 0; steps++) {
    assert.ok(steps < 20, "it comes to an end");
    window = earlier(all, window);
    const { start, end } = rangeOf(all, window);
    assert.ok(end - start <= 300);
  }
  assert.deepEqual(rangeOf(all, around(all, NEWEST, "300")), { start: 279, end: 381 });
});

test("one that is looked for is among those shown, and what is gone leads to the newest", () => {
  const all = items(1_000);
  for (const item of ["0", "5", "500", "899", "999"]) {
    const { start, end } = rangeOf(all, around(all, NEWEST, item));
    assert.ok(start <= Number(item) && Number(item) < end, item);
  }
  assert.equal(around(all, NEWEST, "950"), NEWEST, "what is here already moves nothing");
  assert.deepEqual(rangeOf(items(100, 2_000), around(all, NEWEST, "5")), { start: 0, end: 100 });
});
