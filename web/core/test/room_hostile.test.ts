/**
 * Rooms on a server that is hostile, and with a member whose software keeps no
 * rules: what they do to who is in, to what was said and to who leads is refused
 * by everybody else, said, and does not keep the others from going on.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { fromBase64url, fromUtf8, randomBytes, toHex } from "../bytes.ts";
import { accountIdOf, generateSigningKey } from "../device_credential.ts";
import { CoreError } from "../errors.ts";
import { type Record as WireRecord, RecordKind, StreamRole, StreamSchema } from "../gen/alcove/v1/stream_pb.ts";
import { accountLabel, accountValue } from "../keylog/labels.ts";
import { addMembers, epoch, generateKeyPackages, members, MlsRefusal, process, removeMembers, ROOM_SUITE, roomPolicy, updateOwnKeys } from "../mls.ts";
import { encodeFace } from "../room/face.ts";
import { generateSealingKey } from "../sealed.ts";
import { lawlessExternal, lawlessProposal } from "./lawless.ts";
import { newAccount, newDevice } from "./mls_parties.ts";
import { until } from "./patience.ts";
import { alarms, createScene, personOf, type DoubleDevice, type RoomScene, takeOver, texts } from "./room_people.ts";

/** Each of them says that these were refused and nothing else, nobody came or went by it, and all go on. */
async function refused({ id, says, lead }: RoomScene, by: readonly DoubleDevice[], codes: readonly string[], people = 4): Promise<void> {
  for (const each of by) {
    const view = await each.until(id, `it is told: ${codes.join(", ")}`, (now) => alarms(now).length >= codes.length);
    assert.deepEqual(alarms(view), codes);
    assert.equal(view.people.length, people);
  }
  await says(lead, `and on it goes ${toHex(randomBytes(4))}`, by);
  for (const each of by) assert.deepEqual(alarms(await each.look(id)), codes, "and no more than that");
}

const recordsOf = ({ server, id }: RoomScene): readonly WireRecord[] => server.streams.get(id)!.records;
const groupInfoOf = ({ server, id }: RoomScene): Uint8Array => server.streams.get(id)!.groupInfo;
const leaders = (scene: RoomScene) => roomPolicy(new Set([scene.lead.party.accountId]));

/** Alters what one of them is given as it comes, and nothing of what they ask for. */
function intercept({ server }: RoomScene, { party }: DoubleDevice, change: (record: WireRecord) => readonly WireRecord[]): void {
  server.tamper = (records, reader) => (reader === party.accountId ? records.flatMap(change) : records);
}

test("nobody is added but by who leads: not by the server, a member, or a stranger", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren } = scene;
  const others = [lead, fern, wren];
  const inside = await takeOver(server, moon, id);
  moon.close();
  server.inject(id, { kind: RecordKind.COMMIT, epoch: epoch(inside.group), ciphertext: randomBytes(700) });
  await refused(scene, others, ["altered-record"]);
  const strange = await newDevice(newAccount());
  const [keyPackage] = await generateKeyPackages(strange, 1, false, ROOM_SUITE);
  const commits = [
    (await addMembers(inside.group, inside.device, [keyPackage!.publicMessage])).commit,
    (await updateOwnKeys(inside.group)).commit,
    await lawlessExternal(strange, groupInfoOf(scene), undefined, ROOM_SUITE),
    // In the place of who leads.
    await lawlessExternal(strange, groupInfoOf(scene), (key) => toHex(key) === toHex(members(inside.group)[0]!.signatureKey), ROOM_SUITE),
    await lawlessProposal(inside.group, false, { proposalType: "remove", remove: { removed: 0 } }, ROOM_SUITE),
  ];
  const told = ["altered-record"];
  for (const commit of commits) {
    inside.commit(commit);
    told.push("unauthorised-commit");
    await refused(scene, others, told);
  }
  // Named among the members by the server they are given everything, and can read nothing.
  const stranger = await scene.stranger("Stranger");
  const { stream } = server.streams.get(id)!;
  stream.members = [...stream.members, { ...stream.members[1]!, accountId: Buffer.from(stranger.party.accountId, "hex") }];
  stranger.goOnline();
  await refused(scene, others, told);
  assert.deepEqual(await stranger.rooms.rooms(), []);
});

