/**
 * A server that swaps a key, forks its key log, goes back to an earlier one or lists
 * an impostor: the clients' own software refuses it and says so, until somebody
 * accepts what it shows.
 */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { fromHex, randomBytes, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, DeviceStore } from "../context.ts";
import { accountIdOf, generateSigningKey, sign } from "../device_credential.ts";
import { hasCode } from "../errors.ts";
import { ProfileSchema } from "../gen/alcove/v1/practice_pb.ts";
import { ensureDevice } from "../keys.ts";
import { keylogOf } from "../keylog/index.ts";
import { accountLabel, accountValue, GONE } from "../keylog/labels.ts";
import { checkConsistency, checkLabel, checkNewest, openCheckpoint, readEntry } from "../keylog/log.ts";
import { generateSealingKey } from "../sealed.ts";
import { createMemoryStore } from "../storage.ts";
import { createKeylogDouble, createWitnessDouble, type WitnessDouble } from "./keylog_double.ts";
import { consent, createParty, type Party } from "./people.ts";
import { createServerDouble, type ServerDouble } from "./server_double.ts";

interface Watched { readonly ctx: CoreContext; readonly alarms: (string | undefined)[] }

/** What the key log needs of a browser of somebody's. */
async function browserOf(server: ServerDouble, party: Party, store: DeviceStore = createMemoryStore()): Promise<Watched> {
  const accountId = fromHex(party.accountId);
  const alarms: (string | undefined)[] = [];
  const ctx: CoreContext = {
    transport: server.transport(accountId), vault: party.vault, store, device: await ensureDevice(store, accountId, party.vault.read()), accountId,
    emit: (event) => void (event.type === "keylog" && alarms.push(event.alarm)), now: server.now,
  };
  return { ctx, alarms };
}

async function scene(_t: TestContext) {
  const server = createServerDouble();
  const anna = await createParty(server, "practitioner", "Anna Weber");
  const fern = await createParty(server, "client", "Fern");
  for (let i = 0; i < 5; i++) server.keylog.set(1, randomBytes(32), randomBytes(32));
  return { server, anna, fern, client: await browserOf(server, fern), practitioner: await browserOf(server, anna) };
}

const refusedAs = (code: string) => (error: unknown): boolean => hasCode(error, code);

async function alarmed(browser: Watched, party: Party, code: string): Promise<void> {
  const { ctx, alarms } = browser;
  await assert.rejects(keylogOf(ctx).watch(), refusedAs(code));
  assert.deepEqual(alarms, [code]);
  // It stays said, after a start of the browser too, and nobody new is met.
  assert.equal((await keylogOf(ctx).view()).alarm, code);
  await assert.rejects(keylogOf(ctx).practitioner(fromHex(party.accountId)), refusedAs(code));
  await keylogOf({ ...ctx }).watch();
  assert.deepEqual(alarms, [code, code]);
}

test("an honest log is gone along with as it grows, on one device and by the vault on the next", async (t) => {
  const { server, anna, fern, client, practitioner } = await scene(t);
  await keylogOf(client.ctx).watch();
  await keylogOf(practitioner.ctx).watch();
  for (let i = 0; i < 40; i++) {
    server.keylog.set(1, randomBytes(32), randomBytes(32));
    await keylogOf(client.ctx).watch();
  }
  assert.equal((await keylogOf(client.ctx).practitioner(fromHex(anna.accountId))).displayName, "Anna Weber");
  const next = await browserOf(server, fern);
  assert.ok(fern.vault.read().keylog!.size > 0);
  await keylogOf(next.ctx).watch();
  assert.deepEqual([...client.alarms, ...practitioner.alarms, ...next.alarms], []);
});

test("a practitioner's sealing key that the server exchanged is refused by who meets them, and by themselves", async (t) => {
  const { server, anna, client, practitioner } = await scene(t);
  await keylogOf(practitioner.ctx).watch();
  // Even with the identity key: the log has the other recipient.
  const mine = await generateSealingKey();
  const profile = server.profiles.get(anna.accountId)!;
  const signature = sign(fromHex(anna.vault.read().identityPrivateKey), utf8(`alcove/v1/sealing${mine.recipient}`));
  server.profiles.set(anna.accountId, { ...profile, sealingRecipient: mine.recipient, sealingSignature: signature });
  await assert.rejects(keylogOf(client.ctx).practitioner(fromHex(anna.accountId)), refusedAs("keylog_peer"));
  assert.deepEqual(client.alarms, ["keylog_peer"]);
  // So the log has to be changed too, and then it is who they belong to that sees it.
  server.keylog.set(1, accountLabel(profile.accountId), accountValue(profile.identityKey, mine.recipient));
  await alarmed(practitioner, anna, "keylog_own");
});

