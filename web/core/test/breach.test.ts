/** The worst day, from the real server: a register that stewards alone read, notices that reach those concerned, and clocks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Breach, Core } from "../api.ts";
import type { ClosableCore } from "../core.ts";
import { clocksOf } from "../breach_clocks.ts";
import { randomBytes, toHex } from "../bytes.ts";
import { createNodeCore } from "../node.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startDrill, type TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let practice: TestPractice;
let server: TestServer;
withPractice((here, at) => { practice = here; server = at; });

const HOUR = 3_600_000;
const AWARE = Date.UTC(2026, 10, 27, 10);
const BREACH: Breach = {
  title: "The stolen copy", kind: "intruder", risk: "high", happened: "A copy of the disk was stolen from the van.", when: "in the night", awareAt: AWARE,
  data: ["account", "message"], affected: "All clients", people: 12, consequences: "That somebody is a client.", measures: "Keys were changed.",
  contact: "Ada, +49 30 1", authorityAt: 0, lateReason: "", hhsAt: 0,
};
const WORDS = [{ language: "en", happened: "A copy was stolen.", means: "Nobody can read it.", did: "We changed the keys.", can: "Change your passphrase." }];
const id = (): string => toHex(randomBytes(16));

test("a register that stewards read, a notice that reaches those concerned, and what becomes of it", async () => {
  const { steward: { core: steward }, practitioner: { core: practitioner }, practitionerId } = practice;
  const heron = await practice.talkingClient("Quiet Heron");
  const otter = practice.browser();
  const { account } = await otter.signUp({ pseudonym: "Grey Otter", passphrase: PASSPHRASE });
  const told = async (core: Core) => (await core.breachNotices()).map(({ words }) => words[0]?.happened);

  const entry = await steward.putBreach(BREACH);
  const changed = await steward.putBreach({ ...BREACH, measures: "Keys were changed twice." }, entry);
  await assert.rejects(steward.putBreach(BREACH, entry), { code: "breach_conflict" });
  const [kept] = (await steward.breachRegister()).entries;
  assert.deepEqual([kept?.version, kept?.breach?.measures], [changed.version, "Keys were changed twice."]);
  await assert.rejects(heron.core.breachRegister(), { code: "not_allowed" });

  assert.equal(await steward.publishBreachNotice({ id: id(), breach: entry.id, audience: { who: "clients", of: practitionerId }, kind: "intruder", words: WORDS }), 2);
  assert.deepEqual([await told(heron.core), await told(practitioner), await told(otter)], [["A copy was stolen."], ["A copy was stolen."], []]);
  const secret = "Your sister read what you wrote.";
  const single = id();
  await steward.publishBreachNotice({ id: single, breach: entry.id, audience: { who: "accounts", accounts: [account.accountId] }, kind: "acquaintance", words: [{ language: "en", happened: secret, means: "", did: "", can: "" }] });
  assert.deepEqual(await told(otter), [secret]);

  await otter.confirmBreachNotice(single);
  assert.equal((await otter.breachNotices())[0]?.confirmed, true);
  const register = await steward.breachRegister();
  assert.deepEqual(register.notices.map(({ who, told: count, confirmed }) => [who, count, confirmed]), [["accounts", 1, 1], ["clients", 2, 0]]);

  // What is sealed lies nowhere on the disk.
  const { readFileSync, readdirSync } = await import("node:fs");
  const disk = readdirSync(server.data).filter((name) => name.startsWith("alcove.db")).map((name) => readFileSync(`${server.data}/${name}`));
  for (const words of [secret, BREACH.happened, BREACH.title, BREACH.contact]) assert(!disk.some((file) => file.includes(words)), words);

  await steward.withdrawBreachNotice(single);
  assert.deepEqual(await told(otter), []);
});

test("nobody signs up while that is frozen, and ending all sessions leaves the steward's", async () => {
  const { steward: { core: steward } } = practice;
  const fox = practice.browser();
  await steward.freezeSignUps(true);
  await assert.rejects(fox.signUp({ pseudonym: "Patient Fox", passphrase: PASSPHRASE }), { code: "sign_ups_frozen" });
  assert.equal((await steward.breachRegister()).frozen, true);
  await steward.freezeSignUps(false);
  const { account } = await fox.signUp({ pseudonym: "Patient Fox", passphrase: PASSPHRASE });
  const ended = new Promise((resolve) => fox.subscribe((event) => { if (event.type === "session" && event.session.state === "expired") resolve(true); }));
  assert(await steward.endEverySession() >= 2);
  await ended;
  await steward.breachRegister();
  const state = await fox.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
  assert.equal(state.state, "ready");
});

test("the clocks of 72 hours and 60 days, and what is late", () => {
  const at = (breach: Partial<Breach>, toldAt: number, hours: number) => Object.fromEntries(clocksOf({ ...BREACH, ...breach }, toldAt, AWARE + hours * HOUR).map((clock) => [clock.name, clock]));
  const early = at({}, 0, 71);
  assert.deepEqual([early["authority"]?.until, early["authority"]?.late, early["hipaa"]?.until], [AWARE + 72 * HOUR, 0, AWARE + 60 * 24 * HOUR]);
  assert.equal(at({}, 0, 73)["authority"]?.late, HOUR);
  const done = at({ authorityAt: AWARE + 80 * HOUR }, 0, 500)["authority"];
  assert.deepEqual([done?.doneAt, done?.late], [AWARE + 80 * HOUR, 8 * HOUR]);
  assert.equal(at({ risk: "unlikely" }, 0, 1)["authority"], undefined);
  assert.equal(at({ risk: "risk" }, 0, 1)["people"], undefined);
  assert.equal(at({}, 0, 1)["hhs"]?.until, Date.UTC(2027, 0, 1) + 60 * 24 * HOUR);
  assert.equal(at({ people: 500 }, 0, 1)["hhs"]?.until, AWARE + 60 * 24 * HOUR);
});

test("a drill is played on a copy: a steward is let in and not alarmed, and the practice learns nothing of it", async (t) => {
  const { steward: { core: steward, loginName } } = practice;
  const owl = practice.browser();
  const { account } = await owl.signUp({ pseudonym: "Early Owl", passphrase: PASSPHRASE });
  const before = await steward.breachRegister();
  const drill = await startDrill(server.data);
  t.after(drill.stop);
  const there = (): ClosableCore => createNodeCore({ baseUrl: drill.baseUrl, ca: drill.ca, opaque: quickOpaque });
  const [rehearsing, copied] = [there(), there()];
  t.after(() => Promise.all([rehearsing.close(), copied.close()]));
  const alarms: string[] = [];
  rehearsing.subscribe((event) => { if (event.type === "keylog") alarms.push(String(event.alarm)); });
  await rehearsing.logIn({ loginName, passphrase: PASSPHRASE });
  await rehearsing.useOneTimeCode(drill.code);
  const entry = await rehearsing.putBreach(BREACH);
  assert.ok(await rehearsing.publishBreachNotice({ id: id(), breach: entry.id, audience: { who: "everybody" }, kind: "intruder", words: WORDS }) > 0);
  await rehearsing.freezeSignUps(true);
  await rehearsing.askRekeying();
  await copied.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
  assert.equal((await copied.breachNotices()).length, 1, "who comes to the copy is told");
  assert.equal((await rehearsing.keylog()).alarm, undefined);
  assert.deepEqual(alarms, []);
  assert.deepEqual(await owl.breachNotices(), []);
  assert.deepEqual(await steward.breachRegister(), before);
  assert.equal((await steward.keylog()).alarm, undefined);
});
