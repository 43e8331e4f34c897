/** Several browsers of one account, over the real server: told apart, told about each other, logged out from each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView, Core, CoreEvent, DeviceInfo, SessionState } from "../api.ts";
import type { DeviceStore } from "../context.ts";
import { createNodeCore } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import { PATIENCE, until } from "./patience.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
withPractice((opened) => {
  practice = opened;
});

const says = (text: string) => (view: ConversationView): boolean => texts(view).includes(text);
const told = (view: ConversationView, type: string): number => view.items.filter((item) => item.kind === "notice" && item.notice.type === type).length;
const tells = (type: string, times = 1) => (view: ConversationView): boolean => told(view, type) >= times;
const alerts = (view: ConversationView): readonly string[] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));
const isRemoved = (session: SessionState): boolean => session.state === "none" && session.removed === true;

function untilEvent(core: Core, condition: (event: CoreEvent) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the event never came")), PATIENCE);
    const stop = core.subscribe((event) => {
      if (!condition(event)) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}

/** Looks at the list until it fulfils a condition. */
const untilDevices = (core: Core, condition: (devices: readonly DeviceInfo[]) => boolean): Promise<readonly DeviceInfo[]> => until(() => core.devices(), condition);

async function elsewhere(loginName: string, store?: DeviceStore) {
  const core = practice.browser(store);
  await core.logIn({ loginName, passphrase: PASSPHRASE });
  return core;
}

/** A client who talks on a phone and a desk. */
async function twoDevices(pseudonym: string) {
  const [phoneStore, deskStore] = [createMemoryStore(), createMemoryStore()];
  const { core: phone, id, loginName } = await practice.talkingClient(pseudonym, phoneStore);
  const desk = await elsewhere(loginName, deskStore);
  await untilView(desk, id, (view) => view.canWrite);
  await phone.send(id, "both read this");
  await untilView(desk, id, says("both read this"));
  const deskId = (await untilDevices(phone, (devices) => devices.length === 2)).find((each) => !each.current)?.id ?? "";
  return { phone, desk, phoneStore, deskStore, id, loginName, deskId };
}

test("devices are listed, told apart, named, and a new one is asked about once", async () => {
  const { phone, desk, deskId } = await twoDevices("Quiet Heron");
  const seen = await untilDevices(phone, (devices) => devices.length === 2);
  assert.deepEqual(seen.map((each) => [each.current, each.unconfirmed, each.lastUsed, each.leaving]), [[true, false, "today", false], [false, true, "today", false]]);
  assert.ok(Math.abs((seen[1]?.since ?? 0) - Date.now()) < 24 * 60 * 60 * 1000);

  // The new one does not ask about itself.
  assert.deepEqual((await untilDevices(desk, (devices) => devices.length === 2)).map((each) => each.unconfirmed), [false, false]);
  await phone.confirmDevice(deskId);
  await phone.nameDevice(deskId, "  At work ");
  await untilDevices(desk, (devices) => devices[0]?.name === "At work");
  assert.equal((await phone.devices())[1]?.unconfirmed, false);
  await assert.rejects(phone.nameDevice(deskId, "x".repeat(61)), { code: "pseudonym_too_long" });
  await phone.nameDevice(deskId, "");
  await untilDevices(desk, (devices) => devices[0]?.name === "");
});

test("logging a device out ends its session, removes it everywhere, and destroys what it kept", async () => {
  const { phone, desk, deskStore, id, deskId } = await twoDevices("Amber Fox");
  const gone = untilEvent(desk, (event) => event.type === "session" && isRemoved(event.session));
  await phone.removeDevice(deskId);
  await gone;
  assert.deepEqual(await deskStore.list(""), []);
  await assert.rejects(desk.conversations(), { code: "not_logged_in" });
  assert.equal((await phone.devices()).length, 1);

  for (const core of [phone, practice.practitioner.core]) {
    const view = await untilView(core, id, tells("device-removed"));
    assert.equal(told(view, "device-removed"), 1);
    assert.deepEqual(alerts(view), []);
  }
  await phone.send(id, "only here now");
  await untilView(practice.practitioner.core, id, says("only here now"));
});