test("nobody is removed by another member, and whom the server gives nothing any more is still among those who are in", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren } = scene;
  const inside = await takeOver(server, moon, id);
  moon.close();
  const ferns = await personOf(fern, id);
  const leaf = members(inside.group).find(({ accountId }) => toHex(accountId) === ferns)!.leaf;
  inside.commit((await removeMembers(inside.group, [leaf])).commit);
  await refused(scene, [lead, fern, wren], ["unauthorised-commit"]);
  assert.ok((await fern.look(id)).inside);
  server.tamper = (records, reader) => (reader === fern.party.accountId ? [] : records);
  await refused(scene, [lead, wren], ["unauthorised-commit"]);
  // What was kept from them they miss as soon as anything comes, and have all of it once it is given.
  server.tamper = (records) => records;
  await refused(scene, [lead, fern, wren], ["unauthorised-commit"]);
});

test("who was removed reads nothing of what follows, says nothing, and does not come in again, though the server goes on serving them", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren, says } = scene;
  const others = [lead, fern, wren];
  server.rooms.lawless = true;
  const before = await takeOver(server, moon, id);
  const from = recordsOf(scene).length;
  await lead.rooms.removeFromRoom(id, await personOf(moon, id), false);
  await moon.until(id, "Moon is out", ({ inside }) => !inside);
  await says(lead, "among us", others);
  await says(fern, "good that we can talk", others);
  moon.goOnline();
  await says(wren, "yes", others);
  assert.ok(!texts(await moon.look(id)).some((text) => ["among us", "good that we can talk", "yes"].includes(text)));
  // With the keys from before, and software that does not take the removal either.
  const after = recordsOf(scene).slice(from).filter(({ kind }) => kind === RecordKind.MESSAGE);
  assert.ok(after.length >= 4, "the roster and what was said");
  for (const { ciphertext } of after) await assert.rejects(process(before.group, ciphertext, leaders(scene)), MlsRefusal);
  await refused(scene, others, [], 3);

  await before.send({ type: "message", text: "I am still here" });
  await refused(scene, others, ["wrong-epoch"], 3);
  const { epoch: now } = server.streams.get(id)!.stream;
  server.inject(id, { kind: RecordKind.MESSAGE, epoch: now, ...(await before.payload({ type: "message", text: "I am still here" })) });
  await refused(scene, others, ["wrong-epoch", "wrong-epoch"], 3);
  server.inject(id, { kind: RecordKind.COMMIT, epoch: now, ciphertext: await lawlessExternal(before.device, groupInfoOf(scene), undefined, ROOM_SUITE) });
  await refused(scene, others, ["wrong-epoch", "wrong-epoch", "unauthorised-commit"], 3);
  for (const each of others) assert.ok(!texts(await each.look(id)).includes("I am still here"));
});

test("who comes in reads nothing of what came before, though the server shows it to them", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, says, stranger, letIn } = scene;
  await says(lead, "before anybody else came");
  const before = recordsOf(scene).filter(({ kind }) => kind === RecordKind.MESSAGE).map(({ ciphertext }) => ciphertext);
  server.rooms.lawless = true;
  const late = await stranger("Late");
  await letIn(late, "Lantern");
  assert.deepEqual(texts(await late.look(id)), []);
  const lates = await takeOver(server, late, id);
  for (const ciphertext of before) await assert.rejects(process(lates.group, ciphertext, leaders(scene)), MlsRefusal);
  await says(lead, "welcome, Lantern", [...scene.all, late]);
  assert.deepEqual(texts(await late.look(id)), ["welcome, Lantern"]);
  for (const each of [...scene.all, late]) assert.deepEqual(alarms(await each.look(id)), []);
});

test("what is given twice, in another order, or under another's name is noticed", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren, says } = scene;
  // Twice, to all.
  await says(fern, "once");
  const once = recordsOf(scene).at(-1)!;
  server.inject(id, { kind: RecordKind.MESSAGE, epoch: once.epoch, ciphertext: once.ciphertext });
  await refused(scene, scene.all, ["replayed-record"]);
  for (const each of scene.all) assert.equal(texts(await each.look(id)).filter((text) => text === "once").length, 1);

  // Two in the other order, to one of them.
  const held: WireRecord[] = [];
  intercept(scene, wren, (record) => {
    held.push(record);
    const [first, second] = held;
    if (!first || !second) return [];
    held.splice(0);
    return [{ ...second, seq: first.seq }, { ...first, seq: second.seq }];
  });
  await says(fern, "first", [lead, moon, fern]);
  await says(moon, "second", [lead, moon, fern]);
  await wren.until(id, "the order is the server's", (view) => texts(view).slice(-2).join() === "second,first");
  server.tamper = (records) => records;
  await says(lead, "third");
  assert.deepEqual([...new Set(alarms(await wren.look(id)))], ["replayed-record", "reordered-record"]);
  for (const each of [lead, moon, fern]) assert.deepEqual(alarms(await each.look(id)), ["replayed-record"]);
});

