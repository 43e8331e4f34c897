/** Members' leaves get other keys by their moderator's commits, in calm rooms and among people and servers who keep no rules. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Id } from "../api.ts";
import { fromHex, randomBytes, toBase64url, toHex } from "../bytes.ts";
import { decodeStanding } from "../conversation/standing.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { type Device, encryptionKey, generateDevice, generateKeyPackages, members, ownEncryptionKey, ROOM_SUITE } from "../mls.ts";
import { newAccount, newDevice } from "./mls_parties.ts";
import { alarms, createScene, openRooms, personOf, type RoomDevice, takeOver } from "./room_people.ts";
import { eventually } from "./patience.ts";

const groupOf = async ({ store }: RoomDevice, id: Id) => decodeStanding((await store.get(`room/${id}/standing`))!).group;
/** The encryption keys of the leaves, by person. */
async function keysSeenBy(device: RoomDevice, id: Id): Promise<ReadonlyMap<Id, string>> {
  const group = await groupOf(device, id);
  return new Map(members(group).map(({ accountId, leaf }) => [toHex(accountId), toHex(encryptionKey(group, leaf))]));
}
const asks = ({ rooms }: RoomDevice, id: Id): Promise<void> => rooms.renewKeys((each) => each === id, async () => undefined);

test("members' keys are replaced when a moderator is back; nothing is lost by it, nothing is seen of it, and nobody else's change", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren, all, says } = scene;
  const [moons, ferns] = [await personOf(moon, id), await personOf(fern, id)];
  lead.close();
  let before = await keysSeenBy(wren, id);
  const records = () => server.streams.get(id)!.records;
  const from = records().length;
  const asked = (n: number) => eventually("it is said", () => records().length === from + n);
  await asks(moon, id);
  await asked(1);
  // Somebody who is not in yet, by a key package that may have been copied at the door.
  const late = await scene.stranger("Late");
  await late.rooms.askEntry(id, { name: "Lantern", answers: [] });
  await asks(late, id);
  // Again on a later day, before anybody answered: then by other keys.
  await asks(moon, id);
  await asked(2);
  await asks(fern, id);
  await asked(3);
  for (const record of records().slice(from)) assert.ok(!server.news.has(record), "nobody is told by a notice");
  await says(moon, "is anybody there?", [moon, fern, wren]);

  const back = await openRooms(server, lead.party, lead.store);
  t.after(() => back.close());
  const now = [back, moon, fern, wren];
  const replaced = (who: readonly Id[]) => eventually("just these are replaced", async () => {
    const after = await keysSeenBy(wren, id);
    return [...before].every(([person, key]) => (after.get(person) !== key) === who.includes(person));
  });
  const leads = await personOf(back, id);
  await replaced([leads, moons, ferns]);
  assert.equal(records().slice(from).filter(({ kind }) => kind === RecordKind.COMMIT).length, 1, "both by one commit");
  for (const each of now) await says(each, `good evening again from ${await personOf(each, id)}`, now);
  // A room that is closed waits.
  before = await keysSeenBy(wren, id);
  await back.rooms.setRoomClosed(id, true);
  await wren.until(id, "it is closed", ({ closed }) => closed);
  await Promise.all([asks(wren, id), asks(back, id)]);
  await back.rooms.setRoomClosed(id, false);
  await replaced([leads, await personOf(wren, id)]);
  for (const each of [back, wren]) await says(each, `and again from ${await personOf(each, id)}`, now);
  for (const each of now) {
    const { items, people } = await each.look(id);
    assert.deepEqual(items.filter(({ kind }) => kind !== "message" && kind !== "came"), []);
    assert.equal(people.length, all.length);
    assert.equal(await each.store.get(`room/${id}/renewal`), undefined, "no private keys are left");
  }
  await back.rooms.admit(id, (await back.rooms.roomDoor(id)).map(({ handle }) => handle));
  await late.until(id, "Late is in", ({ inside, people }) => inside && people.length > all.length);
  const atFirst = (await keysSeenBy(late, id)).get(await personOf(late, id));
  await eventually("has other keys than at the door", async () => (await keysSeenBy(wren, id)).get(await personOf(late, id)) !== atFirst);
  assert.ok((await back.look(id)).attendance.every(({ names }) => !names.includes("Lantern")), "what devices do is nobody's being there");
  await says(late, "good evening", [...now, late]);
});

