/** Devices that are removed, on a server that loses answers, keeps showing everything, and is raced for. */
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { ConversationView, Id } from "../api.ts";
import { randomBytes } from "../bytes.ts";
import { CoreError } from "../errors.ts";
import { accountIdOf, generateSigningKey, signRemoval, verifyRemoval } from "../device_credential.ts";
import { RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { eventually, until } from "./patience.ts";
import { createParty, type TestDevice } from "./people.ts";
import { createServerDouble } from "./server_double.ts";

const texts = (view: ConversationView): string[] => view.items.flatMap((item) => (item.kind === "message" ? [item.text] : []));
const removals = (view: ConversationView): number => view.items.filter((item) => item.kind === "notice" && item.notice.type === "device-removed").length;
const alerts = (view: ConversationView): readonly string[] => view.items.flatMap((item) => (item.kind === "security" ? [item.event.code] : []));

/** The devices of its own account that one knows beside others; it may have their words from the account's history sooner. */
const comesToKnow = (device: TestDevice, others: ReadonlySet<Id>): Promise<readonly Id[]> =>
  until(() => device.conversations.ownLeaves().filter((leaf) => !others.has(leaf)), (leaves) => leaves.length > 0);

async function scene(t: TestContext) {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const heron = await createParty(server, "client", "Quiet Heron");
  const practitioner = await anna.device();
  const phone = await heron.device();
  const id = await phone.conversations.requestTherapy({ practitioner: anna.accountId, consentVersion: 1, intake: { reason: "I cannot sleep.", region: "DE" } });
  await practitioner.until(id, (view) => view.intake !== undefined);
  await practitioner.conversations.accept(id);
  await phone.until(id, (view) => view.canWrite);
  const before = new Set(phone.conversations.ownLeaves());
  const desk = await heron.device();
  t.after(() => Promise.all([practitioner, phone, desk].map((device) => device.close())));
  await desk.conversations.send(id, "from the desk");
  for (const each of [practitioner, phone]) await each.until(id, (view) => texts(view).includes("from the desk"));
  const deskLeaf = await comesToKnow(phone, before);
  assert.equal(deskLeaf.length, 1);
  const commits = (): number => server.streams.get(id)?.records.filter((record) => record.kind === RecordKind.COMMIT).length ?? 0;
  return { server, heron, practitioner, phone, desk, id, deskLeaf, commits };
}

async function expectRemovedOnce(id: string, ...devices: readonly TestDevice[]): Promise<void> {
  for (const device of devices) {
    const view = await device.until(id, (now) => removals(now) > 0);
    assert.equal(removals(view), 1);
    assert.deepEqual(alerts(view), []);
  }
}

test("a removed device that keeps everything reads and says nothing any more, though the server goes on serving it", async (t) => {
  const { server, practitioner, phone, desk, id, deskLeaf } = await scene(t);
  await phone.conversations.removeLeaves(deskLeaf);
  await practitioner.conversations.send(id, "between us");
  await phone.until(id, (view) => texts(view).includes("between us"));
  desk.goOnline();
  await desk.conversations.send(id, "I am still here").catch(() => undefined);
  // Longer than it takes to follow what another device of the account writes to the history.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  assert.ok(!texts(await desk.conversations.open(id)).includes("between us"));
  assert.ok((server.streams.get(id)?.records.length ?? 0) > 0);
  for (const device of [practitioner, phone]) assert.ok(!texts(await device.conversations.open(id)).includes("I am still here"));
  await expectRemovedOnce(id, phone, practitioner);
});

test("a browser that opens between another's commit and its note in the history waits for that", async (t) => {
  const { server, heron, phone, practitioner, id, deskLeaf, commits } = await scene(t);
  // What the phone knew before is what leads on, as far as its next commit.
  const tablet = await heron.device();
  await practitioner.conversations.send(id, "to all of you");
  await phone.until(id, (now) => texts(now).includes("to all of you"));
  const others = new Set([phone.leaf, ...deskLeaf]);
  await phone.conversations.removeLeaves(await comesToKnow(phone, others));
  await tablet.close();
  const before = commits();
  const { historyStream } = heron.vault.read();
  let noted = (): void => undefined;
  const noting = new Promise<void>((resolve) => (noted = resolve));
  server.beforeAppend = (stream) => (stream === historyStream && commits() > before ? noting : undefined);
  const removing = phone.conversations.removeLeaves(deskLeaf);
  await eventually("the desk is removed", () => commits() > before);
  setTimeout(noted, 200);
  const laptop = await heron.device();
  t.after(() => laptop.close());
  await removing;
  await laptop.conversations.send(id, "from the laptop");
  const view = await practitioner.until(id, (now) => texts(now).includes("from the laptop"));
  assert.deepEqual(alerts(view), []);
});

test("a removal whose answer was lost happened once", async (t) => {
  const { server, practitioner, phone, id, deskLeaf, commits } = await scene(t);
  const before = commits();
  server.afterAppend = () => {
    throw new CoreError("offline");
  };
  // Nor does the record come live: the connection is gone.
  server.live = false;
  await assert.rejects(phone.conversations.removeLeaves(deskLeaf), { code: "offline" });
  server.afterAppend = () => undefined;
  server.live = true;
  practitioner.goOnline();
  phone.goOnline();
  await phone.conversations.removeLeaves(deskLeaf);
  assert.equal(commits(), before + 1);
  await expectRemovedOnce(id, phone, practitioner);
});

test("a removal that lost a race is made anew in the next epoch", async (t) => {
  const { server, heron, practitioner, phone, id, deskLeaf, commits } = await scene(t);
  const before = commits();
  // What was read is told first, so that the next append is the removal.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  let third: Promise<TestDevice> | undefined;
  server.beforeAppend = async (stream) => {
    if (stream !== id || third) return;
    third = heron.device(); // joins by a commit of its own
    await third;
  };
  await phone.conversations.removeLeaves(deskLeaf);
  const racing = await third;
  t.after(() => racing?.close());
  assert.equal(commits(), before + 2);
  await expectRemovedOnce(id, phone, practitioner);
  await phone.conversations.send(id, "and on it goes");
  await practitioner.until(id, (view) => texts(view).includes("and on it goes"));
});

test("a device that comes later reads past a removal with what the removed one left in the history", async (t) => {
  const { heron, practitioner, phone, id, deskLeaf } = await scene(t);
  await phone.conversations.removeLeaves(deskLeaf);
  await practitioner.conversations.send(id, "after it");
  await phone.until(id, (view) => texts(view).includes("after it"));
  await phone.close();
  const later = await heron.device();
  t.after(() => later.close());
  const view = await later.until(id, (now) => texts(now).includes("after it"));
  assert.deepEqual(alerts(view), []);
  await later.conversations.send(id, "read it all");
  await practitioner.until(id, (now) => texts(now).includes("read it all"));
});

test("what followed the removal of the device whose state there is to read with is not taken for an attack", async (t) => {
  const { server, heron, practitioner, phone, desk, id } = await scene(t);
  const before = new Set(phone.conversations.ownLeaves());
  await Promise.all([phone.close(), desk.close()]);
  // Alone with the history, it leaves the newest checkpoint.
  const tablet = await heron.device();
  await tablet.until(id, (view) => view.canWrite);
  await tablet.conversations.send(id, "from the tablet");
  await practitioner.until(id, (view) => texts(view).includes("from the tablet"));
  await tablet.close();
  const again = await heron.device(phone.store);
  await again.until(id, (view) => texts(view).includes("from the tablet"));
  const history = heron.vault.read().historyStream;
  server.beforeAppend = (stream) => {
    if (stream === history) throw new CoreError("unavailable");
  };
  await again.conversations.removeLeaves(await comesToKnow(again, before));
  for (const text of ["after it", "and more"]) await practitioner.conversations.send(id, text);
  await again.until(id, (view) => texts(view).includes("and more"));
  await again.close();
  server.beforeAppend = () => undefined;

  const later = await heron.device();
  t.after(() => later.close());
  assert.deepEqual(alerts(await later.until(id, (view) => view.canWrite)), []);
  await practitioner.conversations.send(id, "to the later one");
  const view = await later.until(id, (now) => texts(now).includes("to the later one"));
  assert.deepEqual(alerts(view), []);
  assert.deepEqual(alerts(await practitioner.conversations.open(id)), []);
});

test("only the account itself can tell a device to destroy what it keeps", () => {
  const [own, other] = [generateSigningKey(), generateSigningKey()];
  const deviceId = randomBytes(16);
  const identity = { accountId: accountIdOf(own.publicKey), deviceId, identityKey: own.publicKey };
  assert.equal(verifyRemoval(identity, signRemoval(own, deviceId)), true);
  assert.equal(verifyRemoval(identity, signRemoval(other, deviceId)), false);
  assert.equal(verifyRemoval(identity, signRemoval(own, randomBytes(16))), false);
  assert.equal(verifyRemoval(identity, new Uint8Array(64)), false);
  assert.equal(verifyRemoval(identity, new Uint8Array()), false);
});