test("what is kept from one of them is missed: words, commits, and what the server calls something else", async (t) => {
  const scene = await createScene(t);
  const { id, lead, moon, fern, wren, says } = scene;
  const others = [lead, moon, fern];
  // Left out so that the numbers have no gap.
  let behind = 0n;
  intercept(scene, wren, (record) => {
    if (behind > 0n) return [{ ...record, seq: record.seq - behind }];
    behind = 1n;
    return [];
  });
  await says(fern, "not for Wren", others);
  await says(fern, "and this", others);
  await wren.until(id, "it is missed", (view) => alarms(view).includes("missing-record") && alarms(view).includes("reordered-record"));

  // Left out with its number: asked for, and not given.
  const words = await createScene(t);
  intercept(words, words.wren, (record) => (record.kind === RecordKind.COMMIT ? [] : [record]));
  const late = await words.stranger("Late");
  await words.letIn(late, "Lantern");
  await words.says(words.lead, "welcome", [words.lead, words.moon, words.fern, late]);
  const kept = await words.wren.until(words.id, "a commit is missed", (view) => alarms(view).includes("missing-record"));
  assert.ok(!texts(kept).includes("welcome") && kept.people.length === 4);
  words.server.tamper = (records) => records;
  words.wren.goOnline();
  const whole = await words.wren.until(words.id, "all of it is there once it is given", (view) => texts(view).includes("welcome"));
  assert.equal(whole.people.length, 5);
  await words.says(words.wren, "there you are", [...words.all, late]);

  // Called a Welcome, which a member passes over.
  intercept(words, words.moon, (record) => [{ ...record, kind: RecordKind.WELCOME }]);
  await words.says(words.fern, "hidden from Moon", [words.lead, words.fern, words.wren]);
  await words.moon.until(words.id, "it is told", (view) => alarms(view).includes("altered-record"));
});

test("another's words under the key of one's own are not taken for one's own", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren } = scene;
  const inside = await takeOver(server, fern, id);
  fern.close();
  server.beforeAppend = () => {
    throw new CoreError("offline");
  };
  await wren.rooms.sayInRoom(id, "mine");
  const key = await until(async () => {
    const [waiting] = await wren.store.list(`room/${id}/waiting/`);
    return (JSON.parse(fromUtf8(waiting![1])) as { wire?: { key: string } }).wire?.key ?? "";
  }, (made) => made !== "");
  server.inject(id, { kind: RecordKind.MESSAGE, epoch: epoch(inside.group), idempotencyKey: fromBase64url(key), ...(await inside.payload({ type: "message", text: "Fern's" })) });
  const view = await wren.until(id, "Fern's words are Fern's", (now) => texts(now).includes("Fern's"));
  assert.ok(!texts(view).includes("mine"), "and Wren's are not sent");
  for (const each of [lead, moon]) await each.until(id, "Fern's words", (now) => texts(now).includes("Fern's"));
});

