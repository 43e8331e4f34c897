/** Files in a conversation, with the real server. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Core, Upload } from "../api.ts";
import { paddedLength } from "../attachment.ts";
import { createMemoryStore } from "../storage.ts";
import { needlesOf, search } from "./leak_search.ts";
import { openPractice, type TestPractice, untilView } from "./practice.ts";
import { startServer, type TestServer } from "./server.ts";

let server: TestServer;
let practice: TestPractice;
before(async () => {
  server = await startServer();
  practice = await openPractice(server);
});
after(async () => {
  await practice.close();
  await server.stop();
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
const fileIn = (core: Core, id: string) => untilView(core, id, (view) => view.items.some((item) => item.kind === "message" && item.file !== undefined), 60_000)
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

test("a file arrives as it was sent, and the server's files hold neither its name nor what is in it", async () => {
  const { core: client, id } = await practice.talkingClient("Quiet Heron");
  const content = diary(1_500_000);
  await client.sendFile(id, { name, type: "text/html", content });
  const [item] = await fileIn(practice.practitioner.core, id);
  assert.deepEqual(item?.file, { name, type: "text/html", size: content.size });
  const got = await practice.practitioner.core.attachment(id, item?.id ?? "");
  assert.deepEqual(await bytesOf(got), await bytesOf(content));
  assert.equal(got.type, "application/octet-stream", "what somebody sent is never run");
  const files = readdirSync(server.data, { recursive: true, encoding: "utf8" }).filter((each) => each.startsWith("alcove.db"))
    .map((each) => ({ name: each, bytes: readFileSync(path.join(server.data, each)) }));
  assert.ok(files.some(({ bytes }) => bytes.length > content.size), "the ciphertext is there");
  assert.deepEqual(search(files, [...needlesOf(said), ...needlesOf(name)]), []);

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

test("a padded length tells little and costs little", () => {
  const lengths = new Set<number>();
  for (let length = 1; length < 100_000_000; length = Math.ceil(length * 1.003)) {
    const padded = paddedLength(length);
    assert.ok(padded > length && (padded === 16_384 || padded < length * 1.13), `${length} to ${padded}`);
    lengths.add(padded);
  }
  // At most 32 in each doubling.
  assert.ok(lengths.size < 400, `${lengths.size} lengths`);
});
