/**
 * What a hostile server, a hostile member or a stranger may try, made with the
 * MLS library itself and none of our rules; each is refused, with the code that
 * the screens explain, and the group goes on as if it had never come.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Proposal } from "ts-mls";
import { concatBytes, randomBytes, utf8 } from "../bytes.ts";
import { makeCredential } from "../device_credential.ts";
import {
  addMembers, conversationPolicy, CONVERSATION_SUITE, createGroup, encrypt, epoch, generateDevice, generateKeyPackages, groupInfo,
  joinByWelcome, joinExternally, members, MlsRefusal, process, removeDevices, ROOM_SUITE, updateOwnKeys, verifyKeyPackage,
} from "../mls.ts";
import { decodeKeyPackage } from "../mls/wire.ts";
import { lawlessCommit, lawlessExternal, lawlessProposal } from "./lawless.ts";
import { type Conversation, newAccount, newConversation, newDevice } from "./mls_parties.ts";

/** The message is refused with the code, and the two still understand each other. */
async function refused(c: Conversation, message: Uint8Array, code: string): Promise<void> {
  for (const group of [c.clientGroup, c.practitionerGroup]) {
    await assert.rejects(process(group, message, conversationPolicy), (error) => {
      assert.ok(error instanceof MlsRefusal, String(error));
      assert.ok(error.code === code || group === c.practitionerGroup, `${error.code}, not ${code}`);
      return true;
    });
  }
  await stillTalking(c);
}

async function stillTalking(c: Conversation): Promise<void> {
  for (const [from, to] of [[c.clientGroup, c.practitionerGroup], [c.practitionerGroup, c.clientGroup]] as const) {
    const got = await process(to, (await encrypt(from, utf8("still here"))).ciphertext, conversationPolicy);
    assert.ok(got.kind === "application" && new TextDecoder().decode(got.plaintext) === "still here");
  }
}

test("a stranger cannot join by themself", async () => {
  const c = await newConversation();
  const stranger = await newDevice(newAccount());
  await assert.rejects(joinExternally(stranger, c.groupInfo), { code: "unauthorised_commit" });
  const message = await lawlessExternal(stranger, c.groupInfo);
  await refused(c, message, "unauthorised_commit");
  await assert.rejects(process(c.practitionerGroup, message, conversationPolicy), { code: "unauthorised_commit" });
});

test("nobody joins with a credential that they forged", async () => {
  const c = await newConversation();
  const [real, forger] = [await newDevice(newAccount()), newAccount()];
  const pretended = makeCredential(forger.identity, real.deviceId, real.signaturePublicKey);
  const forgeries = [
    concatBytes(pretended.slice(0, 1), c.client.accountId, pretended.slice(17)),
    concatBytes(pretended.slice(0, 1), c.client.accountId, pretended.slice(17, 33), c.client.identity.publicKey, pretended.slice(65)),
    c.clientDevice.credential,
    utf8("client"),
  ];
  for (const credential of forgeries) {
    const device = { ...real, credential };
    await refused(c, await lawlessExternal(device, c.groupInfo), "bad_credential");
    const [keyPackage] = await generateKeyPackages(device, 1);
    assert.ok(keyPackage);
    await assert.rejects(verifyKeyPackage(keyPackage.publicMessage), { code: "bad_credential" });
    await assert.rejects(addMembers(c.clientGroup, c.clientDevice, [keyPackage.publicMessage]), { code: "bad_credential" });
  }
});

test("nobody takes the place of the other side, and no device comes twice", async () => {
  const c = await newConversation();
  const phone = await newDevice(c.client);
  const practitionerKey = members(c.clientGroup)[1]?.signatureKey;
  await refused(c, await lawlessExternal(phone, c.groupInfo, (key) => key.join() === practitionerKey?.join()), "unauthorised_commit");
  const twin = await generateDevice({
    accountId: c.client.accountId, deviceId: c.clientDevice.deviceId, identityPrivateKey: c.client.identity.privateKey, identityPublicKey: c.client.identity.publicKey,
  });
  await refused(c, await lawlessExternal(twin, c.groupInfo), "malformed");
  await refused(c, await lawlessExternal(c.clientDevice, c.groupInfo), "malformed");
});

