/** Time and forgetting between two people whose clocks the test moves, on a server that may be hostile. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView, Id } from "../api.ts";
import { fromHex, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import { decodeStanding } from "../conversation/standing.ts";
import { CoreError } from "../errors.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { serializeGroup } from "../mls.ts";
import { createMemoryStore } from "../storage.ts";
import type { Party } from "./people.ts";
import type { ServerDouble } from "./server_double.ts";
import { eventually } from "./patience.ts";
import { DAY, HOUR, holds, says, saysNot, talking } from "./talk.ts";

const alarms = (view: ConversationView) => view.items.filter((item) => item.kind === "security");

/** Ciphertext that the server has of messages: everywhere, or of one stream. */
const ciphertexts = (server: ServerDouble, stream?: Id): number =>
  [...server.streams].filter(([id]) => stream === undefined || id === stream).reduce((sum, [, { records }]) => sum + records.filter((r) => r.kind === RecordKind.MESSAGE && r.ciphertext.length > 0).length, 0);

test("what disappears is gone from both sides' devices, the keys from their vaults, and the ciphertext from the server", async () => {
  const { server, id, client, practitioner, heron, reed, pass } = await talking();
  await heron.conversations.setDisappearing(id, 3_600);
  await reed.until(id, (view) => view.keeping.seconds === 3_600);
  await reed.conversations.send(id, "kettle");
  const seen = await heron.until(id, says("kettle"));
  const message = seen.items.find((item) => item.kind === "message");
  assert.ok(message?.kind === "message" && Math.abs((message.goesAt ?? 0) - Date.now() - HOUR) < 60_000, "it is shown when it goes");
  await heron.conversations.send(id, "lantern", message.id);
  await reed.until(id, says("lantern"));
  await reed.conversations.star(id, message.id, true);
  await reed.conversations.react(id, message.id, "👍", true);
  await heron.conversations.saveDraft(id, "");
  assert.ok(await holds(heron.store, "kettle"));
  const lanes = (party: Party): readonly string[] => Object.keys(party.vault.read().historyKeys?.[id] ?? {}).filter((lane) => lane.startsWith("d"));
  await eventually("both wrote their history", () => lanes(client).length > 0 && lanes(practitioner).length > 0);
  const early = [...lanes(client), ...lanes(practitioner)];

  await pass(2 * HOUR, heron, reed);
  for (const device of [heron, reed]) {
    const view = await device.until(id, (each) => saysNot("kettle")(each) && saysNot("lantern")(each));
    assert.deepEqual(alarms(view), []);
    await eventually("nothing is left on the device", async () => !(await holds(device.store, "kettle")) && !(await holds(device.store, "lantern")));
    assert.equal((await device.conversations.search("kettle")).total, 0);
  }
  await eventually("the star is gone", async () => (await reed.conversations.starred()).length === 0);
  await pass(20 * HOUR, heron, reed);
  await eventually("the keys are gone", () => ![...lanes(client), ...lanes(practitioner)].some((lane) => early.includes(lane)));
  // What is there still holds no words: the request without end, accepting, the setting, and marks.
  const log = server.streams.get(id)!.records.filter((r) => r.kind === RecordKind.MESSAGE);
  assert.ok(log.filter((r) => r.ciphertext.length === 0).every((r) => r.forgottenSha256.length === 32) && log.some((r) => r.ciphertext.length === 0));

  // Who comes later finds nothing of it, and nothing to be alarmed about.
  const late = await client.device();
  const view = await late.until(id, (each) => each.canWrite);
  assert.deepEqual(alarms(view), []);
  assert.ok(saysNot("kettle")(view));
  await reed.conversations.send(id, "afterwards");
  await late.until(id, says("afterwards"));
  for (const device of [heron, reed, late]) await device.close();
});

