/**
 * What was forgotten is gone in bytes: not in the server's files, with the real
 * server and a file sent; nor are words and keys in what the browsers keep, the
 * opened vault among it. Where the client agreed to a sealed record, its
 * ciphertext is what is left, and only the practitioner's key opens it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { accessKey } from "../access_key.ts";
import { equalBytes, fromHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { type Record as WireRecord, RecordKind, StreamKind } from "../gen/alcove/v1/stream_pb.ts";
import { loadKept, loadVault } from "../kept.ts";
import { reaching } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { needlesOf, search } from "./leak_search.ts";
import { eventually } from "./patience.ts";
import { openPractice, texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startServer } from "./server.ts";

const words = "Wilhelmine fürchtet sich vor dem Treppenhaus";
const fileName = "Schlaftagebuch Oktober.txt";
/** The end of a ciphertext: its beginning says which group and epoch it is of. */
const tail = (ciphertext: Uint8Array): Buffer => Buffer.from(ciphertext.slice(-48));

for (const recordYears of [0, 10]) test(`nothing is left of a forgotten conversation${recordYears > 0 ? " but its sealed record" : ""}: not in the database, its log or the files, not in browsers or vaults`, async () => {
  const server = await startServer();
  const practice = await openPractice(server, { recordYears, opaque: quickOpaque });
  const [clientStore, practitionerStore] = [createMemoryStore(), createMemoryStore()];
  const practitioner = await practice.practitionerElsewhere(practitionerStore);
  const { core: client, id } = await practice.talkingClient("Quiet Heron", clientStore);

  /** What the server has of this account, as the account reads it. */
  async function atServer(store: DeviceStore): Promise<{ readonly messages: readonly Buffer[]; readonly history: readonly Buffer[]; chunk(blob: string): Promise<Buffer> }> {
    const kept = await loadKept(store);
    const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
    transport.setToken(fromHex(kept?.token ?? ""));
    const { streams } = await transport.stream.listStreams({});
    const read = async (kind: StreamKind): Promise<readonly WireRecord[]> => (await transport.stream.read({ streamId: streams.find((s) => s.kind === kind)!.streamId, limit: 1000 })).records;
    const { id: access } = await accessKey((await loadVault(store))?.contents.historyKey ?? "");
    const there = (records: readonly WireRecord[]): readonly Buffer[] => records.filter((r) => r.kind === RecordKind.MESSAGE && r.ciphertext.length > 0).map((r) => tail(r.ciphertext));
    return {
      messages: there(await read(StreamKind.CONVERSATION)),
      // The access log lies there as well, and is about the account.
      history: there((await read(StreamKind.HISTORY)).filter(({ ciphertext }) => !equalBytes(ciphertext.subarray(0, 16), access))),
      chunk: async (blob) => Buffer.from((await transport.blob.getChunk({ blobId: fromHex(blob), index: 0 })).data),
    };
  }
  const onDisk = () => readdirSync(server.data, { recursive: true, encoding: "utf8" }).filter((name) => name.startsWith("alcove.db"))
    .map((name) => ({ name, bytes: readFileSync(path.join(server.data, name)) }));
  const kept = async (store: DeviceStore) => (await store.list("")).map(([key, value]) => ({ name: key, bytes: Buffer.concat([Buffer.from(`${key}\n`), value]) }));
  const keysOf = async (store: DeviceStore): Promise<readonly string[]> => {
    const vault = (await loadVault(store))?.contents;
    return [...Object.entries(vault?.historyKeys?.[id] ?? {}).filter(([lane]) => lane !== "s").map(([, key]) => key), ...(vault?.reserve ? [vault.reserve.device, ...vault.reserve.keyPackages] : [])];
  };

  await client.send(id, words);
  await client.sendFile(id, { name: fileName, type: "text/plain", content: new Blob([`${words}\n`.repeat(20_000)]) });
  const seen = await untilView(practitioner, id, (view) => view.items.some((item) => item.kind === "message" && item.file?.name === fileName));
  const message = seen.items.find((item) => item.kind === "message" && item.file?.name === fileName);
  await practitioner.attachment(id, message?.id ?? "");
  await untilView(client, id, (view) => view.items.some((item) => item.kind === "message" && item.delivery !== "queued" && item.delivery !== "sending" && item.file !== undefined));
  await eventually("both have their history with the server", async () => (await atServer(clientStore)).history.length >= 4 && (await keysOf(practitionerStore)).length >= 2);

  // A receipt that comes while somebody forgets is not among what they forget.
  const counts: number[] = [];
  await eventually("nobody says anything any more", async () => {
    counts.push((await atServer(clientStore)).messages.length);
    return counts.length > 10 && new Set(counts.slice(-10)).size === 1;
  });

  // Taken beforehand: ciphertext, keys, and what the file is encrypted to.
  const before = { client: await atServer(clientStore), practitioner: await atServer(practitionerStore) };
  const entries = (await kept(clientStore)).map(({ bytes }) => bytes.toString());
  const file = entries.map((entry) => /"blob":"([0-9a-f]{32})".*"key":"(AGE-SECRET-KEY-[^"]+)"/.exec(entry)).find((found) => found !== null);
  const chunk = await before.practitioner.chunk(file?.[1] ?? "");
  const secrets = [...(await keysOf(clientStore)), ...(await keysOf(practitionerStore)), file?.[2] ?? ""];
  assert.ok(secrets.length >= 6 && secrets.every((secret) => secret.length > 40));
  assert.ok(onDisk().some(({ bytes }) => bytes.includes(chunk.subarray(1_000, 1_048))));

  await client.forget(id, "both");
  await untilView(practitioner, id, (view) => view.items.some((item) => item.kind === "notice" && item.notice.type === "forget-asked" && item.notice.open));
  for (const other of [practice.practitioner.core, practitioner]) await untilView(other, id, (view) => view.items.length > 0);
  await practitioner.forget(id, "both");
  const histories = [...before.client.history, ...before.practitioner.history];
  const still = (haystack: readonly Buffer[], needles: readonly Buffer[]): number => needles.filter((needle) => haystack.some((each) => each.equals(needle))).length;
  await eventually("the server has destroyed it", async () => {
    const now = { client: await atServer(clientStore), practitioner: await atServer(practitionerStore) };
    return still(now.client.messages, before.client.messages) + still([...now.client.history, ...now.practitioner.history], histories) === 0;
  });
  await eventually("no browser keeps it", async () => {
    const browsers = [...(await kept(clientStore)), ...(await kept(practitionerStore))];
    return search(browsers, [...needlesOf(words), ...needlesOf(fileName)]).length === 0 && !browsers.some(({ bytes }) => secrets.some((secret) => bytes.includes(secret)));
  });
  if (recordYears > 0) {
    await eventually("it is in the record", async () => (await practitioner.records()).length === 1);
    assert.deepEqual(texts((await practitioner.openRecord(id)).view).filter((text) => text !== ""), [words]);
    assert.deepEqual(search(await kept(practitionerStore), needlesOf(words)), [], "reading it leaves nothing");
  } else {
    assert.deepEqual(await practitioner.records(), []);
  }
  assert.deepEqual(await client.records(), []);
  // As a stop empties the log at once; while it runs that takes half a minute.
  await practice.close();
  await server.halt();
  const files = onDisk();
  for (const needle of [...before.client.messages, ...histories, chunk.subarray(1_000, 1_048), chunk.subarray(-48)]) {
    assert.deepEqual(files.filter(({ bytes }) => bytes.includes(needle)).map(({ name }) => name), []);
  }
  assert.deepEqual(search(files, needlesOf(words)), []);
  await server.stop();
});