test("a key that was swapped and swapped back is seen by its owner", async (t) => {
  const { server, anna, practitioner } = await scene(t);
  await keylogOf(practitioner.ctx).watch();
  const { identityKey, sealingRecipient, accountId } = server.profiles.get(anna.accountId)!;
  server.keylog.set(1, accountLabel(accountId), randomBytes(32));
  server.keylog.set(1, accountLabel(accountId), accountValue(identityKey, sealingRecipient));
  await alarmed(practitioner, anna, "keylog_own");
});

test("an account that the log calls gone, or does not know, is told so", async (t) => {
  for (const change of [
    (server: ServerDouble, party: Party) => server.keylog.set(1, accountLabel(fromHex(party.accountId)), GONE),
    (server: ServerDouble) => { const other = createKeylogDouble(); other.list(server.keylog.listed()); server.keylogOf = () => other; },
  ]) {
    const { server, anna, fern, client } = await scene(t);
    change(server, fern);
    await alarmed(client, anna, "keylog_own");
  }
});

test("an impostor is not met: not one who is listed for one client alone, nor one whom all are shown", async (t) => {
  const { server, anna, client, practitioner } = await scene(t);
  const identity = generateSigningKey();
  const accountId = accountIdOf(identity.publicKey);
  const sealing = await generateSealingKey();
  const impostor = create(ProfileSchema, {
    accountId, displayName: "Dr  Anna Weber", consent, published: true, identityKey: identity.publicKey, sealingRecipient: sealing.recipient,
    sealingSignature: sign(identity.privateKey, utf8(`alcove/v1/sealing${sealing.recipient}`)),
  });
  server.profiles.set(toHex(accountId), impostor);
  await assert.rejects(keylogOf(client.ctx).practitioner(accountId), refusedAs("keylog_peer"), "not in the log at all");
  await keylogOf(client.ctx).accept();
  server.keylog.enter(impostor);
  await assert.rejects(keylogOf(client.ctx).practitioner(accountId), refusedAs("keylog_listed"), "an account, but listed for nobody else");
  // Listed for everybody it can be met, and the practitioner whose name it has sees that.
  await keylogOf(practitioner.ctx).watch();
  const face = { accountId, displayName: "ANNA-WEBER", profession: "", registrationBody: "", registrationNumber: "" };
  server.keylog.list([...server.keylog.listed(), face]);
  await alarmed(practitioner, anna, "keylog_impostor");
});

test("a practitioner who is listed as somebody else, or not any more, is told so", async (t) => {
  const { server, anna, practitioner } = await scene(t);
  const [own] = server.keylog.listed();
  server.keylog.list([{ ...own!, registrationNumber: "999" }]);
  await alarmed(practitioner, anna, "keylog_listed");
  await assert.rejects(keylogOf(practitioner.ctx).accept(), refusedAs("keylog_listed"), "accepting does not make it right");
  server.keylog.list([own!]);
  await keylogOf(practitioner.ctx).accept();
  assert.equal((await keylogOf(practitioner.ctx).view()).alarm, undefined);
});

test("a forked log is refused: by the device that saw the other one, and by the account's next device", async (t) => {
  const { server, anna, fern, client } = await scene(t);
  await keylogOf(client.ctx).watch();
  const fork = server.keylog.fork();
  server.keylog.set(1, randomBytes(32), randomBytes(32));
  await keylogOf(client.ctx).watch();
  for (let i = 0; i < 3; i++) fork.set(1, randomBytes(32), randomBytes(32));
  server.keylogOf = () => fork;
  await alarmed(client, anna, "keylog_forked");
  // Of one size it is another one as well.
  const next = await browserOf(server, { ...fern, vault: fixedVault(fern, { key: server.keylog.key, size: server.keylog.entries.length, hash: toHex(openCheckpoint(server.keylog.answer({}).checkpoint, server.keylog.key).hash), day: 0 }) });
  await alarmed(next, anna, "keylog_forked");
});