test("who reads far back while something disappears there stays where they are, and after a forgetting comes to the end", async () => {
  const { id, heron, reed, pass } = await talking();
  const send = async (from: number, to: number) => {
    for (let n = from; n <= to; n++) await reed.conversations.send(id, `line ${n}`);
    await heron.until(id, (view) => view.items.some((item) => item.kind === "message" && item.text === `line ${to}`));
  };
  const lines = (view: ConversationView): readonly string[] => view.items.flatMap((item) => (item.kind === "message" ? [item.text] : []));
  await send(1, 40);
  await reed.conversations.setDisappearing(id, 3_600);
  await send(41, 60);
  await reed.conversations.setDisappearing(id, 0);
  await send(61, 260);
  const everything = (await heron.conversations.exported(id)).view.items;
  await heron.conversations.open(id);
  const at = (text: string): Id => everything.find((item) => item.kind === "message" && item.text === text)?.id ?? "";
  const before = await heron.conversations.loadBackTo(id, at("line 61"));
  assert.deepEqual([lines(before)[0], lines(before).at(-1), before.hasEarlier, before.hasLater], ["line 42", "line 140", true, true]);
  await pass(2 * HOUR, heron, reed);
  await eventually("it is gone", async () => !lines((await heron.conversations.exported(id)).view).includes("line 60"));
  const after = await heron.conversations.loadBackTo(id, at("line 61"));
  assert.deepEqual([lines(after)[0], lines(after).at(-1), after.hasEarlier, after.hasLater], ["line 61", "line 140", true, true]);
  assert.equal(lines(await heron.conversations.loadEarlier(id))[0], "line 1");

  await heron.conversations.loadBackTo(id, at("line 1"));
  await heron.conversations.forget(id, "here");
  await eventually("it is forgotten", async () => (await heron.conversations.exported(id)).view.items.length === 1);
  const left = await heron.conversations.loadLater(id);
  assert.deepEqual([left.items.map(({ kind }) => kind), left.hasEarlier, left.hasLater], [["notice"], false, false]);
  await reed.conversations.send(id, "afterwards");
  await heron.until(id, says("afterwards"));
  for (const device of [heron, reed]) await device.close();
});

test("after a forgetting no kept state opens what was said before: a new epoch, another reserve, no old checkpoint", async () => {
  const { id, client, practitioner, server, heron, reed, pass } = await talking();
  const reserve = practitioner.vault.read().reserve?.deviceId;
  const epochBefore = server.streams.get(id)!.stream.epoch;
  await heron.conversations.setRetention(id, 7);
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  await pass(9 * DAY, heron, reed);
  await reed.until(id, saysNot("kettle"));
  await eventually("an epoch began", () => server.streams.get(id)!.stream.epoch > epochBefore);
  await eventually("another reserve", () => practitioner.vault.read().reserve?.deviceId !== reserve);
  await eventually("one checkpoint each", () => [client, practitioner].every((party) => Object.keys(party.vault.read().historyKeys?.[id] ?? {}).filter((lane) => lane.startsWith("c")).length === 1));
  const view = await heron.until(id, (each) => each.intake !== undefined);
  assert.equal(view.intake?.reason, "", "the request goes as well");
  assert.equal(view.intake?.consent.version, 1, "that it was agreed to stays");
  assert.equal(view.summary.state, "open");
  await eventually("the server has the ciphertext of neither words nor request", () => server.streams.get(id)!.records.every((r) => r.seq !== 3n || r.ciphertext.length === 0));
  for (const device of [heron, reed]) await device.close();
});

test("retention shortens what is there already, and a longer one brings nothing back", async () => {
  const { id, server, heron, reed, pass } = await talking();
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  await reed.conversations.setRetention(id, 30);
  await heron.until(id, (view) => view.keeping.days === 30);
  await pass(5 * DAY, heron, reed);
  await heron.conversations.setRetention(id, 10);
  await reed.until(id, (view) => view.keeping.days === 10);
  await reed.conversations.setRetention(id, 60);
  await heron.until(id, (view) => view.keeping.days === 60);
  assert.ok(says("kettle")(await heron.until(id, says("kettle"))));
  await pass(6 * DAY, heron, reed);
  for (const device of [heron, reed]) assert.deepEqual(alarms(await device.until(id, saysNot("kettle"))), []);
  await assert.rejects(heron.conversations.setRetention(id, 10.5), { code: "retention_out_of_bounds" });
  server.practice = { ...server.practice, retentionShortest: 5, retentionLongest: 100 };
  for (const days of [0, 4, 101]) await assert.rejects(heron.conversations.setRetention(id, days), { code: "retention_out_of_bounds" });
  await assert.rejects(heron.conversations.setDisappearing(id, 17), { code: "disappear_invalid" });
  for (const device of [heron, reed]) await device.close();
});

