/** The access log of an account, over the real server: what the server noted and what devices said, on each of its devices. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AccessEntry, AccessView } from "../access_api.ts";
import type { Core } from "../api.ts";
import { fromHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { logIn } from "../credentials.ts";
import { loadKept } from "../kept.ts";
import { reaching } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import { bearer, createTransport } from "../transport.ts";
import { createAuthenticator } from "./authenticator.ts";
import { until } from "./patience.ts";
import { PASSPHRASE } from "./practice.ts";
import { quickOpaque as opaque } from "./quick_opaque.ts";
import { startServer, type TestServer } from "./server.ts";

let server: TestServer;
let later = 0;
const open: ClosableCore[] = [];
before(async () => void (server = await startServer()));
after(async () => {
  for (const core of open) await core.close();
  await server.stop();
});

function browser(store: DeviceStore = createMemoryStore()): Core {
  const core = createCore({ ...reaching(server.baseUrl, server.ca), opaque, store, now: () => Date.now() + later });
  open.push(core);
  return core;
}

const untilLog = (core: Core, condition: (view: AccessView) => boolean): Promise<AccessView> => until(() => core.accessLog(), condition);
const has = (kind: AccessEntry["what"]["kind"], times = 1) => ({ entries }: AccessView): boolean => entries.filter(({ what }) => what.kind === kind).length >= times;
/** Kind, whose doing as this device sees it, and whether it asks about it; newest first. */
const told = ({ entries }: AccessView) => entries.map(({ what, device, unexpected }) => [what.kind, device ? (device.current ? "here" : "elsewhere") : "nobody", unexpected]);

test("a second factor gives the session another token; the former counts no longer, and the log tells both as one session", async () => {
  const passkey = createAuthenticator(server.baseUrl);
  const desk = browser();
  const { account: { loginName } } = await desk.signUp({ pseudonym: "The Steward", passphrase: PASSPHRASE, invitation: server.setUpToken });
  const { oneTimeCodes } = await desk.passkeyRegisterFinish(await passkey.create(await desk.passkeyRegisterStart()));
  assert.deepEqual(told(await untilLog(desk, has("begun"))), [["begun", "here", false]]);

  const store = createMemoryStore();
  const phone = browser(store);
  const token = async (): Promise<string> => (await loadKept(store))?.token ?? "";
  assert.equal((await phone.logIn({ loginName, passphrase: PASSPHRASE })).state, "second-factor");
  const tokens = [await token()];
  await phone.useOneTimeCode(oneTimeCodes[0] ?? "");
  tokens.push(await token());
  assert.deepEqual(told(await untilLog(phone, has("one-time-code"))), [["one-time-code", "here", false], ["log-in", "here", false], ["begun", "elsewhere", false]]);
  assert.equal((await phone.passkeyAssertFinish(await passkey.get(await phone.passkeyAssertStart()))).state, "ready");
  tokens.push(await token());

  assert.equal(new Set(tokens).size, 3);
  const { account } = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  for (const former of tokens.slice(0, 2)) await assert.rejects(account.getSession({}, bearer(fromHex(former))), { code: "not_logged_in" });

  // The device listens on, is one session to the others, and is ended by what they know of it.
  const renamed = new Promise<void>((resolve) => void phone.subscribe((event) => event.type === "session" && event.session.state === "ready" && event.session.account.displayName === "At the desk" && resolve()));
  await desk.setDisplayName("At the desk");
  await renamed;
  assert.equal((await phone.accessLog()).entries.length, 3);
  assert.deepEqual(told(await untilLog(desk, has("one-time-code"))).slice(0, 2), [["one-time-code", "elsewhere", true], ["log-in", "elsewhere", true]]);
  const ended = new Promise<void>((resolve) => void phone.subscribe((event) => event.type === "session" && event.session.state === "none" && resolve()));
  await desk.removeDevice((await desk.devices()).find(({ current }) => !current)?.id ?? "");
  await ended;
  await assert.rejects(account.getSession({}, bearer(fromHex(tokens[2] ?? ""))), { code: "not_logged_in" });
});

test("a log-in from another device is told on both, asked about once, and answered for all", async () => {
  const phone = browser();
  const { account: { loginName }, recoveryCode } = await phone.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  assert.deepEqual(told(await untilLog(phone, has("begun"))), [["begun", "here", false]]);

  const desk = browser();
  await desk.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(told(await untilLog(desk, has("log-in"))), [["log-in", "here", false], ["begun", "elsewhere", false]]);
  const seen = await untilLog(phone, ({ entries }) => entries[0]?.device !== undefined && entries[0].what.kind === "log-in");
  assert.deepEqual(told(seen), [["log-in", "elsewhere", true], ["begun", "here", false]]);
  assert.equal(seen.entries[0]?.newDevice, true);
  assert.ok(seen.entries[0]?.exact && Math.abs(seen.entries[0].at - Date.now()) < 60_000);

  const answered = await phone.answerAccess(seen.entries[0]?.id ?? "", "mine");
  assert.deepEqual(told(answered)[0], ["log-in", "elsewhere", false], "the device is known from now on");
  assert.equal((await phone.devices()).find(({ current }) => !current)?.unconfirmed, false);
  assert.equal((await untilLog(desk, ({ entries }) => entries[0]?.answer !== undefined)).entries[0]?.answer, "mine");

  // Who only knows the passphrase, and whose software says nothing, is told all the same.
  const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  await logIn({ transport, opaque, progress: () => undefined }, { loginName, passphrase: PASSPHRASE });
  assert.deepEqual(told(await untilLog(phone, has("log-in", 2)))[0], ["log-in", "nobody", false], "it may be coming in just now");
  later = 11 * 60_000;
  assert.deepEqual(told(await phone.accessLog())[0], ["log-in", "nobody", true]);

  // Who recovers elsewhere is seen by the account's devices, whatever they say of themselves.
  const third = browser();
  await third.recover(recoveryCode);
  await third.setPassphrase({ next: "another lantern meadow violin 9 harbour", newRecoveryCode: false });
  await untilLog(third, has("passphrase"));
  await desk.logIn({ loginName, passphrase: "another lantern meadow violin 9 harbour" });
  const after = await untilLog(desk, has("log-in", 3));
  assert.deepEqual(told(after).slice(0, 4), [
    ["log-in", "here", false], ["passphrase", "elsewhere", true], ["recovered", "elsewhere", true], ["log-in", "nobody", true],
  ]);
  await desk.answerAccess(after.entries[2]?.id ?? "", "not-mine");
  assert.equal((await desk.accessLog()).entries.find(({ what }) => what.kind === "recovered")?.answer, "not-mine");
});

test("who logs out whenever they leave is not asked about the times before", async () => {
  const again = browser();
  const { account: { loginName } } = await again.signUp({ pseudonym: "Tawny Owl", passphrase: PASSPHRASE });
  await untilLog(again, has("begun"));
  await again.logOut();
  await again.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(told(await untilLog(again, has("log-in"))), [["log-in", "here", false], ["begun", "elsewhere", false]]);
  await again.logOut();
  await again.logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(told(await untilLog(again, has("log-in", 2))), [["log-in", "here", false], ["log-in", "elsewhere", false], ["begun", "elsewhere", false]]);
});
