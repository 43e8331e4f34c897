/** All devices replace their keys because a steward asks: who copied the former ones reads nothing of what follows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core, Id } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { decodeStanding } from "../conversation/standing.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { loadKept } from "../kept.ts";
import { conversationPolicy, epoch, type Group, members, type MembershipPolicy, MlsRefusal, process, roomPolicy } from "../mls.ts";
import { reaching } from "../node.ts";
import { createRekeying } from "../rekeying.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import type { TestDevice } from "./people.ts";
import { PASSPHRASE, texts, type TestPractice, untilView } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { eventually } from "./patience.ts";
import { DAY, says, talking } from "./talk.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

type Where = "conversation" | "room";
const groupIn = async (store: DeviceStore, id: Id, where: Where = "conversation"): Promise<Group> => decodeStanding((await store.get(`${where}/${id}/standing`))!).group;

/** The encryption key of each leaf of a group, by its device. */
async function leafKeys(store: DeviceStore, id: Id, where?: Where): Promise<ReadonlyMap<Id, string>> {
  const group = await groupIn(store, id, where);
  return new Map(members(group).flatMap(({ leaf, deviceId }) => {
    const node = group.state.ratchetTree[2 * leaf];
    return node?.nodeType === "leaf" ? [[toHex(deviceId), toHex(node.leaf.hpkePublicKey)] as const] : [];
  }));
}
/** Which of those leaves still have the key that they had. */
const kept = async (store: DeviceStore, id: Id, before: ReadonlyMap<Id, string>, where?: Where): Promise<readonly Id[]> =>
  [...(await leafKeys(store, id, where))].filter(([device, key]) => before.get(device) === key).map(([device]) => device);

const selfOf = async (store: DeviceStore): Promise<Id> => toHex((await store.get("device/self"))!.slice(17, 33));
const alarms = async (core: Core, id: Id): Promise<number> => (await core.open(id)).items.filter(({ kind }) => kind === "security").length;

/** What a thief reads who has a device's state as it once was, and all ciphertext that followed. */
async function readByThief(stolen: Group, records: readonly WireRecord[], policy: MembershipPolicy): Promise<readonly string[]> {
  let group = stolen;
  const read: string[] = [];
  for (const record of records) {
    if (record.kind === RecordKind.WELCOME) continue;
    try {
      const result = await process(group, record.ciphertext, policy);
      group = result.group;
      if (result.kind === "application") read.push(new TextDecoder().decode(result.plaintext));
    } catch (error) {
      if (!(error instanceof MlsRefusal)) throw error;
    }
  }
  return read;
}

test("every device has other keys afterwards, also one that was away; a thief of the former reads no more", async () => {
  const { steward: { core: steward }, practitioner: { core: reed } } = practice;
  const stores = { heron: createMemoryStore(), away: createMemoryStore(), office: createMemoryStore(), member: createMemoryStore() };
  const { core: heron, id, loginName } = await practice.talkingClient("Quiet Heron", stores.heron);
  const away = practice.browser(stores.away);
  await away.logIn({ loginName, passphrase: PASSPHRASE });
  const office = await practice.practitionerElsewhere(stores.office);
  for (const core of [away, office]) await untilView(core, id, ({ summary }) => summary.state === "open");
  const room = await reed.createRoom({ title: "Evenings", purpose: "", rules: "", language: "en", days: 7, questions: [], listed: true });
  const otter = practice.browser(stores.member);
  await otter.signUp({ pseudonym: "Grey Otter", passphrase: PASSPHRASE });
  await otter.askEntry(room, { name: "Otter", answers: [] });
  await reed.admit(room, (await reed.roomDoor(room)).map(({ handle }) => handle));
  const inRoom = async (core: Core) => (await core.rooms()).find((each) => each.id === room);
  await eventually("the member is in", async () => (await inRoom(otter))?.people.length === 2);
  await heron.send(id, "before");
  for (const core of [reed, away, office]) await untilView(core, id, (view) => texts(view).includes("before"));
  const awayId = await selfOf(stores.away);
  await away.close();
  const before = await leafKeys(stores.heron, id);
  const roomBefore = await leafKeys(stores.member, room, "room");
  assert.equal(before.size, 5, "two devices of each, and the reserve");
  const stolen = await groupIn(stores.heron, id);
  const stolenInRoom = await groupIn(stores.member, room, "room");
  await reed.send(id, "copied from here on");
  await reed.sayInRoom(room, "overheard");
  await untilView(heron, id, (view) => texts(view).includes("copied from here on"));

  await steward.askRekeying();
  await assert.rejects(steward.askRekeying(), { code: "rekeyed_today" });
  await eventually("all but the one that is away", async () => (await kept(stores.heron, id, before)).every((device) => device === awayId));
  await eventually("the reserve is another one", async () => (await leafKeys(stores.heron, id)).size === 4);
  await eventually("the member of the room, and who leads it", async () => (await kept(stores.member, room, roomBefore, "room")).length === 0);
  await reed.sayInRoom(room, "still here");
  await otter.sayInRoom(room, "so am I");
  for (const core of [reed, otter]) {
    await eventually("the room goes on", async () => {
      const said = (await inRoom(core))!.items.flatMap((item) => (item.kind === "message" && item.delivery === "sent" ? [item.text] : []));
      return ["overheard", "still here", "so am I"].every((text) => said.includes(text));
    });
    assert.deepEqual((await inRoom(core))!.items.filter(({ kind }) => kind !== "message" && kind !== "came"), [], "and nothing of it is seen");
  }
  await practice.browser(stores.away).start();
  await eventually("the one that was away", async () => (await kept(stores.heron, id, before)).length === 0);
  await reed.send(id, "after");
  for (const core of [heron, office]) {
    await untilView(core, id, (view) => ["before", "copied from here on", "after"].every((text) => texts(view).includes(text)));
    assert.equal(await alarms(core, id), 0);
  }
  assert.ok((await steward.breachRegister()).rekeyedAt! <= Date.now());

  const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  const leader = (await inRoom(reed))!.me;
  const thefts = [
    { of: stores.heron, where: id, from: stolen, policy: conversationPolicy, until: "copied from here on", then: ["\"after\""] },
    { of: stores.member, where: room, from: stolenInRoom, policy: roomPolicy(new Set([leader])), until: "overheard", then: ["still here", "so am I"] },
  ];
  for (const { of, where, from, policy, until, then } of thefts) {
    transport.setToken(fromHex((await loadKept(of))!.token!));
    const { records } = await transport.stream.read({ streamId: fromHex(where), after: 0n, limit: 1000 });
    const read = (await readByThief(from, records.filter((record) => record.epoch >= epoch(from)), policy)).join();
    assert.ok(read.includes(until), "the thief could read until then");
    for (const text of then) assert.ok(!read.includes(text), "and not afterwards");
  }
});