test("a member adds nobody, whoever it is", async () => {
  const c = await newConversation();
  for (const account of [newAccount(), c.practitioner]) {
    const [keyPackage] = await generateKeyPackages(await newDevice(account), 1);
    assert.ok(keyPackage);
    const add: Proposal = { proposalType: "add", add: { keyPackage: decodeKeyPackage(keyPackage.publicMessage) } };
    await refused(c, await lawlessCommit(c.practitionerGroup, [add]), "unauthorised_commit");
  }
});

test("a member does not remove the other side", async () => {
  const c = await newConversation();
  await assert.rejects(removeDevices(c.practitionerGroup, c.practitionerDevice, [c.clientDevice.deviceId]), { code: "unauthorised_commit" });
  await assert.rejects(removeDevices(c.practitionerGroup, c.practitionerDevice, [randomBytes(16)]), { code: "unauthorised_commit" });
  await refused(c, await lawlessCommit(c.practitionerGroup, [{ proposalType: "remove", remove: { removed: 0 } }]), "unauthorised_commit");
});

test("a leaf does not change hands, even to a valid credential of another account", async () => {
  const c = await newConversation();
  const other = makeCredential(newAccount().identity, c.practitionerDevice.deviceId, c.practitionerDevice.signaturePublicKey);
  const ratchetTree = c.practitionerGroup.state.ratchetTree.map((node, index) =>
    index === 2 && node?.nodeType === "leaf" ? { ...node, leaf: { ...node.leaf, credential: { credentialType: "basic", identity: other } as const } } : node);
  await refused(c, await lawlessCommit({ state: { ...c.practitionerGroup.state, ratchetTree } }, []), "unauthorised_commit");
});

test("other proposals have no place here, in a commit or alone", async () => {
  const c = await newConversation();
  const reinit = { groupId: randomBytes(16), version: "mls10", cipherSuite: CONVERSATION_SUITE, extensions: [] } as const;
  const odd: Proposal[] = [
    { proposalType: "reinit", reinit: { ...reinit, extensions: [] } },
    { proposalType: "group_context_extensions", groupContextExtensions: { extensions: [] } },
  ];
  for (const proposal of odd) await refused(c, await lawlessCommit(c.practitionerGroup, [proposal]), "unauthorised_commit");
  for (const open of [true, false]) {
    await refused(c, await lawlessProposal(c.practitionerGroup, open, { proposalType: "remove", remove: { removed: 0 } }), "unauthorised_commit");
  }
  await refused(c, await lawlessCommit(c.practitionerGroup, [], true), "unauthorised_commit");
});

test("a message is taken once", async () => {
  const c = await newConversation();
  const sent = await encrypt(c.clientGroup, utf8("once"));
  const got = await process(c.practitionerGroup, sent.ciphertext, conversationPolicy);
  await assert.rejects(process(got.group, sent.ciphertext, conversationPolicy), { code: "replayed" });
  await assert.rejects(process(sent.group, sent.ciphertext, conversationPolicy), { code: "replayed" });
  await stillTalking({ ...c, clientGroup: sent.group, practitionerGroup: got.group });
});

test("a message altered in any byte is refused", async () => {
  const c = await newConversation();
  const { ciphertext } = await encrypt(c.clientGroup, utf8("exactly this"));
  for (let at = 0; at < ciphertext.length; at++) {
    const altered = ciphertext.slice();
    altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
    await assert.rejects(process(c.practitionerGroup, altered, conversationPolicy), MlsRefusal, `byte ${at}`);
  }
  const cut = [new Uint8Array(), ciphertext.slice(0, 40), ciphertext.slice(0, -1), concatBytes(ciphertext, Uint8Array.of(0)), randomBytes(300)];
  for (const message of cut) await assert.rejects(process(c.practitionerGroup, message, conversationPolicy), MlsRefusal);
  await assert.rejects(process(c.practitionerGroup, concatBytes(ciphertext, Uint8Array.of(0)), conversationPolicy), { code: "malformed" });
  assert.equal((await process(c.practitionerGroup, ciphertext, conversationPolicy)).kind, "application");
});

test("an altered commit is refused in any byte, and the real one taken after it", async () => {
  const c = await newConversation();
  const phone = await newDevice(c.client);
  const joined = await joinExternally(phone, c.groupInfo);
  for (let at = 0; at < joined.commit.length; at += 97) {
    const altered = joined.commit.slice();
    altered[at] = (altered[at] ?? 0) ^ 0x20;
    await assert.rejects(process(c.practitionerGroup, altered, conversationPolicy), MlsRefusal, `byte ${at}`);
  }
  assert.equal((await process(c.practitionerGroup, joined.commit, conversationPolicy)).kind, "commit");
});

