/** Rooms in MLS: whose commits are taken, and what who comes and goes can read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromUtf8, randomBytes, toHex, utf8 } from "../bytes.ts";
import {
  addMembers, type Committed, createGroup, type Device, encrypt, generateDevice, generateKeyPackages, type Group, groupInfo, isActive, joinByWelcome, joinExternally,
  type MembershipPolicy, members, MlsRefusal, process, removeMembers, replaceLeaves, ROOM_SUITE, roomPolicy, updateOwnKeys,
} from "../mls.ts";
import { type Account, newAccount, newDevice } from "./mls_parties.ts";
import { seeded } from "./random.ts";

interface Party {
  readonly account: Account;
  readonly device: Device;
  readonly packages: Awaited<ReturnType<typeof generateKeyPackages>>;
}

async function newParty(account = newAccount()): Promise<Party> {
  const device = await newDevice(account);
  return { account, device, packages: await generateKeyPackages(device, 1, false, ROOM_SUITE) };
}

async function join({ device, packages }: Party, welcome: Uint8Array | undefined): Promise<Group> {
  const group = welcome && (await joinByWelcome(device, welcome, packages.map((each) => each.private)));
  assert.ok(group, "welcome");
  return group;
}

/** A room with a moderator and two members, all in epoch 1. */
async function room() {
  const [lea, ada, eve] = [await newParty(), await newParty(), await newParty()];
  const created = await createGroup(lea.device, randomBytes(16), ROOM_SUITE);
  const made = await addMembers(created, lea.device, [ada, eve].map(({ packages }) => packages[0]!.publicMessage));
  const policy: MembershipPolicy = roomPolicy(new Set([toHex(lea.account.accountId)]));
  return { lea, ada, eve, policy, leas: made.group, adas: await join(ada, made.welcome), eves: await join(eve, made.welcome) };
}

const leafOf = (group: Group, { account }: Party): number => members(group).find((each) => toHex(each.accountId) === toHex(account.accountId))!.leaf;

async function read(group: Group, ciphertext: Uint8Array, policy: MembershipPolicy): Promise<string> {
  const taken = await process(group, ciphertext, policy);
  assert.equal(taken.kind, "application");
  return taken.kind === "application" ? fromUtf8(taken.plaintext) : "";
}

test("a moderator lets in and out, and everybody who is in reads", async () => {
  const { lea, eve, policy, leas, adas, eves } = await room();
  const bea = await newParty();
  const removal = await removeMembers(leas, [leafOf(leas, eve)]);
  const without = await process(adas, removal.commit, policy);
  assert.ok(without.kind === "commit" && without.removed.length === 1);
  const out = await process(eves, removal.commit, policy);
  assert.ok(out.kind === "commit" && !isActive(out.group), "who was removed learns it");
  const made = await addMembers(removal.group, lea.device, [bea.packages[0]!.publicMessage]);
  const seen = await process(without.group, made.commit, policy);
  assert.ok(seen.kind === "commit" && seen.added.length === 1);
  const beas = await join(bea, made.welcome);
  const said = await encrypt(made.group, utf8("good evening"));
  for (const group of [seen.group, beas]) assert.equal(await read(group, said.ciphertext, policy), "good evening");
  await assert.rejects(process(out.group, said.ciphertext, policy), { code: "undecryptable" });
  // Kept from before, the group of who was removed opens nothing that follows either.
  await assert.rejects(process(eves, said.ciphertext, policy), { code: "wrong_epoch" });
  const before = await encrypt(leas, utf8("before"));
  await assert.rejects(process(beas, before.ciphertext, policy), { code: "wrong_epoch" });
  assert.equal(members(made.group).length, 3);
});

test("nobody else's commit is taken: not to add, to remove, or to renew", async () => {
  const { ada, eve, policy, leas, adas, eves } = await room();
  const bea = await newParty();
  const commits = [
    await addMembers(adas, ada.device, [bea.packages[0]!.publicMessage]),
    await removeMembers(adas, [leafOf(adas, eve)]),
    await updateOwnKeys(adas),
    await joinExternally(await newDevice(ada.account), await groupInfo(adas), ROOM_SUITE),
  ];
  for (const { commit } of commits) for (const group of [leas, eves]) await assert.rejects(process(group, commit, policy), { code: "unauthorised_commit" });
});

test("a moderator's further device joins by itself, a member's only by a moderator", async () => {
  const { lea, ada, policy, leas, adas } = await room();
  const phone = await newDevice(lea.account);
  const joined = await joinExternally(phone, await groupInfo(leas), ROOM_SUITE);
  const taken = await process(adas, joined.commit, policy);
  assert.ok(taken.kind === "commit" && members(taken.group).length === 4);
  const adasPhone = await newParty(ada.account);
  const added = await addMembers(joined.group, phone, [adasPhone.packages[0]!.publicMessage]);
  const after = await process(taken.group, added.commit, policy);
  assert.ok(after.kind === "commit");
  const said = await encrypt(added.group, utf8("to both"));
  for (const group of [after.group, await join(adasPhone, added.welcome)]) assert.equal(await read(group, said.ciphertext, policy), "to both");
});

