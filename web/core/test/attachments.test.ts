/** Files in a conversation, with the real server. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { type Core, type Download, MAX_FILE_SIZE, type Upload, type Voice } from "../api.ts";
import { chunkCount, paddedLength, sealFile } from "../attachment.ts";
import type { DeviceStore } from "../context.ts";
import { createMemoryStore } from "../storage.ts";
import { needlesOf, search } from "./leak_search.ts";
import { until } from "./patience.ts";
import { type TestPractice, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

const said = "Schwindelanfälle beim Treppensteigen, notiert von Wilhelmine";
const name = "Schlaftagebuch Oktober.txt";

/** A file of this length that says something at its beginning and end. */
function diary(length: number): Blob {
  const bytes = new Uint8Array(length).map((_, i) => (i * 31 + (i >> 8)) & 255);
  bytes.set(new TextEncoder().encode(said));
  bytes.set(new TextEncoder().encode(said), length - 100);
  return new Blob([bytes]);
}

const bytesOf = async (blob: Blob): Promise<Buffer> => Buffer.from(await blob.arrayBuffer());
const fileIn = (core: Core, id: string) => untilView(core, id, (view) => view.items.some((item) => item.kind === "message" && item.file !== undefined))
  .then((view) => view.items.flatMap((item) => (item.kind === "message" && item.file ? [item] : [])));
/** Waits until the uploads are as asked for. */
function uploading(core: Core, condition: (uploads: readonly Upload[]) => boolean): Promise<readonly Upload[]> {
  return new Promise((resolve) => {
    const end = core.subscribe((event) => {
      if (event.type !== "uploads" || !condition(event.uploads)) return;
      end();
      resolve(event.uploads);
    });
  });
}

/** The server's database and its log, as they lie on the disk. */
const database = () => readdirSync(server.data, { recursive: true, encoding: "utf8" }).filter((each) => each.startsWith("alcove.db"))
  .map((each) => ({ name: each, bytes: readFileSync(path.join(server.data, each)) }));

/** Pieces of what was encrypted (but its beginning, which is alike in all age files), so near to each other that a page of the database that holds any of it holds one. */
const taken: Buffer[] = [];
function listening(store: DeviceStore): DeviceStore {
  return {
    ...store,
    async put(entries) {
      for (const [name, value] of entries) if (value && name.startsWith("upload-chunk/")) for (let at = 1_000; at + 24 <= value.length; at += 2_000) taken.push(Buffer.from(value.slice(at, at + 24)));
      return store.put(entries);
    },
  };
}
const found = (): number => database().reduce((sum, { bytes }) => sum + taken.filter((piece) => bytes.includes(piece)).length, 0);

test("a file arrives as it was sent, and the server's files hold neither its name nor what is in it", async () => {
  const { core: client, id } = await practice.talkingClient("Quiet Heron", listening(createMemoryStore()));
  const content = diary(1_500_000);
  await client.sendFile(id, { name, type: "text/html", content });
  const [item] = await fileIn(practice.practitioner.core, id);
  assert.deepEqual(item?.file, { name, type: "text/html", size: content.size });
  const got = await practice.practitioner.core.attachment(id, item?.id ?? "");
  assert.deepEqual(await bytesOf(got), await bytesOf(content));
  assert.equal(got.type, "application/octet-stream", "what somebody sent is never run");
  const files = database();
  assert.ok(files.some(({ bytes }) => bytes.length > content.size), "the ciphertext is there");
  assert.deepEqual(search(files, [...needlesOf(said), ...needlesOf(name)]), []);
  assert.ok(found() > taken.length * 0.9, "its pieces are found while it is there, but for those that lie across pages");

  // What is taken back is gone for both, and from the server.
  await client.takeBack(id, item?.id ?? "");
  await untilView(practice.practitioner.core, id, (view) => view.items.some((each) => each.kind === "message" && each.takenBack === true));
  await assert.rejects(practice.practitioner.core.attachment(id, item?.id ?? ""), { code: "blob_not_found" });
});

test("an upload goes on after the server was killed and the browser closed, and arrives once", async () => {
  const store = createMemoryStore();
  const { core: client, id } = await practice.talkingClient("Amber Fox", store);
  const content = diary(6_000_000);
  const begun = uploading(client, ([upload]) => (upload?.done ?? 0) >= 2);
  await client.sendFile(id, { name, type: "application/pdf", content });
  await begun;
  await server.halt("SIGKILL");
  await client.close();
  const again = practice.browser(store);
  await again.start();
  await server.resume();
  const items = await fileIn(practice.practitioner.core, id);
  assert.equal(items.length, 1);
  assert.deepEqual(await bytesOf(await practice.practitioner.core.attachment(id, items[0]?.id ?? "")), await bytesOf(content));
  assert.deepEqual(await store.list("upload"), [], "nothing of it is left behind");
});