test("nothing of another epoch is taken, nor of another group", async () => {
  const c = await newConversation();
  const early = await encrypt(c.clientGroup, utf8("early"));
  const renewed = await updateOwnKeys(c.clientGroup);
  const late = await encrypt(renewed.group, utf8("late"));
  await refused(c, late.ciphertext, "wrong_epoch");
  const after = await process(c.practitionerGroup, renewed.commit, conversationPolicy);
  assert.equal(epoch(after.group), 2n);
  await assert.rejects(process(after.group, early.ciphertext, conversationPolicy), { code: "wrong_epoch" });
  await assert.rejects(process(after.group, renewed.commit, conversationPolicy), { code: "wrong_epoch" });
  const elsewhere = await newConversation();
  await refused(c, (await encrypt(elsewhere.clientGroup, utf8("x"))).ciphertext, "undecryptable");
});

test("messages of another kind are no records", async () => {
  const c = await newConversation();
  const [keyPackage] = await generateKeyPackages(c.clientDevice, 1);
  assert.ok(keyPackage);
  for (const message of [c.groupInfo, keyPackage.publicMessage]) await refused(c, message, "malformed");
  await assert.rejects(verifyKeyPackage(c.groupInfo), { code: "malformed" });
  await assert.rejects(joinExternally(c.clientDevice, keyPackage.publicMessage), { code: "malformed" });
});

test("nobody is talked into a weaker suite", async () => {
  const weak = await newConversation(ROOM_SUITE);
  const phone = await newDevice(weak.client);
  await assert.rejects(joinExternally(phone, weak.groupInfo), { code: "unsupported" });
  assert.ok(await joinExternally(phone, weak.groupInfo, ROOM_SUITE));
  const [keyPackage] = await generateKeyPackages(phone, 1, false, ROOM_SUITE);
  assert.ok(keyPackage);
  const strong = await createGroup(weak.clientDevice, randomBytes(16));
  await assert.rejects(addMembers(strong, weak.clientDevice, [keyPackage.publicMessage]), { code: "unsupported" });
});

test("a welcome and a group info are refused when altered", async () => {
  const [alice, bob] = [await newDevice(newAccount()), await newDevice(newAccount())];
  const [keyPackage] = await generateKeyPackages(bob, 1);
  assert.ok(keyPackage);
  const added = await addMembers(await createGroup(alice, randomBytes(16)), alice, [keyPackage.publicMessage]);
  for (let at = 0; at < added.welcome.length; at += 61) {
    const altered = added.welcome.slice();
    altered[at] = (altered[at] ?? 0) ^ 4;
    // Altering the reference makes it a welcome for somebody else, which is none of our business.
    const outcome = await joinByWelcome(bob, altered, [keyPackage.private]).catch((error: unknown) => error);
    assert.ok(outcome === undefined || outcome instanceof MlsRefusal, `byte ${at}`);
  }
  const info = await groupInfo(added.group);
  for (let at = 0; at < info.length; at += 61) {
    const altered = info.slice();
    altered[at] = (altered[at] ?? 0) ^ 4;
    await assert.rejects(joinExternally(alice, altered), MlsRefusal, `byte ${at}`);
  }
});

test("a key package is refused when altered or out of its time", async (t) => {
  const device = await newDevice(newAccount());
  const [keyPackage] = await generateKeyPackages(device, 1);
  assert.ok(keyPackage);
  for (let at = 0; at < keyPackage.publicMessage.length; at += 53) {
    const altered = keyPackage.publicMessage.slice();
    altered[at] = (altered[at] ?? 0) ^ 8;
    await assert.rejects(verifyKeyPackage(altered), MlsRefusal, `byte ${at}`);
  }
  const day = 24 * 60 * 60 * 1000;
  const now = Date.now();
  t.mock.timers.enable({ apis: ["Date"], now });
  await verifyKeyPackage(keyPackage.publicMessage);
  for (const days of [-2, 366]) {
    t.mock.timers.setTime(now + days * day);
    await assert.rejects(verifyKeyPackage(keyPackage.publicMessage), { code: "expired" });
  }
});
