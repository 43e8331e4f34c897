/** What conversations are made of: two people, their devices, epochs that follow each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { randomBytes, toHex, utf8 } from "../bytes.ts";
import {
  addMembers, conversationPolicy, CONVERSATION_SUITE, createGroup, deserializeDevice, deserializeGroup, encrypt, epoch, exportSecret, generateKeyPackages,
  type Group, groupId, groupInfo, isActive, joinByWelcome, joinExternally, members, ownLeaf, process, removeDevices, ROOM_SUITE, serializeDevice,
  serializeGroup, suiteOf, updateOwnKeys, verifyKeyPackage, welcomeRefs,
} from "../mls.ts";
import { newAccount, newConversation, newDevice } from "./mls_parties.ts";

async function say(from: Group, to: Group, text: string): Promise<{ readonly from: Group; readonly to: Group; readonly text: string; readonly sender: string }> {
  const sent = await encrypt(from, utf8(text));
  const got = await process(to, sent.ciphertext, conversationPolicy);
  assert.equal(got.kind, "application");
  if (got.kind !== "application") throw new Error("unreachable");
  return { from: sent.group, to: got.group, text: new TextDecoder().decode(got.plaintext), sender: toHex(got.sender.deviceId) };
}

async function commitTo(to: Group, commit: Uint8Array): Promise<Group> {
  const result = await process(to, commit, conversationPolicy);
  assert.equal(result.kind, "commit");
  return result.group;
}

for (const suite of [CONVERSATION_SUITE, ROOM_SUITE] as const) {
  test(`two people talk both ways in ${suite}`, async () => {
    const c = await newConversation(suite);
    assert.equal(suiteOf(c.clientGroup), suite);
    assert.equal(epoch(c.practitionerGroup), 1n);
    assert.deepEqual(groupId(c.practitionerGroup), groupId(c.clientGroup));
    const first = await say(c.clientGroup, c.practitionerGroup, "Guten Tag 👋 שלום");
    assert.equal(first.text, "Guten Tag 👋 שלום");
    assert.equal(first.sender, toHex(c.clientDevice.deviceId));
    const answer = await say(first.to, first.from, "");
    assert.equal(answer.text, "");
    assert.equal(answer.sender, toHex(c.practitionerDevice.deviceId));
    const secret = (group: Group): Promise<Uint8Array> => exportSecret(group, "alcove signal", new Uint8Array(), 32);
    assert.deepEqual(await secret(answer.from), await secret(answer.to));
  });
}

test("members tell who everybody is, by leaf", async () => {
  const c = await newConversation();
  const seen = members(c.practitionerGroup);
  assert.deepEqual(seen.map((m) => [m.leaf, toHex(m.accountId), toHex(m.deviceId), toHex(m.identityKey)]), [
    [0, toHex(c.client.accountId), toHex(c.clientDevice.deviceId), toHex(c.client.identity.publicKey)],
    [1, toHex(c.practitioner.accountId), toHex(c.practitionerDevice.deviceId), toHex(c.practitioner.identity.publicKey)],
  ]);
  assert.equal(ownLeaf(c.clientGroup), 0);
  assert.equal(ownLeaf(c.practitionerGroup), 1);
});

test("a third device of an account joins by itself and everybody reads on", async () => {
  const c = await newConversation();
  const phone = await newDevice(c.client);
  const joined = await joinExternally(phone, c.groupInfo);
  const seen = await process(c.practitionerGroup, joined.commit, conversationPolicy);
  assert.ok(seen.kind === "commit");
  assert.equal(toHex(seen.committer.deviceId), toHex(phone.deviceId));
  assert.deepEqual(seen.added.map((m) => toHex(m.deviceId)), [toHex(phone.deviceId)]);
  assert.deepEqual(seen.removed, []);
  const client = await commitTo(c.clientGroup, joined.commit);
  const fromPhone = await say(joined.group, seen.group, "from the phone");
  const toPhone = await say(fromPhone.to, fromPhone.from, "to the phone");
  assert.equal(toPhone.text, "to the phone");
  const sent = await encrypt(toPhone.to, utf8("to both"));
  for (const group of [client, toPhone.from]) {
    const got = await process(group, sent.ciphertext, conversationPolicy);
    assert.ok(got.kind === "application");
  }
});

test("a device is removed by another of its account, and reads no more", async () => {
  const c = await newConversation();
  const phone = await newDevice(c.client);
  const joined = await joinExternally(phone, c.groupInfo);
  const client = await commitTo(c.clientGroup, joined.commit);
  const practitioner = await commitTo(c.practitionerGroup, joined.commit);
  const removal = await removeDevices(joined.group, phone, [c.clientDevice.deviceId]);
  const told = await process(client, removal.commit, conversationPolicy);
  assert.ok(told.kind === "commit" && !isActive(told.group));
  assert.deepEqual(told.removed.map((m) => toHex(m.deviceId)), [toHex(c.clientDevice.deviceId)]);
  const after = await commitTo(practitioner, removal.commit);
  const sent = await say(after, removal.group, "only two of us");
  assert.equal(sent.text, "only two of us");
  const late = await encrypt(after, utf8("not for you"));
  await assert.rejects(process(told.group, late.ciphertext, conversationPolicy), { code: "undecryptable" });
});

test("a device that lost its group joins again in place of its old leaf", async () => {
  const c = await newConversation();
  const again = await joinExternally(c.clientDevice, c.groupInfo);
  const seen = await process(c.practitionerGroup, again.commit, conversationPolicy);
  assert.ok(seen.kind === "commit");
  assert.deepEqual([seen.added, seen.removed], [[], []]);
  assert.equal(members(seen.group).length, 2);
  assert.equal((await say(again.group, seen.group, "back")).text, "back");
});

test("renewing one's own keys begins an epoch", async () => {
  const c = await newConversation();
  const renewed = await updateOwnKeys(c.practitionerGroup);
  const client = await commitTo(c.clientGroup, renewed.commit);
  assert.equal(epoch(client), 2n);
  assert.equal((await say(renewed.group, client, "new keys")).text, "new keys");
});

test("of two commits at once the second is refused, and its maker goes on from the old group", async () => {
  const c = await newConversation();
  const winner = await updateOwnKeys(c.practitionerGroup);
  const loser = await updateOwnKeys(c.clientGroup);
  const client = await commitTo(c.clientGroup, winner.commit);
  await assert.rejects(process(winner.group, loser.commit, conversationPolicy), { code: "wrong_epoch" });
  const retried = await updateOwnKeys(client);
  const practitioner = await commitTo(winner.group, retried.commit);
  assert.equal((await say(retried.group, practitioner, "rebased")).text, "rebased");
});

test("a group survives being stored, and its device too", async () => {
  const c = await newConversation();
  const device = deserializeDevice(serializeDevice(c.practitionerDevice));
  assert.deepEqual(device, c.practitionerDevice);
  let client = deserializeGroup(serializeGroup(c.clientGroup));
  let practitioner = deserializeGroup(serializeGroup(c.practitionerGroup));
  for (const text of ["one", "two", "three"]) {
    const sent = await say(client, practitioner, text);
    assert.equal(sent.text, text);
    client = deserializeGroup(serializeGroup(sent.from));
    practitioner = deserializeGroup(serializeGroup(sent.to));
  }
  const renewed = await updateOwnKeys(client);
  await commitTo(practitioner, renewed.commit);
  for (const broken of [new Uint8Array(), Uint8Array.of(2), serializeGroup(client).slice(0, -1)]) {
    assert.throws(() => deserializeGroup(broken), { code: "malformed" });
  }
});

test("the group as it was at the start of an epoch reads all of the epoch, also what the device itself sent", async () => {
  const c = await newConversation();
  let checkpoint = deserializeGroup(serializeGroup(c.clientGroup));
  let [client, practitioner] = [c.clientGroup, c.practitionerGroup];
  const sent: Uint8Array[] = [];
  for (let i = 0; i < 3; i++) {
    const mine = await encrypt(client, utf8(`mine ${i}`));
    const theirs = await encrypt(practitioner, utf8(`theirs ${i}`));
    [client, practitioner] = [mine.group, theirs.group];
    sent.push(mine.ciphertext, theirs.ciphertext);
  }
  const read: string[] = [];
  for (const ciphertext of sent) {
    const got = await process(checkpoint, ciphertext, conversationPolicy);
    assert.ok(got.kind === "application");
    read.push(new TextDecoder().decode(got.plaintext));
    checkpoint = got.group;
  }
  assert.deepEqual(read, ["mine 0", "theirs 0", "mine 1", "theirs 1", "mine 2", "theirs 2"]);
});

test("messages may come in any order within an epoch, and many may be missing", async () => {
  const c = await newConversation(ROOM_SUITE);
  let client = c.clientGroup;
  const sent: Uint8Array[] = [];
  for (let i = 0; i < 1200; i++) {
    const made = await encrypt(client, utf8(String(i)));
    client = made.group;
    sent.push(made.ciphertext);
  }
  let practitioner = c.practitionerGroup;
  for (const index of [1199, 500, 1198, 300]) {
    const got = await process(practitioner, sent[index] ?? new Uint8Array(), conversationPolicy);
    assert.ok(got.kind === "application");
    assert.equal(new TextDecoder().decode(got.plaintext), String(index));
    practitioner = got.group;
  }
});

test("all messages up to a size are equally long outside", async () => {
  const c = await newConversation();
  const lengths = new Set<number>();
  for (const length of [0, 1, 100, 255]) lengths.add((await encrypt(c.clientGroup, new Uint8Array(length))).ciphertext.length);
  assert.equal(lengths.size, 1);
});

test("key packages: one use, or the last resort", async () => {
  const c = newAccount();
  const device = await newDevice(c);
  const [one, last] = [...(await generateKeyPackages(device, 1)), ...(await generateKeyPackages(device, 1, true))];
  assert.ok(one && last);
  const verified = await verifyKeyPackage(last.publicMessage);
  assert.deepEqual(verified.identityKey, c.identity.publicKey);
  assert.deepEqual(verified.deviceId, device.deviceId);
  assert.equal(verified.suite, CONVERSATION_SUITE);
  const other = await newDevice(newAccount());
  const made = await addMembers(await createGroup(other, randomBytes(16)), other, [last.publicMessage]);
  assert.deepEqual(welcomeRefs(made.welcome), [last.ref]);
  assert.equal(await joinByWelcome(device, made.welcome, [one.private]), undefined);
  assert.ok(await joinByWelcome(device, made.welcome, [one.private, last.private]));
  assert.ok(await groupInfo(made.group));
});