test("who forgets a conversation for their account forgets it on every device; the other side keeps it until it agrees", async () => {
  const { id, client, server, heron, reed } = await talking();
  const phone = createMemoryStore();
  const other = await client.device(phone);
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  await other.until(id, says("kettle"));
  await heron.conversations.star(id, (await heron.until(id, says("kettle"))).items.findLast((item) => item.kind === "message")!.id, true);
  await heron.conversations.forget(id, "both");
  const forgot = (view: ConversationView): boolean => saysNot("kettle")(view) && view.items.some((item) => item.kind === "notice" && item.notice.type === "forgotten");
  // As the server tells it: the vault has changed.
  await eventually("the account forgot it", () => (client.vault.read().forgotten?.[id] ?? 0) > 0);
  other.goOnline();
  for (const device of [heron, other]) {
    const view = await device.until(id, forgot);
    assert.deepEqual(alarms(view), []);
    assert.equal(view.summary.state, "open", "it goes on");
    assert.equal(view.intake?.consent.version, 1);
    await eventually("nothing on the device", async () => !(await holds(device.store, "kettle")) && !(await holds(device.store, "sleepless")));
  }
  assert.deepEqual(await heron.conversations.starred(), []);
  const asked = await reed.until(id, (view) => view.items.some((item) => item.kind === "notice" && item.notice.type === "forget-asked" && item.notice.open));
  assert.ok(says("kettle")(asked), "the other side was asked, no more");
  const head = server.streams.get(id)!.stream.headSeq;
  assert.ok(ciphertexts(server, id) > 0 && head > 0n);

  await reed.conversations.forget(id, "both");
  await reed.until(id, forgot);
  await heron.until(id, (view) => view.items.some((item) => item.kind === "notice" && item.notice.type === "forgotten" && !item.notice.mine));
  await eventually("the ciphertext is gone", () => server.streams.get(id)!.records.filter((r) => r.seq <= 5n && r.kind === RecordKind.MESSAGE).every((r) => r.ciphertext.length === 0));
  // The history of both accounts is gone but for what came after.
  const late = await client.device();
  const view = await late.until(id, forgot);
  assert.deepEqual(alarms(view), []);
  assert.equal(view.summary.state, "open");
  await late.conversations.send(id, "afterwards");
  await reed.until(id, says("afterwards"));
  for (const device of [heron, reed, other, late]) await device.close();
});

test("two devices that forget at once, one of them closed in between, agree", async () => {
  const { id, client, heron, reed } = await talking();
  const store = createMemoryStore();
  const other = await client.device(store);
  await reed.conversations.send(id, "kettle");
  await other.until(id, says("kettle"));
  await heron.until(id, says("kettle"));
  await Promise.all([heron.conversations.forget(id, "account"), other.conversations.forget(id, "account")]);
  await other.close();
  await reed.conversations.send(id, "afterwards");
  const again = await client.device(store);
  for (const device of [heron, again]) {
    const view = await device.until(id, says("afterwards"));
    assert.deepEqual(alarms(view), []);
    assert.ok(saysNot("kettle")(view));
  }
  for (const device of [heron, again, reed]) await device.close();
});

test("a forgetting that the connection broke off is finished once it is back", async () => {
  const { server, id, client, heron, reed } = await talking();
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  const history = client.vault.read().historyStream;
  let refused = 0;
  server.beforeAppend = (stream) => {
    if (stream === history && client.vault.read().forgotten?.[id] && refused < 3) {
      refused++;
      throw new CoreError("unavailable");
    }
  };
  await heron.conversations.forget(id, "account");
  await eventually("it was broken off", () => refused === 3);
  heron.goOnline();
  const before = server.streams.get(history)!.stream.headSeq;
  await eventually("the account's history of it is gone", () => server.streams.get(history)!.records.filter((r) => r.seq <= before).every((r) => r.ciphertext.length === 0));
  const late = await client.device();
  const view = await late.until(id, (each) => each.items.some((item) => item.kind === "notice" && item.notice.type === "forgotten"));
  assert.ok(saysNot("kettle")(view));
  for (const device of [heron, reed, late]) await device.close();
});

for (const arrived of [false, true]) test(`what waited to change forgotten words raises no alarm at the other side${arrived ? ", though it had arrived already" : ""}`, async () => {
  const { server, id, heron, reed } = await talking();
  await heron.conversations.send(id, "kettle");
  await reed.until(id, says("kettle"));
  const { id: message } = (await heron.until(id, says("kettle"))).items.findLast((item) => item.kind === "message")!;
  let lost = 0;
  const lose = (): void => {
    lost++;
    throw new CoreError("offline");
  };
  if (arrived) server.afterAppend = lose;
  else server.beforeAppend = lose;
  await heron.conversations.edit(id, message, "lantern");
  await eventually("it was tried", () => lost > 0);
  await heron.conversations.forget(id, "here");
  server.beforeAppend = () => undefined;
  server.afterAppend = () => undefined;
  heron.goOnline();
  await heron.conversations.send(id, "afterwards");
  await heron.conversations.send(id, "and more");
  assert.deepEqual(alarms(await reed.until(id, says("and more"))), []);
  assert.deepEqual(alarms(await heron.until(id, says("and more"))), []);
  for (const device of [heron, reed]) await device.close();
});