test("fetching tells how far it came, and can be given up", async () => {
  const { core: client, id } = await practice.talkingClient("Brown Owl");
  await client.sendFile(id, { name, type: "", content: diary(5_000_000) });
  const { core: reader } = practice.practitioner;
  const [item] = await fileIn(reader, id);
  const told: Download[] = [];
  const end = reader.subscribe((event) => void (event.type === "downloads" && told.push(...event.downloads)));
  const [first, second] = [reader.attachment(id, item?.id ?? ""), reader.attachment(id, item?.id ?? "")];
  assert.equal((await first).size, 5_000_000);
  assert.equal((await second).size, 5_000_000);
  assert.ok(told.every(({ message }) => message === item?.id));
  assert.deepEqual(told.at(-1), { message: item?.id, done: 10, total: 10 }, "asked for twice, fetched once");
  const given = reader.attachment(id, item?.id ?? "");
  await reader.cancelAttachment(item?.id ?? "");
  await assert.rejects(given, { code: "cancelled" });
  end();
});

test("a file may have 100,000,000 bytes; one more is refused before anything is encrypted", async () => {
  const store = createMemoryStore();
  const { core: client, id } = await practice.talkingClient("Tall Crane", store);
  const part = new Blob([new Uint8Array(1_000_000)]);
  const largest = new Blob(Array<Blob>(100).fill(part));
  assert.equal(largest.size, MAX_FILE_SIZE);
  const unread = Object.assign(new Blob([largest, Uint8Array.of(1)]), { stream: () => assert.fail("it was read"), slice: () => assert.fail("it was read") });
  await assert.rejects(client.sendFile(id, { name, type: "", content: unread }), { code: "blob_too_large" });
  assert.deepEqual(await store.list("upload"), []);
  const { size, chunks } = await sealFile(largest);
  assert.ok(size <= 100 << 20, "the server takes as much");
  let sealed = 0;
  let count = 0;
  for await (const chunk of chunks) [sealed, count] = [sealed + chunk.length, count + 1];
  assert.deepEqual([sealed, count], [size, chunkCount(size)]);
});

test("an empty file arrives empty, and a name that would turn its line round does not", async () => {
  const { core: client, id } = await practice.talkingClient("Small Hen");
  await client.sendFile(id, { name: "  ..\u202Egpj.\u2066exe\n\u0000" + "ü".repeat(300) + ".pdf", type: "", content: new Blob([]) });
  const [item] = await fileIn(practice.practitioner.core, id);
  assert.equal(item?.file?.size, 0);
  assert.match(item?.file?.name ?? "", /^\.\.gpj\.exe ü+…\.pdf$/u);
  assert.ok((item?.file?.name.length ?? 0) <= 200);
  assert.equal((await practice.practitioner.core.attachment(id, item?.id ?? "")).size, 0);
});

test("a voice message tells its length and its picture, and is played as what it is", async () => {
  const { core: client, id } = await practice.talkingClient("Green Finch");
  const voice: Voice = { ms: 4_200, levels: [0, 3, 15, 7] };
  await client.sendFile(id, { name: "Voice message.webm", type: "audio/webm", content: new Blob(["sound"]), voice });
  const [item] = await fileIn(practice.practitioner.core, id);
  assert.deepEqual(item?.file, { name: "Voice message.webm", type: "audio/webm", size: 5, voice });
  assert.equal((await practice.practitioner.core.attachment(id, item?.id ?? "")).type, "audio/webm");
});

test("a cancelled upload leaves nothing on the device and is never said", async () => {
  const store = createMemoryStore();
  const { core: client, id } = await practice.talkingClient("Silver Wren", store);
  const begun = uploading(client, ([upload]) => (upload?.done ?? 0) >= 1);
  await client.sendFile(id, { name, type: "", content: diary(6_000_000) });
  const [upload] = await begun;
  await client.cancelUpload(upload?.id ?? "");
  await client.send(id, "never mind");
  const seen = await untilView(practice.practitioner.core, id, (view) => view.items.some((item) => item.kind === "message" && item.text === "never mind"));
  assert.ok(seen.items.every((item) => item.kind !== "message" || item.file === undefined));
  assert.deepEqual(await store.list("upload"), []);
});

test("of a file that was taken back no byte is left in the database or its log", async () => {
  // It was taken back in the first story; the log is emptied within half a minute.
  assert.ok(taken.length > 500);
  await until(found, (bytes) => bytes === 0);
});

test("a padded length tells little and costs little", () => {
  const lengths = new Set<number>();
  assert.equal(paddedLength(0), 16_384);
  for (let length = 1; length < 100_000_000; length = Math.ceil(length * 1.003)) {
    const padded = paddedLength(length);
    assert.ok(padded > length && (padded === 16_384 || padded < length * 1.13), `${length} to ${padded}`);
    lengths.add(padded);
  }
  // At most 32 in each doubling.
  assert.ok(lengths.size < 400, `${lengths.size} lengths`);
});