test("another face than the one that was read is not told an intake card, and who came in keeps to the one they chose", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, stranger } = scene;
  const other = await stranger("Late");
  const { face } = await other.rooms.lookAtRoom(id);
  const impostor = generateSigningKey();
  const accountId = toHex(accountIdOf(impostor.publicKey));
  const swapped = { ...face, moderators: [{ accountId, displayName: "Dr Reed", identityKey: toHex(impostor.publicKey), recipient: face.moderators[0]!.recipient }] };
  const honest = server.rooms.faces.get(id)!;
  server.rooms.faces.set(id, { ...honest, face: await encodeFace(id, swapped, impostor) });
  await assert.rejects(other.rooms.askEntry(id, { name: "Lantern", answers: [] }), { code: "room_face_changed" });
  assert.deepEqual(await lead.rooms.roomDoor(id), []);
  // Who reads it sees who leads there.
  assert.equal((await other.rooms.lookAtRoom(id)).face.moderators[0]?.accountId, accountId);
  moon.goOnline();
  await refused(scene, scene.all, []);
  assert.equal((await moon.look(id)).face.moderators[0]?.accountId, lead.party.accountId);
  const before = recordsOf(scene).length;
  server.inject(id, { kind: RecordKind.COMMIT, epoch: recordsOf(scene)[before - 1]!.epoch, ciphertext: await lawlessExternal(await newDevice({ identity: impostor, accountId: accountIdOf(impostor.publicKey) }), groupInfoOf(scene), undefined, ROOM_SUITE) });
  await refused(scene, scene.all, ["unauthorised-commit"]);
});

test("an intake card goes to nobody whom the key log does not know, nor under the name of somebody else who is listed", async (t) => {
  const { server, id, lead, stranger } = await createScene(t);
  const impostor = generateSigningKey();
  const accountId = accountIdOf(impostor.publicKey);
  const { recipient } = await generateSealingKey();
  const { face } = await lead.rooms.lookAtRoom(id);
  const led = async (displayName: string): Promise<void> => {
    const moderators = [{ accountId: toHex(accountId), displayName, identityKey: toHex(impostor.publicKey), recipient }];
    server.rooms.faces.set(id, { ...server.rooms.faces.get(id)!, face: await encodeFace(id, { ...face, moderators }, impostor) });
  };
  const ask = async (): Promise<void> => (await stranger("Late")).rooms.askEntry(id, { name: "Lantern", answers: [] });
  await led("Dr Reed");
  await assert.rejects(ask(), { code: "keylog_peer" });
  server.keylog.set(1, accountLabel(accountId), accountValue(impostor.publicKey, recipient));
  await assert.rejects(ask(), { code: "keylog_listed" });
  assert.deepEqual(await lead.rooms.roomDoor(id), []);
  await led("Dr Elm"); // who may be anybody, but stands in the log for good
  await ask();
});

test("whom the server alone calls a moderator leads nothing", async (t) => {
  const scene = await createScene(t);
  const { server, id, moon, fern } = scene;
  server.rooms.tell = (stream, reader) => (reader === moon.party.accountId ? create(StreamSchema, { ...stream, members: stream.members.map((each) => ({ ...each, role: StreamRole.MODERATOR })) }) : stream);
  moon.goOnline();
  await refused(scene, scene.all, []);
  assert.equal((await moon.look(id)).moderates, false);
  for (const call of [() => moon.rooms.mute(id, "00".repeat(16), true), () => moon.rooms.roomDoor(id), async () => moon.rooms.removeFromRoom(id, await personOf(fern, id), false)]) {
    await assert.rejects(call(), { code: "moderators_only" });
  }
});

test("another room's records are not this one's", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead } = scene;
  const other = await lead.rooms.createRoom({ title: "Mornings", purpose: "", rules: "", language: "en", days: 7, questions: [], listed: true });
  const guest = await scene.stranger("Guest");
  await guest.rooms.askEntry(other, { name: "Guest", answers: [] });
  const [asking] = await lead.rooms.roomDoor(other);
  await lead.rooms.admit(other, [asking!.handle]);
  await lead.rooms.sayInRoom(other, "only for the mornings");
  await guest.until(other, "it is said", (view) => texts(view).includes("only for the mornings"));
  for (const { kind, epoch: at, ciphertext } of server.streams.get(other)!.records.filter((each) => each.kind !== RecordKind.WELCOME)) server.inject(id, { kind, epoch: at, ciphertext });
  const now = server.streams.get(id)!.stream.epoch;
  const said = server.streams.get(other)!.records.at(-1)!;
  server.inject(id, { kind: RecordKind.MESSAGE, epoch: now, ciphertext: said.ciphertext });
  await refused(scene, scene.all, ["wrong-epoch", "wrong-epoch", "wrong-epoch", "altered-record"]);
  for (const each of scene.all) assert.ok(!texts(await each.look(id)).includes("only for the mornings"));
});