function fixedVault(party: Party, keylog: NonNullable<ReturnType<Party["vault"]["read"]>["keylog"]>): Party["vault"] {
  let contents = { ...party.vault.read(), keylog };
  return { read: () => contents, update: async (change) => (contents = change(contents) as typeof contents), refresh: async () => contents };
}

test("an earlier log is refused, and one that another key signs", async (t) => {
  const { server, anna, client, practitioner } = await scene(t);
  const earlier = server.keylog.fork();
  server.keylog.set(1, randomBytes(32), randomBytes(32));
  await keylogOf(client.ctx).watch();
  await keylogOf(practitioner.ctx).watch();
  server.keylogOf = () => earlier;
  await alarmed(client, anna, "keylog_older");
  const copy = createKeylogDouble(generateSigningKey(), [...server.keylog.entries], new Map(server.keylog.labels), server.keylog.listed());
  server.keylogOf = () => copy;
  await alarmed(practitioner, anna, "keylog_key");
  // Who was told by the practice that it had to begin anew can go on.
  await keylogOf(practitioner.ctx).accept();
  assert.equal(practitioner.alarms.at(-1), undefined);
  assert.ok(await keylogOf(practitioner.ctx).practitioner(fromHex(anna.accountId)));
});

test("witnesses that an account met hold the server to the history that they cosigned", async (t) => {
  const { server, fern, client, practitioner } = await scene(t);
  const [one, two, theirs] = ["one", "two", "theirs"].map((name) => createWitnessDouble(`${name}.example.org`)) as [WitnessDouble, WitnessDouble, WitnessDouble];
  const log = server.keylog;
  let days = 0;
  const later = async (browser: Watched, more: number): Promise<void> => {
    days += more;
    await keylogOf({ ...browser.ctx, now: () => server.now() + days * 86_400_000 }).watch();
  };
  log.cosign([one, two], 1_000);
  await later(client, 0);
  await later(practitioner, 1);
  // One of two that is away for long alarms nobody, nor both for some days.
  for (const time of [2_000, 3_000, 4_000]) {
    log.cosign([two], time);
    await later(client, 5);
  }
  // Another history: what was cosigned is not its beginning, or is from before.
  const fork = log.fork();
  log.set(1, randomBytes(32), randomBytes(32));
  log.cosign([one, two], 5_000);
  fork.set(1, randomBytes(32), randomBytes(32));
  const known = log.answer({});
  server.keylogOf = () => ({ ...fork, answer: (request) => ({ ...fork.answer(request), witnesses: known.witnesses, witnessed: known.witnessed }) });
  await assert.rejects(later(client, 0), refusedAs("keylog_forked"));
  await client.ctx.store.put([["keylog/alarm", undefined]]);
  // A witness of the server's own does not stand in for them.
  fork.cosign([theirs], 6_000);
  server.keylogOf = () => fork;
  await later(client, 4);
  await assert.rejects(later(client, 4), refusedAs("keylog_unwitnessed"));
  assert.equal(client.alarms.at(-1), "keylog_unwitnessed");
  // The account's next device has them from the vault, and waits as long.
  const next = await browserOf(server, fern);
  await later(next, 0);
  await later(next, 6);
  await assert.rejects(later(next, 2), refusedAs("keylog_unwitnessed"));
  // Who was told why begins anew, with the witnesses there are now.
  await keylogOf(next.ctx).accept();
  assert.deepEqual(fern.vault.read().keylog?.witnesses, [theirs.key]);
});

test("a clock that was set wrong is no witness's silence", async (t) => {
  const { server, client } = await scene(t);
  const witness = createWitnessDouble("one.example.org");
  server.keylog.cosign([witness], 1_000);
  const at = (days: number) => keylogOf({ ...client.ctx, now: () => server.now() + days * 86_400_000 }).watch();
  await at(0);
  await at(365);
  server.keylog.cosign([witness], 1_001);
  await at(365);
  await at(0);
  assert.deepEqual(client.alarms, []);
});