test("a device that came in while another one's forgetting was interrupted shows what was said since, once that is written", async () => {
  const { server, id, client, heron, reed } = await talking();
  await reed.conversations.send(id, "kettle");
  await heron.until(id, says("kettle"));
  const { historyStream } = client.vault.read();
  server.beforeAppend = (stream) => {
    if (stream === historyStream) throw new CoreError("offline");
  };
  await heron.conversations.forget(id, "account");
  await eventually("the keys of the history are gone", () => (client.vault.read().forgotten?.[id] ?? 0) > 0);
  await reed.conversations.send(id, "lantern");
  await heron.until(id, says("lantern"));
  const late = await client.device();
  const unreadable = (view: ConversationView): boolean => view.items.some((item) => item.kind === "notice" && item.notice.type === "unreadable");
  assert.ok(unreadable(await late.until(id, (view) => view.canWrite && saysNot("lantern")(view))), "with no keys left and nothing written it cannot be read");
  server.beforeAppend = () => undefined;
  heron.goOnline();
  const view = await late.until(id, says("lantern"));
  assert.ok(!unreadable(view) && saysNot("kettle")(view));
  await eventually("nothing stays that says otherwise", async () => (await late.store.list("")).every(([name]) => !name.endsWith("-unreadable")));
  for (const device of [heron, reed, late]) await device.close();
});

test("what was forgotten in one browser does not come back to it out of the account's history", async () => {
  const { server, id, client, heron, reed } = await talking();
  await reed.conversations.send(id, "kettle");
  await heron.until(id, says("kettle"));
  const written = (): number => server.streams.get(client.vault.read().historyStream)!.records.length;
  await eventually("it is in the history", () => written() > 0 && heron.store.list("history/waiting").then((waiting) => waiting.length === 0));
  await heron.conversations.forget(id, "here");
  await heron.close();
  assert.ok(!(await holds(heron.store, "kettle")));
  const again = await client.device(heron.store);
  await reed.conversations.send(id, "lantern");
  await again.until(id, says("lantern"));
  assert.ok(!(await holds(again.store, "kettle")));
  for (const device of [reed, again]) await device.close();
});

test("a device that an earlier version left behind goes on where it stood", async () => {
  const { id, client, heron, reed } = await talking();
  await reed.conversations.send(id, "kettle");
  await heron.until(id, says("kettle"));
  await heron.close();
  const { group, ...standing } = decodeStanding((await heron.store.get(`conversation/${id}/standing`))!);
  const before = JSON.stringify({ ...standing, group: toBase64url(serializeGroup(group)) });
  await heron.store.put([[`conversation/${id}/standing`, utf8(before)]]);
  const again = await client.device(heron.store);
  await reed.conversations.send(id, "lantern");
  const view = await again.until(id, says("lantern"));
  assert.ok(says("kettle")(view));
  assert.deepEqual(alarms(view), []);
  for (const device of [reed, again]) await device.close();
});

test("what waits without connection has its time from when it is sent", async () => {
  const { server, id, heron, reed, pass } = await talking();
  await heron.conversations.setDisappearing(id, 3_600);
  await reed.until(id, (view) => view.keeping.seconds === 3_600);
  let online = false;
  let attempts = 0;
  server.beforeAppend = (stream) => {
    if (stream === id) attempts++;
    if (!online) throw new CoreError("offline");
  };
  await heron.conversations.send(id, "kettle");
  await eventually("it was tried", () => attempts > 0);
  await pass(5 * HOUR, heron, reed);
  online = true;
  heron.goOnline();
  const view = await reed.until(id, says("kettle"));
  assert.deepEqual(alarms(view), []);
  for (const device of [heron, reed]) await device.close();
});

test("ciphertext that is missing where nothing was due, or says it was something else, is a security event", async () => {
  const { server, id, client, heron, reed } = await talking();
  await reed.conversations.send(id, "kettle");
  await heron.until(id, says("kettle"));
  const victim = server.streams.get(id)!.records.findLast((r) => r.kind === RecordKind.MESSAGE && r.ciphertext.length > 0)!;
  // A device of the client that was away: it knew everything up to here.
  await heron.close();
  await reed.conversations.send(id, "hidden by the server");
  await eventually("it is there", () => server.streams.get(id)!.stream.headSeq > victim.seq);
  server.tamper = (records, reader) => (reader !== client.accountId ? records : records.map((r) =>
    r.seq > victim.seq && r.kind === RecordKind.MESSAGE && r.epoch > 0n ? { ...r, ciphertext: new Uint8Array(), forgottenSha256: sha256(r.ciphertext) } : r));
  const again = await client.device(heron.store);
  const early = await again.until(id, (view) => alarms(view).length > 0);
  assert.ok(alarms(early).some((item) => item.kind === "security" && item.event.code === "forgotten-early"));
  // The same record with another hash than it had.
  server.tamper = (records, reader) => (reader !== client.accountId ? records : records.map((r) =>
    r.seq === victim.seq ? { ...r, ciphertext: new Uint8Array(), forgottenSha256: fromHex(toHex(sha256(r.ciphertext)).replace(/^../, "ff")) } : r));
  for (const device of [again, reed]) await device.close();
});