test("what a hostile member says of keys changes nobody's but their own, and keeps no others from theirs", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren, says } = scene;
  const moons = await personOf(moon, id);
  const inside = await takeOver(server, moon, id);
  const { identityPrivateKey, identityPublicKey } = moon.party.vault.read().rooms![id]!;
  moon.close();
  const before = await keysSeenBy(wren, id);
  const fresh = async (device: Device) => toBase64url((await generateKeyPackages(device, 1, false, ROOM_SUITE))[0]!.publicMessage);
  const { accountId, deviceId } = inside.device;
  const otherFace = await generateDevice({ accountId, deviceId, identityPrivateKey: fromHex(identityPrivateKey!), identityPublicKey: fromHex(identityPublicKey!) });
  const otherDevice = await generateDevice({ accountId, deviceId: randomBytes(16), identityPrivateKey: fromHex(identityPrivateKey!), identityPublicKey: fromHex(identityPublicKey!) });
  const own = toBase64url(ownEncryptionKey(inside.group));
  const others = toBase64url(fromHex(before.get(await personOf(wren, id))!));
  const from = server.streams.get(id)!.records.length;
  const commits = () => server.streams.get(id)!.records.slice(from).filter(({ kind }) => kind === RecordKind.COMMIT).length;
  const said = [
    { keyPackage: await fresh(inside.device), former: others },
    { keyPackage: await fresh(await newDevice(newAccount())), former: own },
    { keyPackage: await fresh(otherDevice), former: own },
    { keyPackage: toBase64url(randomBytes(300)), former: own },
    { keyPackage: await fresh(otherFace), former: own },
  ];
  for (const each of said) await inside.send({ type: "new-keys", ...each });
  // By one commit with that it would be spoiled.
  await asks(fern, id);
  const ferns = await personOf(fern, id);
  const isOther = async (person: Id, key: string | undefined) => (await keysSeenBy(lead, id)).get(person) !== key;
  await eventually("who asks by the rules has other keys", () => isOther(ferns, before.get(ferns)));
  await says(lead, "and on it goes", [lead, fern, wren]);
  const after = await keysSeenBy(wren, id);
  for (const [person, key] of before) if (person !== ferns && person !== await personOf(lead, id)) assert.equal(after.get(person), key);
  assert.equal(commits(), 1, "nothing was committed by what is not by the rules");
  assert.ok(after.has(moons));

  // Each time costs everybody a commit. Asked before it followed the last one, it would only have what it waits for.
  const followed = async (): Promise<string | undefined> => {
    const key = (await keysSeenBy(lead, id)).get(ferns);
    await eventually("it follows what it was given", async () => (await keysSeenBy(fern, id)).get(ferns) === key);
    return key;
  };
  for (let again = 2; again <= 3; again++) {
    const key = await followed();
    await asks(fern, id);
    await eventually("again", () => isOther(ferns, key));
  }
  const last = await followed();
  const wrens = await personOf(wren, id);
  const heard = server.streams.get(id)!.records.length;
  await asks(fern, id);
  await eventually("a fourth time is said", () => server.streams.get(id)!.records.length > heard);
  await asks(wren, id);
  await eventually("others' are replaced", () => isOther(wrens, before.get(wrens)));
  assert.ok(!(await isOther(ferns, last)), "theirs not more often than three times a day");
  for (const each of [lead, fern, wren]) assert.deepEqual(alarms(await each.look(id)), []);
});

test("a Welcome that the server keeps back is waited for, and one that it changed is no way in", async (t) => {
  const scene = await createScene(t);
  const { server, id, lead, moon, fern, wren, says } = scene;
  const [moons, ferns] = [await personOf(moon, id), await personOf(fern, id)];
  const before = await keysSeenBy(wren, id);
  const replaced = (person: Id) => eventually("the leaf is another", async () => (await keysSeenBy(wren, id)).get(person) !== before.get(person));
  server.tamper = (records, reader) => (reader === moon.party.accountId ? records.filter(({ kind }) => kind !== RecordKind.WELCOME) : records);
  await asks(moon, id);
  await replaced(moons);
  await says(lead, "while Moon waits", [lead, fern, wren]);
  assert.equal((await keysSeenBy(moon, id)).get(moons), before.get(moons));
  server.tamper = (records) => records;
  await says(lead, "and goes on", scene.all);
  await says(moon, "here I am", scene.all);
  for (const each of scene.all) assert.deepEqual(alarms(await each.look(id)), []);

  server.tamper = (records, reader) => (reader === fern.party.accountId ? records.map((record) => (record.kind === RecordKind.WELCOME ? { ...record, ciphertext: randomBytes(700) } : record)) : records);
  await asks(fern, id);
  await replaced(ferns);
  const view = await fern.until(id, "Fern is told", (now) => alarms(now).length > 0);
  assert.deepEqual(alarms(view), ["altered-record"]);
  assert.ok(!view.inside);
  await says(moon, "the others go on", [lead, moon, wren]);
});
