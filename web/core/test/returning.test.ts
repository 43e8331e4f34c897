/** A client who lost every way in comes back by a code word; an impostor does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationView, NewIntake } from "../api.ts";
import { normaliseCodeWord } from "../conversation/returning.ts";
import { fold } from "../conversation/fold.ts";
import type { Entry } from "../conversation/entry.ts";
import type { Body } from "../conversation/payload.ts";
import type { ClosableCore } from "../core.ts";
import { PASSPHRASE, type TestPractice, untilView } from "./practice.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
withPractice((opened) => {
  practice = opened;
});

const tells = (type: string) => (view: ConversationView): boolean => view.items.some((item) => item.kind === "notice" && item.notice.type === type);

/** Both agree on a code word. */
async function agree(client: ClosableCore, id: string, word: string): Promise<void> {
  const practitioner = practice.practitioner.core;
  await client.proposeCodeWord(id, word);
  const { codeWord } = await untilView(practitioner, id, (view) => view.codeWord.proposed?.word === word);
  await assert.rejects(client.agreeCodeWord(id, codeWord.proposed?.id ?? ""), { code: "code_word_changed" });
  await practitioner.agreeCodeWord(id, codeWord.proposed?.id ?? "");
  await untilView(client, id, (view) => view.codeWord.agreed === word);
}

/** Somebody asks anew, under another account. */
async function ask(pseudonym: string, told: Pick<NewIntake, "formerName" | "codeWord">): Promise<{ readonly core: ClosableCore; readonly id: string; readonly seen: ConversationView }> {
  const core = practice.browser();
  await core.signUp({ pseudonym, passphrase: PASSPHRASE });
  const id = await core.requestTherapy({ practitioner: practice.practitionerId, consentVersion: practice.consentVersion, intake: { reason: "It is me.", region: "Kiel", ...told } });
  const seen = await untilView(practice.practitioner.core, id, (view) => view.intake !== undefined);
  return { core, id, seen };
}

test("a client who lost everything is known again; both conversations say so, and the history stays where it was", async () => {
  const practitioner = practice.practitioner.core;
  const { core: lost, id: former } = await practice.talkingClient("Quiet Heron");
  await assert.rejects(lost.proposeCodeWord(former, "a b"), { code: "code_word_too_short" });
  await agree(lost, former, "Blauer Kürbis");
  await lost.send(former, "What only the two of us know.");
  await untilView(practitioner, former, (view) => view.items.some((item) => item.kind === "message"));
  await practitioner.setCompared(former, true);

  const { core, id, seen } = await ask("Second Start", { formerName: "quiet heron", codeWord: "blauer-kurbis" });
  assert.deepEqual(seen.returning, { name: "quiet heron", attempts: 1, check: "matches", former });
  assert.equal((await core.open(id)).returning, undefined);
  await practitioner.accept(id);
  await practitioner.vouch(id);
  const continued = await untilView(core, id, tells("vouched"));
  assert.deepEqual(continued.vouched, { objected: false });
  assert.equal(continued.summary.compared, false);
  assert.equal((await practitioner.open(id)).summary.compared, false);
  assert.ok(!continued.items.some((item) => item.kind === "message"));

  // Should the former account be there after all, it sees that and can object; the practitioner sees it in both.
  await untilView(lost, former, (view) => view.continued !== undefined);
  await assert.rejects(core.objectToVouching(id), { code: "not_allowed" });
  await lost.objectToVouching(former);
  await untilView(practitioner, former, tells("objected"));
  assert.deepEqual((await practitioner.open(id)).vouched, { former, objected: true });
});

test("an impostor with a wrong word is not vouched for, learns nothing, and soon nothing is compared any more", async () => {
  const practitioner = practice.practitioner.core;
  const { core: real, id: former } = await practice.talkingClient("Amber Fox");
  await agree(real, former, "copper kettle");
  const answers: unknown[] = [];
  for (const [i, word] of ["silver kettle", "copper pot", "kettle"].entries()) {
    const { core, id, seen } = await ask(`Impostor ${i}`, { formerName: "Amber Fox", codeWord: word });
    assert.deepEqual(seen.returning, { name: "Amber Fox", attempts: i + 1, check: "differs" });
    await assert.rejects(practitioner.vouch(id), { code: "not_allowed" });
    const { items, returning, vouched } = await core.open(id);
    answers.push([items.map((item) => item.kind === "notice" && item.notice.type), returning, vouched]);
  }
  // Even the right word, now. And a name that nobody has looks the same to who asks.
  const right = await ask("Too Late", { formerName: "Amber Fox", codeWord: "copper kettle" });
  assert.equal(right.seen.returning?.check, "too-many");
  await assert.rejects(practitioner.vouch(right.id), { code: "not_allowed" });
  const stranger = await ask("A Stranger", { formerName: "Nobody Here", codeWord: "copper kettle" });
  assert.equal(stranger.seen.returning?.check, "nobody");
  const { items, returning, vouched } = await stranger.core.open(stranger.id);
  answers.push([items.map((item) => item.kind === "notice" && item.notice.type), returning, vouched]);
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal((await real.open(former)).continued, undefined);
});

test("who may write what is held on both sides", () => {
  const parties = { me: "c", client: "c", practitioner: "p" };
  let seq = 0;
  const says = (from: string, body: Body, id = (++seq).toString(16).padStart(32, "0")): Entry => ({
    kind: "payload", stream: "s", seq, from, device: "d", payload: { ...body, v: 1, id, at: seq, chain: { n: 0, seq: 0, hash: "" } },
  });
  const proposal = says("c", { type: "code-word", word: "copper" }, "a".repeat(32));
  const refused = (entries: readonly Entry[]): number => fold(entries, parties).items.filter((item) => item.kind === "security").length;
  const agreeing = (from: string): Entry => says(from, { type: "code-word-agreed", of: "a".repeat(32) });
  assert.equal(refused([proposal, agreeing("c")]), 1);
  assert.equal(fold([proposal, agreeing("p")], parties).codeWord.agreed, "copper");
  assert.equal(refused([says("c", { type: "vouch", former: "b".repeat(32) })]), 1);
  assert.equal(refused([says("p", { type: "vouch", former: "b".repeat(32) })]), 1, "nobody asked for it");
  assert.equal(refused([says("p", { type: "continued" })]), 1, "no word was agreed on");
  assert.equal(refused([proposal, agreeing("p"), says("c", { type: "continued" })]), 1);
  assert.equal(refused([proposal, agreeing("p"), says("p", { type: "continued" }), says("p", { type: "object" })]), 1);
  assert.equal(refused([proposal, agreeing("p"), says("c", { type: "object" })]), 1);
});

test("a code word is compared without what speech does not tell", () => {
  assert.equal(normaliseCodeWord("  Blauer KÜRBIS "), normaliseCodeWord("blauer-ku\u0308rbis"));
  assert.equal(normaliseCodeWord("Kürbis"), "kurbis");
  assert.equal(normaliseCodeWord("قِطَّة"), normaliseCodeWord("قطة"));
  assert.notEqual(normaliseCodeWord("copper"), normaliseCodeWord("copper 2"));
});