test("answers that do not follow from the checkpoint are refused", async (t) => {
  const { server, anna } = await scene(t);
  const honest = server.keylog;
  const changes: Readonly<Record<string, (answer: ReturnType<typeof honest.answer>) => object>> = {
    "a value": ({ labels: [label] }) => ({ labels: [{ ...label!, value: randomBytes(32) }] }),
    "a version": ({ labels: [label] }) => ({ labels: [{ ...label!, version: 2 }] }),
    "absence": ({ labels: [label] }) => ({ labels: [{ ...label!, version: 0, value: new Uint8Array() }] }),
    "no answer": () => ({ labels: [] }),
    "the newest entry": ({ newest }) => ({ newest: Uint8Array.from(newest, (byte, i) => (i === 100 ? byte ^ 1 : byte)) }),
    "its proof": ({ newestProof }) => ({ newestProof: newestProof.slice(1) }),
    "the size": ({ checkpoint }) => ({ checkpoint: utf8(new TextDecoder().decode(checkpoint).replace(/\n(\d+)\n/u, (_, size) => `\n${Number(size) + 1}\n`)) }),
    "the checkpoint that was cosigned": () => ({ witnessed: utf8("double.example.org/log\n1\nAAAA\n\n") }),
    "no signature": ({ checkpoint }) => ({ checkpoint: checkpoint.slice(0, checkpoint.indexOf(10, checkpoint.length - 140)) }),
  };
  for (const [name, change] of Object.entries(changes)) {
    const fern = await createParty(createServerDouble(), "client", name);
    honest.enter(create(ProfileSchema, { accountId: fromHex(fern.accountId), identityKey: fromHex(fern.vault.read().identityPublicKey), sealingRecipient: fern.vault.read().sealingRecipient }));
    const lying = { ...honest, answer: (request: Parameters<typeof honest.answer>[0]) => { const answer = honest.answer(request); return { ...answer, ...change(answer) }; } };
    server.keylogOf = () => lying;
    const browser = await browserOf(server, fern);
    await alarmed(browser, anna, "keylog_proof");
  }
});

test("proofs of every size hold, and none of another", () => {
  const log = createKeylogDouble();
  const trees = [];
  for (let size = 1; size <= 18; size++) {
    log.set(1, randomBytes(32), randomBytes(32));
    const { checkpoint, newest, newestProof } = log.answer({});
    const tree = openCheckpoint(checkpoint, log.key);
    checkNewest(tree, newest, newestProof);
    assert.throws(() => checkNewest(tree, log.entries[size - 2] ?? randomBytes(101), newestProof));
    trees.push(tree);
    for (const [i, earlier] of trees.entries()) {
      const { known: [proof] } = log.answer({ known: [BigInt(i + 1)] });
      checkConsistency(earlier, tree, proof!.hashes);
      const other = { ...earlier, hash: randomBytes(32) };
      assert.throws(() => checkConsistency(other, tree, proof!.hashes));
      if (i + 1 < size) assert.throws(() => checkConsistency(earlier, tree, [...proof!.hashes, randomBytes(32)]));
    }
    const { root } = readEntry(newest);
    const asked = [...log.labels.values()].map(({ label }) => label).concat(randomBytes(32));
    log.answer({ labels: asked }).labels.forEach((proof, i) => {
      checkLabel(root, asked[i]!, proof);
      assert.throws(() => checkLabel(root, randomBytes(32), { ...proof, version: proof.version || 1, value: randomBytes(32), otherLabel: new Uint8Array() }));
    });
  }
});

test("whatever bytes a server sends, it is refused by its code", () => {
  const log = createKeylogDouble();
  for (let i = 0; i < 9; i++) log.set(1, randomBytes(32), randomBytes(32));
  const { checkpoint } = log.answer({});
  const random = (most: number): Uint8Array => randomBytes(Math.floor(Math.random() * most));
  for (let round = 0; round < 2_000; round++) {
    const changed = checkpoint.slice();
    const at = round % changed.length;
    changed[at] = changed[at]! ^ (1 + Math.floor(Math.random() * 255));
    for (const parse of [
      () => openCheckpoint(changed, log.key), () => openCheckpoint(random(300), log.key), () => openCheckpoint(checkpoint, new TextDecoder().decode(random(80))),
      () => readEntry(random(100)), () => checkNewest({ size: 9, hash: randomBytes(32) }, random(110), [random(34)]),
      () => checkConsistency({ size: 3, hash: randomBytes(32) }, { size: 9, hash: randomBytes(32) }, [random(34), random(34)]),
      () => checkLabel(randomBytes(32), randomBytes(32), { beside: [random(40)], version: 0, value: random(40), otherLabel: random(40), otherCommitment: random(40) }),
    ]) assert.throws(parse, refusedAs("keylog_proof"));
  }
});
