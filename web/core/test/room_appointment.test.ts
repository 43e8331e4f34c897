/** A room whose moderators are gone: the practice appoints one, and each member is asked before anything follows from it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewRoom, RoomView } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { ClosableCore } from "../core.ts";
import { generateSigningKey } from "../device_credential.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { ROOM_SUITE } from "../mls.ts";
import { encodeFace } from "../room/face.ts";
import { lawlessExternal } from "./lawless.ts";
import { newAccount, newDevice } from "./mls_parties.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import { alarms, createScene, texts } from "./room_people.ts";
import { eventually } from "./patience.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
withPractice((opened) => {
  practice = opened;
});

const evenings: NewRoom = { title: "Evenings", purpose: "", rules: "", language: "en", days: 7, listed: false, questions: [{ label: "What helps you?", required: false }] };

async function until(core: ClosableCore, id: string, what: string, condition: (view: RoomView) => boolean): Promise<RoomView> {
  const look = async (): Promise<RoomView | undefined> => (await core.rooms()).find((room) => room.id === id);
  await eventually(what, async () => {
    const view = await look();
    return view !== undefined && condition(view);
  }).catch(async (error: unknown) => {
    throw new Error(`${what}: ${JSON.stringify({ ...(await look()), face: 0 }).slice(0, 2_000)}`, { cause: error });
  });
  return (await look())!;
}
const names = ({ people }: RoomView): string => people.map(({ name }) => name).toSorted().join();

test("the practice appoints a moderator: who agrees goes on with them, who does not is not told of", async () => {
  const former = await practice.colleague("Dr Gone");
  const id = await former.createRoom(evenings);
  const key = await former.roomLinkKey(id);
  const come = async (name: string): Promise<ClosableCore> => {
    const core = practice.browser();
    await core.signUp({ pseudonym: `${name} of the woods`, passphrase: PASSPHRASE });
    await core.askEntry(id, { name, answers: [`${name} takes a walk`] }, key);
    const [asking] = await former.roomDoor(id);
    await former.admit(id, [asking!.handle]);
    return core;
  };
  const [fox, hare, wren, owl] = [await come("Fox"), await come("Hare"), await come("Wren"), await come("Owl")];
  for (const each of [fox, hare, wren, owl]) await until(each, id, "all are in", ({ people }) => people.length === 5);
  await former.setConduct(id, { welcome: "Welcome" });
  await former.mute(id, (await until(fox, id, "led", ({ conduct }) => conduct.welcome !== "")).people.find(({ name }) => name === "Hare")!.id, true);
  await fox.sayInRoom(id, "among us");
  await until(wren, id, "said", (view) => view.items.some((item) => item.kind === "message" && item.text === "among us"));
  await former.deleteAccount(PASSPHRASE);
  await until(fox, id, "nobody leads it", ({ closed }) => closed);

  const next = await practice.colleague("Dr Next");
  const { accountId: nextId } = await next.putOwnProfile({ displayName: "Dr Next", profession: "Psychologist", registrationBody: "Chamber", registrationNumber: "2", modality: "", languages: ["en"], specialities: [], about: "", accepting: true });
  await assert.rejects(next.appointModerator(id, nextId), { code: "not_allowed" });
  await assert.rejects(next.takeUpRoom(id, key), { code: "moderators_only" });
  await practice.steward.core.appointModerator(id, nextId);
  assert.equal((await next.lookAtRoom(id, key)).appointed, true);
  await next.takeUpRoom(id, key);
  assert.equal((await next.lookAtRoom(id, key)).appointed, false);

  // Each is asked, and until they agreed nothing reaches them.
  await next.sayInRoom(id, "good evening, I am new");
  for (const each of [fox, hare, wren, owl]) {
    const asked = await until(each, id, "asked", ({ appointed }) => appointed !== undefined);
    assert.deepEqual([asked.appointed, asked.silence, names(asked)], [{ accountId: nextId, displayName: "Dr Next" }, "asked", "Dr Gone,Fox,Hare,Owl,Wren"]);
    await assert.rejects(each.sayInRoom(id, "too early"), { code: "room_asks_first" });
    assert.ok(!asked.items.some((item) => item.kind === "message" && item.text.startsWith("good evening")));
  }
  const first = await until(next, id, "leads", ({ moderates, unanswered }) => moderates && unanswered === 4);
  assert.equal(names(first), "Dr Next");

  await fox.acceptModerator(id, true);
  await hare.acceptModerator(id, false);
  const led = await until(next, id, "two agreed", ({ people }) => people.length === 3);
  assert.deepEqual([names(led), led.unanswered], ["Dr Next,Fox,Hare", 2]);
  for (const each of [fox, hare]) {
    const view = await until(each, id, "goes on", ({ items, people }) => items.some((item) => item.kind === "message" && item.text === "good evening, I am new") && !people.some(({ name }) => name === "Dr Gone"));
    assert.ok(view.items.some((item) => item.kind === "appointed" && item.name === "Dr Next"));
    assert.deepEqual([view.silence, view.conduct.welcome, view.face.moderators.map(({ displayName }) => displayName).join()], [undefined, "", "Dr Next"]);
  }
  await hare.sayInRoom(id, "hello");
  const heard = await until(next, id, "the hare is heard", ({ items }) => items.some((item) => item.kind === "message" && item.text === "hello" && item.name === "Hare"));
  // What was said before is not the new moderator's, nor what was told the former one.
  assert.ok(!JSON.stringify(heard.items).includes("among us"));
  const person = (name: string): string => heard.people.find((each) => each.name === name)!.id;
  assert.deepEqual((await next.openRoomCard(id, person("Fox"))).map(({ answer }) => answer), ["Fox takes a walk"]);
  assert.deepEqual(await next.openRoomCard(id, person("Hare")), []);
  assert.deepEqual((await hare.ownRoomCard(id)).answers.map(({ answer }) => answer), ["Hare takes a walk"], "it is the hare's all the same");

  await wren.leaveRoom(id);
  assert.deepEqual(await wren.rooms(), []);
  await next.goOnWithout(id);
  await until(next, id, "all are known", ({ unanswered }) => unanswered === 0);
  await fox.sayInRoom(id, "just us");
  await until(hare, id, "heard", ({ items }) => items.some((item) => item.kind === "message" && item.text === "just us"));
  await until(owl, id, "out", ({ inside }) => !inside);
  for (const each of [next, fox, hare]) {
    const view = await until(each, id, "three", ({ people }) => people.length === 3);
    assert.deepEqual(view.items.filter(({ kind }) => kind === "security"), []);
  }
  // Who did not answer may ask, as anybody may.
  await owl.leaveRoom(id);
  await owl.askEntry(id, { name: "Owl", answers: [""] }, key);
  const [asking] = await next.roomDoor(id);
  await next.admit(id, [asking!.handle]);
  await until(owl, id, "in again", ({ inside, people }) => inside && people.length === 4);
});

test("whoever the server puts forward is asked about, and without a word that names them refused", async (t) => {
  const { server, id, lead, moon, fern, wren, all, says } = await createScene(t);
  const account = newAccount();
  const stranger = await newDevice(account);
  const { epoch, groupInfo } = { epoch: server.streams.get(id)!.stream.epoch, groupInfo: server.streams.get(id)!.groupInfo };
  const join = async (): Promise<void> => server.inject(id, { kind: RecordKind.COMMIT, epoch, ciphertext: await lawlessExternal(stranger, groupInfo, undefined, ROOM_SUITE) });
  await join();
  for (const each of all) assert.deepEqual(alarms(await each.until(id, "refused", (view) => alarms(view).length > 0)), ["unauthorised-commit"]);
  await says(lead, "on it goes");

  const room = server.rooms.faces.get(id)!;
  const { face } = await lead.look(id);
  const identityKey = toHex(account.identity.publicKey);
  const { publicKey, privateKey } = generateSigningKey();
  const named = { ...face, moderators: [{ accountId: toHex(account.accountId), displayName: "Dr False", identityKey, recipient: face.moderators[0]!.recipient }] };
  // By somebody else's signature it names nobody.
  server.rooms.faces.set(id, { ...room, face: await encodeFace(id, named, { privateKey, publicKey }) });
  await join();
  for (const each of all) await each.until(id, "refused again", (view) => alarms(view).length === 2);
  server.rooms.faces.set(id, { ...room, face: await encodeFace(id, named, { privateKey: account.identity.privateKey, publicKey: fromHex(identityKey) }) });
  // In the place of another it is refused in any case.
  server.inject(id, { kind: RecordKind.COMMIT, epoch, ciphertext: await lawlessExternal(stranger, groupInfo, () => true, ROOM_SUITE) });
  for (const each of all) await each.until(id, "refused once more", (view) => alarms(view).length === 3 && view.appointed === undefined);
  await join();
  for (const each of all) {
    const view = await each.until(id, "asked", ({ appointed }) => appointed !== undefined);
    assert.deepEqual([view.people.length, view.appointed?.displayName], [4, "Dr False"]);
  }
  // Nobody says anything to a group they did not agree to, and it is asked again after a start.
  await assert.rejects(moon.rooms.sayInRoom(id, "no"), { code: "room_asks_first" });
  moon.goOnline();
  assert.ok((await moon.look(id)).appointed);
  await fern.rooms.leaveRoom(id);
  assert.deepEqual(await fern.rooms.rooms(), []);
  for (const each of [lead, moon, wren]) assert.ok(!texts(await each.look(id)).includes("no"));
});