const begin = (device: TestDevice) => createRekeying({ ctx: device.ctx, conversations: device.conversations.all, rooms: () => undefined });

test("what the server counts has a device work once a day, and going back has it do nothing", async (t) => {
  const { server: double, id, heron, reed, pass } = await talking();
  const rekeying = begin(heron);
  t.after(() => rekeying.stop());
  const today = Math.floor(double.now() / DAY);
  let last = await leafKeys(heron.store, id);
  const replaced = async (): Promise<boolean> => {
    const same = (await kept(heron.store, id, last)).includes(heron.leaf);
    last = await leafKeys(heron.store, id);
    return !same;
  };
  await rekeying.see({ number: 3, day: today });
  assert.ok(await replaced(), "asked for");
  for (const [number, day, why] of [[3, today, "the same again"], [2, today, "back"], [9, today - 1, "an earlier day"], [4, today, "twice a day"], [1 << 30, today + 90_000, "far ahead"]] as const) {
    await rekeying.see({ number, day });
    assert.ok(!(await replaced()), why);
  }
  await pass(DAY + 1_000, heron, reed);
  await rekeying.see({ number: 1 << 30, day: today + 90_000 });
  assert.ok(await replaced(), "one that is far ahead counts as one");
  await pass(DAY + 1_000, heron, reed);
  await rekeying.see({ number: 1 << 30, day: today + 90_000 });
  assert.ok(!(await replaced()), "and is done then");
  await rekeying.see({ number: 1, day: today + 2 });
  assert.ok(await replaced(), "a server that was restored, and asks again on a later day, is heard");
  await reed.conversations.send(id, "go on");
  await heron.until(id, says("go on"));
});

test("who loses the race for an epoch tries again, and nothing that is said meanwhile is lost", async (t) => {
  const { server: double, id, heron, reed } = await talking();
  const all = [begin(heron), begin(reed)];
  t.after(() => all.forEach((each) => each.stop()));
  const before = await leafKeys(heron.store, id);
  let appends = 0;
  const held: (() => void)[] = [];
  const speak = () => Promise.all([heron.conversations.send(id, "meanwhile"), reed.conversations.send(id, "at the same time")]);
  let spoken: Promise<unknown> = Promise.resolve();
  // The commits of both are made, and let go together: one of them has lost.
  double.beforeAppend = (stream) => (stream !== id || appends++ >= 2 ? undefined : new Promise<void>((go) => {
    if (held.push(go) < 2) return;
    spoken = speak();
    held.forEach((each) => each());
  }));
  const asked = { number: 1, day: Math.floor(double.now() / DAY) };
  await Promise.all(all.map((each) => each.see(asked)));
  await spoken;
  await eventually("both have other keys", async () => {
    const same = await kept(heron.store, id, before);
    return !same.includes(heron.leaf) && !same.includes(reed.leaf);
  });
  for (const device of [heron, reed]) for (const text of ["meanwhile", "at the same time"]) {
    const view = await device.until(id, says(text));
    assert.deepEqual(view.items.filter(({ kind }) => kind === "security"), []);
  }
});
