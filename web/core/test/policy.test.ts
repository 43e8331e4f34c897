/** Versions of the privacy policy on the real server: who is asked again, who is told, and what of it the server learns. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Practice, PolicyFacts } from "../api.ts";
import { newsFor } from "../policy.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((opened, running) => {
  practice = opened;
  server = running;
});

async function setUp(): Promise<Practice> {
  const { core } = practice.steward;
  await core.updatePractice({ ...(await core.practice()), name: "Lindenhof", languages: ["en"], jurisdiction: "DE" });
  return core.practice();
}

async function publish(change: (facts: PolicyFacts) => PolicyFacts, note: string, matters = false): Promise<number> {
  const { core } = practice.steward;
  const facts = change((await core.policy("en")).facts);
  const { base } = await core.previewPolicy(facts, "en");
  return core.publishPolicy({ base, facts, note, matters });
}

test("clients are asked when it matters, and told when it does not", async () => {
  const early = practice.browser();
  await early.signUp({ pseudonym: "Early Wren", passphrase: PASSPHRASE });
  assert.equal((await early.policy("en")).wanted, "nothing", "nothing is published yet");

  const settings = await setUp();
  assert.equal((await early.policy("en")).wanted, "agree", "who came before there was a policy has not agreed to it");
  const client = practice.browser();
  const { account } = await client.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  const first = await client.policy("en");
  assert.deepEqual([first.wanted, first.version, first.agreed?.version], ["nothing", 1, 1], "signing up is agreeing");

  assert.equal(await publish((facts) => ({ ...facts, authority: "The BfDI in Bonn" }), "Where to complain."), 2);
  const told = await client.policy("de");
  assert.deepEqual([told.wanted, told.steps.map(({ note }) => note), told.agreed?.version], ["told", ["Where to complain."], 1]);
  assert.ok(told.steps[0]?.changes.some(({ came }) => came.some((line) => line.includes("BfDI"))));
  await client.sawPolicy(2);
  assert.equal((await client.policy("en")).wanted, "nothing");

  await practice.steward.core.updatePractice({ ...settings, retention: { shortest: 7, longest: 0, standard: 90 } });
  const asked = await client.policy("en");
  assert.deepEqual([asked.wanted, asked.version, asked.steps.map(({ version }) => version)], ["agree", 3, [3, 2]]);
  assert.ok(asked.steps[0]?.changes.some(({ came }) => came.some((line) => line.includes("90"))));
  await client.agreeToPolicy(3);

  // Agreeing is kept in the vault: another browser of the account knows of it.
  const elsewhere = practice.browser();
  await elsewhere.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
  const there = await elsewhere.policy("en");
  assert.deepEqual([there.wanted, there.agreed?.version], ["nothing", 3]);

  const { core: practitioner } = practice.practitioner;
  assert.equal((await practitioner.policy("en")).wanted, "nothing", "who works here begins with what there is");
  await publish((facts) => ({ ...facts, processors: [{ name: "Store", purpose: "backups", place: "Iceland" }] }), "Backups are kept elsewhere.");
  assert.equal((await practitioner.policy("en")).wanted, "told");
  assert.equal((await client.policy("en")).wanted, "agree");
});

test("only stewards publish, and see what they publish", async () => {
  const { core } = practice.steward;
  const { facts } = await core.policy("en");
  await assert.rejects(practice.practitioner.core.previewPolicy(facts, "en"), { code: "not_allowed" });
  const changed = { ...facts, hipaa: true };
  const preview = await core.previewPolicy(changed, "fr");
  assert.ok(preview.changed && !preview.matters && preview.sections.some(({ id }) => id === "hipaa"));
  await assert.rejects(practice.practitioner.core.publishPolicy({ base: preview.base, facts: changed, note: "x", matters: false }), { code: "not_allowed" });
  await core.publishPolicy({ base: preview.base, facts: changed, note: "HIPAA", matters: false });
  await assert.rejects(core.publishPolicy({ base: preview.base, facts, note: "x", matters: false }), { code: "policy_moved" });
});

test("who agreed is nowhere in the clear", () => {
  const stored = readFileSync(path.join(server.data, "alcove.db"), "latin1") + readFileSync(path.join(server.data, "alcove.db-wal"), "latin1");
  assert.ok(!stored.includes('"agreed"'));
});

test("a version that the list has no more is older than all of it", () => {
  const step = (version: number, matters: boolean) => ({ version, day: "2026-11-27", cause: "steward" as const, matters, note: "", changes: [] });
  const versions = [step(30, false), step(29, true), step(28, false)];
  assert.equal(newsFor({ role: "client", policy: { agreed: { version: 3, day: 1 }, seen: 3 } }, { version: 30, versions }).wanted, "agree");
  assert.equal(newsFor({ role: "client", policy: { agreed: { version: 29, day: 1 }, seen: 29 } }, { version: 30, versions }).wanted, "told");
});