test("a browser that was away learns it when it comes back; logging in again makes it another device", async () => {
  const { phone, desk, deskStore, id, loginName, deskId } = await twoDevices("Silver Owl");
  await desk.close();
  await phone.removeDevice(deskId);
  const back = practice.browser(deskStore);
  assert.deepEqual(await back.start(), { state: "none", removed: true });
  assert.deepEqual(await deskStore.list(""), []);
  assert.deepEqual(await practice.browser(deskStore).start(), { state: "none" });

  await back.logIn({ loginName, passphrase: PASSPHRASE });
  const again = await untilView(back, id, says("both read this"));
  assert.deepEqual(alerts(again), []);
  await phone.send(id, "welcome back");
  await untilView(back, id, says("welcome back"));
  const devices = await untilDevices(phone, (list) => list.length === 2);
  assert.ok(devices.every((each) => each.id !== deskId));
});

test("what was decided without connection is done with the next one", async () => {
  const { phone, phoneStore, desk, id, deskId } = await twoDevices("Misty Lark");
  await phone.close();
  const offline = createNodeCore({ baseUrl: "https://localhost:1", store: phoneStore });
  await offline.start();
  await offline.removeDevice(deskId);
  assert.equal((await offline.devices()).find((each) => each.id === deskId)?.leaving, true);
  await offline.close();

  const gone = untilEvent(desk, (event) => event.type === "session" && isRemoved(event.session));
  const online = practice.browser(phoneStore);
  await online.start();
  await gone;
  await untilView(online, id, tells("device-removed"));
  await untilView(practice.practitioner.core, id, tells("device-removed"));
});

test("all others are logged out at once; the one that is left goes on", async () => {
  const { phone, desk, id, loginName } = await twoDevices("Brown Hare");
  const third = await elsewhere(loginName);
  await untilView(third, id, says("both read this"));
  await untilDevices(phone, (devices) => devices.length === 3);
  const gone = [desk, third].map((core) => untilEvent(core, (event) => event.type === "session" && isRemoved(event.session)));
  assert.equal(await phone.endOtherSessions(), 2);
  await Promise.all(gone);
  await untilView(practice.practitioner.core, id, tells("device-removed", 2));
  await phone.send(id, "alone again");
  const view = await untilView(practice.practitioner.core, id, says("alone again"));
  assert.deepEqual(alerts(view), []);
});

test("who logs out is removed by the devices that stay", async () => {
  const { phone, desk, id } = await twoDevices("Grey Stork");
  await desk.logOut();
  assert.deepEqual(await desk.start(), { state: "none" });
  await untilView(phone, id, tells("device-removed"));
  const view = await untilView(practice.practitioner.core, id, tells("device-removed"));
  assert.deepEqual(alerts(view), []);
  assert.equal((await phone.devices()).length, 1);
});

test("two devices that remove a third at the same time do it once, while both sides write", async () => {
  const { phone, desk, id, loginName } = await twoDevices("Red Kite");
  const third = await elsewhere(loginName);
  await untilView(third, id, says("both read this"));
  const thirdId = (await untilDevices(third, (devices) => devices.length === 3))[0]?.id ?? "";
  const said = Array.from({ length: 6 }, (_, i) => `meanwhile ${i}`);
  await Promise.all([
    phone.removeDevice(thirdId), desk.removeDevice(thirdId),
    ...said.map((text, i) => [phone, desk, practice.practitioner.core][i % 3]!.send(id, text)),
  ]);
  for (const core of [phone, desk, practice.practitioner.core]) {
    const view = await untilView(core, id, (now) => said.every((text) => texts(now).includes(text)) && tells("device-removed")(now));
    assert.equal(told(view, "device-removed"), 1);
    assert.deepEqual(alerts(view), []);
  }
});

test("a practitioner's device is logged out; the reserve stays, and a request still arrives", async () => {
  const second = await practice.practitionerElsewhere();
  const { core: client, id } = await practice.talkingClient("Blue Finch");
  await untilView(second, id, (view) => view.canWrite);
  await second.send(id, "from my desk");
  await untilView(client, id, says("from my desk"));
  const secondId = (await second.devices()).find((each) => each.current)?.id ?? "";
  await practice.practitioner.core.removeDevice(secondId);
  await untilView(client, id, tells("device-removed"));
  await client.send(id, "still there?");
  await untilView(practice.practitioner.core, id, says("still there?"));
  assert.equal((await practice.practitioner.core.devices()).some((each) => each.kind === undefined), false, "the reserve is not listed");
  await practice.talkingClient("Green Finch");
});
