import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromUtf8, utf8 } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { CoreError } from "../errors.ts";
import { closable, createIndexedDbStore, createMemoryStore } from "../storage.ts";

const stores: readonly (readonly [string, () => DeviceStore])[] = [["IndexedDB", createIndexedDbStore], ["memory", createMemoryStore]];

for (const [name, make] of stores) {
  test(`a store in ${name} gives back what was put, lists in order, deletes and destroys`, async () => {
    const store = make();
    await store.put([["conversation/a/entry/2", utf8("two")], ["conversation/a/entry/1", utf8("one")], ["conversation/b/entry/1", utf8("other")], ["alone", utf8("x")]]);
    assert.equal(fromUtf8((await store.get("conversation/a/entry/2")) ?? new Uint8Array()), "two");
    assert.equal(await store.get("conversation/a/entry/3"), undefined);
    const listed = async (prefix: string): Promise<readonly string[]> => (await store.list(prefix)).map(([key, value]) => `${key}=${fromUtf8(value)}`);
    assert.deepEqual(await listed("conversation/a/entry/"), ["conversation/a/entry/1=one", "conversation/a/entry/2=two"]);
    assert.deepEqual((await listed("conversation/")).length, 3);
    assert.deepEqual(await listed("al"), ["alone=x"]);
    await store.put([["conversation/a/entry/1", undefined], ["conversation/a/entry/2", utf8("changed")]]);
    assert.deepEqual(await listed("conversation/a/entry/"), ["conversation/a/entry/2=changed"]);
    await store.destroy();
    assert.deepEqual(await listed(""), []);
    await store.put([["again", utf8("y")]]);
    assert.deepEqual(await listed(""), ["again=y"]);
    await store.destroy();
  });
}

/** All that lies in the database, as a thief of the file would read it. */
async function raw(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("alcove");
    opening.onsuccess = () => resolve(opening.result);
  });
  const entries = db.transaction("entries").objectStore("entries");
  const all = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const keys = await all(entries.getAllKeys());
  const values = await all(entries.getAll() as IDBRequest<Uint8Array[]>);
  db.close();
  return keys.map((key, i) => [String(key), values[i] ?? new Uint8Array()]);
}

test("neither names nor values can be read from the database, and entries cannot be swapped", async () => {
  const store = createIndexedDbStore();
  await store.put([["secret-name/x", utf8("secret-value")], ["secret-name/y", utf8("secret-value")]]);
  const lying = await raw();
  assert.equal(lying.length, 2);
  for (const [key, value] of lying) {
    assert.ok(!key.includes("secret"));
    assert.ok(!Buffer.from(value).includes("secret"));
  }
  const [[first], [, other]] = lying as [readonly [string, Uint8Array], readonly [string, Uint8Array]];
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("alcove");
    opening.onsuccess = () => resolve(opening.result);
  });
  await new Promise((resolve) => {
    const write = db.transaction("entries", "readwrite");
    write.objectStore("entries").put(other, first);
    write.oncomplete = resolve;
  });
  db.close();
  await assert.rejects(store.list("secret-name/"), (error) => error instanceof CoreError && error.code === "storage_damaged");
  await store.destroy();
});

test("a second opening reads what the first wrote; a closed store writes no more", async () => {
  const first = createIndexedDbStore();
  await first.put([["kept", utf8("1")]]);
  const second = createIndexedDbStore();
  assert.deepEqual(await second.get("kept"), utf8("1"));
  first.close();
  await assert.rejects(first.put([["kept", utf8("2")]]), { code: "other_tab" });
  assert.deepEqual(await second.get("kept"), utf8("1"));
  first.reopen();
  await first.put([["kept", utf8("3")]]);
  assert.deepEqual(await second.get("kept"), utf8("3"));
});

test("a store that was cut off writes no more, and the one behind it goes on", async () => {
  const behind = createMemoryStore();
  const front = closable(behind);
  await front.put([["kept", utf8("1")]]);
  front.close();
  await assert.rejects(front.put([["kept", utf8("2")]]), { code: "other_tab" });
  assert.deepEqual(await behind.get("kept"), utf8("1"));
});
