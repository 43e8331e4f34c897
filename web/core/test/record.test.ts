/** The practitioner's sealed record: what leaves a conversation is in it where the client agreed to that, and nowhere else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Id } from "../api.ts";
import { CoreError } from "../errors.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import type { TestDevice } from "./people.ts";
import { texts } from "./practice.ts";
import { eventually } from "./patience.ts";
import { DAY, HOUR, MINUTE, holds, says, saysNot, talking } from "./talk.ts";

const recorded = async (device: TestDevice, id: Id): Promise<readonly string[]> => ((await device.conversations.records()).length === 0 ? [] : texts((await device.conversations.openRecord(id)).view));

test("what has come to its end is in the record until so many years after the conversation's end, and then nowhere", async () => {
  const { server, id, practitioner, heron, reed, pass } = await talking(10);
  await heron.conversations.setRetention(id, 7);
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  const edited = (await heron.until(id, says("kettle"))).items.find((item) => item.kind === "message")!.id;
  await heron.conversations.edit(id, edited, "kettle and lantern");
  await reed.conversations.send(id, "harbour");
  await heron.until(id, says("harbour"));
  await reed.until(id, says("kettle and lantern"));
  assert.deepEqual(await reed.conversations.records(), [], "as long as both have it there is none");

  await pass(9 * DAY, heron, reed);
  for (const device of [heron, reed]) {
    const view = await device.until(id, saysNot("harbour"));
    assert.deepEqual(view.record, { years: 10 });
    await eventually("nothing on the device", async () => !(await holds(device.store, "lantern")) && !(await holds(device.store, "sleepless")));
  }
  await eventually("it is in the record", async () => (await recorded(reed, id)).length === 2);
  const opened = await reed.conversations.openRecord(id);
  assert.deepEqual(texts(opened.view), ["kettle and lantern", "harbour"]);
  assert.ok(opened.view.items.every((item) => item.kind !== "security"));
  const [first] = opened.view.items.filter((item) => item.kind === "message");
  assert.deepEqual([first?.mine, first?.earlier?.map(({ text }) => text)], [false, ["kettle"]]);
  assert.equal(opened.view.intake?.reason, "sleepless");
  assert.equal(opened.view.intake?.sealed.medical, false, "what was sealed for the practitioner's eyes is not copied");
  assert.deepEqual(await reed.conversations.records(), [{ conversation: id, name: "Quiet Heron", years: 10 }]);
  assert.deepEqual(await heron.conversations.records(), []);

  await heron.conversations.endConversation(id);
  await eventually("it is known until when", async () => (await reed.conversations.records())[0]?.until !== undefined);
  const until = (await reed.conversations.records())[0]?.until ?? 0;
  assert.equal(new Date(until).getUTCFullYear(), new Date(server.now()).getUTCFullYear() + 10);
  assert.equal((await heron.until(id, (view) => view.record?.until !== undefined)).record?.until, until, "the client sees the same day");

  await pass(until - server.now() - DAY, heron, reed);
  assert.equal((await recorded(reed, id)).length, 2);
  const key = practitioner.vault.read().records?.[id]?.identity ?? "";
  assert.match(key, /^AGE-SECRET-KEY-PQ-1/);
  await pass(3 * DAY, heron, reed);
  await eventually("the key is gone", () => !JSON.stringify(practitioner.vault.read()).includes(key));
  assert.deepEqual(await reed.conversations.records(), []);
  await assert.rejects(reed.conversations.openRecord(id), { code: "conversation_not_found" });
  const history = server.streams.get(practitioner.vault.read().historyStream)!;
  await eventually("and the files at the server", () => history.records.some((r) => r.ciphertext.length === 0));
  await eventually("no file is listed", async () => (await reed.store.list("record/")).length === 0);
  for (const device of [heron, reed]) await device.close();
});

test("where the consent does not say so nothing is sealed", async () => {
  const { server, id, practitioner, heron, reed, pass } = await talking(0);
  await heron.conversations.setRetention(id, 7);
  await reed.conversations.send(id, "kettle");
  await heron.until(id, says("kettle"));
  await pass(9 * DAY, heron, reed);
  await reed.until(id, saysNot("kettle"));
  await reed.conversations.send(id, "lantern");
  const view = await heron.until(id, says("lantern"));
  assert.equal(view.record, undefined);
  await reed.conversations.forget(id, "account");
  await eventually("it is forgotten", () => (practitioner.vault.read().forgotten?.[id] ?? 0) > 0);
  await pass(HOUR, heron, reed);
  await eventually("the history is gone", () => server.streams.get(practitioner.vault.read().historyStream)!.records.some((r) => r.ciphertext.length === 0));
  assert.equal(practitioner.vault.read().records, undefined);
  assert.deepEqual(await reed.conversations.records(), []);
  assert.equal((await reed.store.list("")).filter(([key]) => key.startsWith("record/") || key.includes("/sealed/")).length, 0);
  for (const device of [heron, reed]) await device.close();
});

test("what is forgotten at once, by both sides, is in the record; a browser that comes later opens it", async () => {
  const { server, id, client, practitioner, heron, reed, pass } = await talking(3);
  const long = "so much to say ".repeat(1_000);
  for (const text of [long, long.toUpperCase(), `${long}!`, `${long}?`, `${long}.`, "kettle"]) await heron.conversations.send(id, text);
  await reed.until(id, says("kettle"));
  await heron.conversations.forget(id, "both");
  await reed.until(id, (view) => view.items.some((item) => item.kind === "notice" && item.notice.type === "forget-asked" && item.notice.open));
  await reed.conversations.forget(id, "both");
  await eventually("the words are gone from the server", () => server.streams.get(id)!.records.filter((r) => r.seq <= 9n && r.kind === RecordKind.MESSAGE).every((r) => r.ciphertext.length === 0));
  for (const device of [heron, reed]) await eventually("and the devices", async () => !(await holds(device.store, "kettle")));
  await eventually("it is in the record", async () => (await reed.conversations.records()).length === 1);
  const late = await practitioner.device();
  await late.until(id, (view) => view.canWrite);
  for (const device of [reed, late]) assert.deepEqual((await recorded(device, id)).map((text) => text.length), [long, long, `${long}!`, `${long}?`, `${long}.`, "kettle"].map((text) => text.length));
  assert.ok(!(await holds(late.store, "kettle")), "opening keeps nothing");

  // They go on; what is said then joins the record, and it ends with the account that is deleted.
  await heron.conversations.setDisappearing(id, 3_600);
  await late.until(id, (view) => view.keeping.seconds === 3_600);
  await late.conversations.send(id, "harbour");
  await heron.until(id, says("harbour"));
  await reed.until(id, says("harbour"));
  await pass(2 * HOUR, heron, reed, late);
  await eventually("what disappeared is in it, once", async () => (await recorded(late, id)).filter((text) => text === "harbour").length === 1);
  assert.ok((await recorded(reed, id)).includes("harbour"), "another browser finds what this one sealed");
  assert.equal(client.vault.read().records, undefined);
  await heron.conversations.farewell();
  await eventually("its end is known", async () => (await reed.conversations.records())[0]?.until !== undefined);
  for (const device of [heron, reed, late]) await device.close();
});

test("a talk is sealed soon after it, so that it is in the record though no browser is open when its time runs out", async () => {
  const { id, practitioner, heron, reed, pass } = await talking(1);
  await reed.conversations.setRetention(id, 1);
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  await pass(5 * MINUTE, reed);
  assert.deepEqual(await reed.conversations.records(), [], "not while they may still be talking");
  await pass(6 * MINUTE, reed);
  await eventually("it is sealed", async () => (await reed.conversations.records()).length === 1);
  assert.ok(says("kettle")(await reed.until(id, says("kettle"))), "and still there to be read");
  await reed.close();
  await pass(3 * DAY, heron);
  const elsewhere = await practitioner.device();
  const view = await elsewhere.until(id, (each) => each.canWrite);
  assert.ok(saysNot("kettle")(view));
  assert.deepEqual(await recorded(elsewhere, id), ["kettle"]);
  for (const device of [heron, elsewhere]) await device.close();
});

test("without connection it is sealed on the device, in one step with its leaving, and brought to the server later", async () => {
  const { server, id, practitioner, heron, reed, pass } = await talking(1);
  await reed.conversations.setDisappearing(id, 3_600);
  await heron.until(id, (view) => view.keeping.seconds === 3_600);
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  await eventually("there is a key", () => practitioner.vault.read().records?.[id] !== undefined);
  const { historyStream } = practitioner.vault.read();
  let online = false;
  server.beforeAppend = (stream) => {
    if (stream === historyStream && !online) throw new CoreError("offline");
  };
  await pass(2 * HOUR, reed);
  await eventually("the words left the device", async () => !(await holds(reed.store, "kettle")));
  assert.deepEqual(await reed.conversations.records(), []);
  await reed.close();
  online = true;
  const again = await practitioner.device(reed.store);
  await eventually("it arrived", async () => (await again.conversations.records()).length === 1);
  assert.deepEqual(await recorded(again, id), ["kettle"]);
  for (const device of [heron, again]) await device.close();
});