test("a member whose software keeps no rules names nobody, silences nobody and takes no words of others down", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren } = scene;
  const others = [lead, fern, wren];
  const [moons, ferns] = [await personOf(moon, id), await personOf(fern, id)];
  const inside = await takeOver(server, moon, id);
  moon.close();
  const view = await fern.look(id);
  const words = view.items.find((item) => item.kind === "message" && item.from === ferns)!;
  const told: string[] = [];
  const attempts: readonly (readonly [object, string])[] = [
    [{ type: "roster", people: view.people.map((each) => ({ ...each, moderates: each.id === moons })), conduct: view.conduct, hands: [], face: "00".repeat(32), chain: { n: 0, seq: 0, hash: "00".repeat(32) } }, "unauthorised-payload"],
    [{ type: "face", face: { ...view.face, title: "Mine" } }, "unauthorised-payload"],
    [{ type: "mute", member: ferns, on: true }, "unauthorised-payload"],
    [{ type: "mute", member: lead.party.accountId, on: true }, "unauthorised-payload"],
    [{ type: "hold", member: ferns, on: true }, "unauthorised-payload"],
    [{ type: "take-down", of: words.id }, "unauthorised-payload"],
    [{ type: "conduct", change: { help: true } }, "unauthorised-payload"],
    [{ type: "passed", of: "00".repeat(16), from: ferns, text: "never said" }, "unauthorised-payload"],
    [{ type: "message" }, "altered-record"],
    [{ type: "message", text: "x".repeat(16_001) }, "altered-record"],
    [{ type: "message", text: "counted twice", chain: { n: 1, seq: 0, hash: "00".repeat(32) } }, "replayed-record"],
    [{ type: "message", text: "from the future", chain: { n: 1_000, seq: 10_000, hash: "00".repeat(32) } }, "missing-record"],
  ];
  for (const [body, code] of attempts) {
    await inside.send(body);
    told.push(code);
    if (code === "missing-record") told.push("reordered-record");
    await refused(scene, others, told);
  }
  for (const each of others) {
    const now = await each.look(id);
    assert.deepEqual(now.people.map(({ moderates, muted }) => [moderates, muted]), [[true, false], [false, false], [false, false], [false, false]]);
    assert.ok(now.items.some((item) => item.id === words.id && item.kind === "message" && item.text !== "" && !item.takenDown));
  }
  // Whom who leads has muted says what they like, and nobody sees it.
  await lead.rooms.mute(id, moons, true);
  for (const each of others) await each.until(id, "Moon is muted", ({ people }) => people.some(({ muted }) => muted));
  await inside.send({ type: "message", text: "you cannot silence me", chain: { n: 1_001, seq: 0, hash: "00".repeat(32) } });
  await refused(scene, others, told);
  for (const each of others) assert.ok(!texts(await each.look(id)).includes("you cannot silence me"));
});

test("a commit that was given up leaves no gap that others would take for something kept from them", async (t) => {
  const scene = await createScene(t);
  const { id, lead, says } = scene;
  const late = await scene.stranger("Late");
  await late.rooms.askEntry(id, { name: "Lantern", answers: [] });
  const [asking] = await lead.rooms.roomDoor(id);
  await lead.rooms.setRoomClosed(id, true);
  await lead.until(id, "it is closed", ({ closed }) => closed);
  await assert.rejects(lead.rooms.admit(id, [asking!.handle]), { code: "stream_closed" });
  await lead.rooms.setRoomClosed(id, false);
  await lead.until(id, "it is open", ({ closed }) => !closed);
  await refused(scene, scene.all, []);
  await lead.rooms.admit(id, [asking!.handle]);
  await says(lead, "welcome", [...scene.all, late]);
  for (const each of scene.all) assert.deepEqual(alarms(await each.look(id)), []);
});

test("what a later version says is passed over, and nothing seems to be missing after it", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren } = scene;
  const inside = await takeOver(server, moon, id);
  moon.close();
  await inside.send({ type: "message", text: "before it" });
  await inside.send({ type: "dance", steps: 3 });
  await inside.send({ type: "message", text: "anew", v: 2 });
  await inside.send({ type: "message", text: "after it" });
  for (const each of [lead, fern, wren]) {
    const view = await each.until(id, "what follows is read", (now) => texts(now).includes("after it"));
    assert.deepEqual(texts(view).slice(-2), ["before it", "after it"]);
  }
  await refused(scene, [lead, fern, wren], []);
});