test("a moderator replaces the keys of members' leaves, and of nobody by another's key package or with another face", async () => {
  const { lea, ada, eve, policy, leas, adas, eves } = await room();
  const fresh = async (device: Device) => (await generateKeyPackages(device, 1, false, ROOM_SUITE))[0]!;
  const [adasNext, evesNext] = [await fresh(ada.device), await fresh(eve.device)];
  const stranger = await newParty();
  const otherDevice = await newDevice(ada.account);
  // The same device of the same account, with another signature key under another credential.
  const otherFace = await generateDevice({ accountId: ada.account.accountId, deviceId: ada.device.deviceId, identityPrivateKey: ada.account.identity.privateKey, identityPublicKey: ada.account.identity.publicKey });
  for (const device of [stranger.device, otherDevice, otherFace, lea.device]) await assert.rejects(replaceLeaves(leas, [adasNext.publicMessage, (await fresh(device)).publicMessage]), { code: "unauthorised_commit" });
  const made = await replaceLeaves(leas, [adasNext, evesNext].map(({ publicMessage }) => publicMessage));
  const outside = await process(adas, made.commit, policy);
  assert.ok(outside.kind === "commit" && !isActive(outside.group) && outside.added.length === 0 && outside.removed.length === 0 && outside.anew?.length === 3);
  const adasAfter = await join({ ...ada, packages: [adasNext] }, made.welcome);
  const evesAfter = await join({ ...eve, packages: [evesNext] }, made.welcome);
  const said = await encrypt(made.group, utf8("after"));
  for (const group of [adasAfter, evesAfter]) assert.equal(await read(group, said.ciphertext, policy), "after");
  // By what was copied before nobody follows; and a member replaces nobody's keys.
  for (const group of [adas, eves, outside.group]) await assert.rejects(process(group, said.ciphertext, policy), MlsRefusal);
  for (const { private: stolen } of ada.packages) assert.equal(await joinByWelcome(ada.device, made.welcome, [stolen]), undefined);
  const byMember = await replaceLeaves(adasAfter, [(await fresh(eve.device)).publicMessage]);
  for (const group of [made.group, evesAfter]) await assert.rejects(process(group, byMember.commit, policy), { code: "unauthorised_commit" });
});

test("who is no leaf is not removed, and no moderator removes themself", async () => {
  const { leas } = await room();
  for (const leaf of [0, 99]) await assert.rejects(removeMembers(leas, [leaf]), { code: "unauthorised_commit" });
});

test("whoever is let in can come in, however many came, went and had their keys replaced before, and by whichever moderator", async () => {
  const random = seeded(11);
  const [first, second] = [await newParty(), await newParty()];
  const policy = roomPolicy(new Set([first, second].map(({ account }) => toHex(account.accountId))));
  const created = await createGroup(first.device, randomBytes(16), ROOM_SUITE);
  const made = await addMembers(created, first.device, [second.packages[0]!.publicMessage]);
  /** Everybody who is in, and the group as they have it. */
  const inside = new Map<Party, Group>([[first, made.group], [second, await join(second, made.welcome)]]);
  for (let step = 0; step < 40; step++) {
    const by = random() < 0.5 ? first : second;
    const others = [...inside.keys()].filter((each) => each !== first && each !== second);
    const goes = others.length > 6 || (others.length > 0 && random() < 0.4) ? others[Math.floor(random() * others.length)] : undefined;
    const renewed = goes || random() < 0.6 ? [] : others.filter(() => random() < 0.5);
    const coming = goes || renewed.length > 0 ? [] : await Promise.all(Array.from({ length: 1 + Math.floor(random() * 3) }, () => newParty()));
    const group = inside.get(by)!;
    const fresh = new Map(await Promise.all(renewed.map(async (each) => [each, await generateKeyPackages(each.device, 1, false, ROOM_SUITE)] as const)));
    const committed: Committed & { readonly welcome?: Uint8Array } = goes ? await removeMembers(group, [leafOf(group, goes)]) : fresh.size > 0 ? await replaceLeaves(group, [...fresh.values()].map(([made]) => made!.publicMessage)) : await addMembers(group, by.device, coming.map(({ packages }) => packages[0]!.publicMessage));
    if (goes) inside.delete(goes);
    for (const [each, before] of inside) {
      const taken = each === by ? committed : await process(before, committed.commit, policy);
      const packages = fresh.get(each);
      assert.equal("anew" in taken ? taken.anew?.length : undefined, packages ? inside.size : undefined);
      inside.set(each, packages ? await join({ ...each, packages }, committed.welcome) : taken.group);
    }
    for (const each of coming) inside.set(each, await join(each, committed.welcome));
    const said = await encrypt(committed.group, utf8(`step ${step}`));
    inside.set(by, said.group);
    for (const [each, theirs] of inside) {
      if (each === by) continue;
      const taken = await process(theirs, said.ciphertext, policy);
      assert.equal(taken.kind === "application" && fromUtf8(taken.plaintext), `step ${step}`);
      inside.set(each, taken.group);
    }
  }
});
