/** Accounts from beginning to end, played against the real server. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Core, CoreEvent, SessionState } from "../api.ts";
import type { DeviceStore } from "../context.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { createNodeCore, reaching } from "../node.ts";
import { opaque } from "../opaque.ts";
import { createMemoryStore } from "../storage.ts";
import { createAuthenticator } from "./authenticator.ts";
import { PATIENCE } from "./patience.ts";
import { startServer, type TestServer } from "./server.ts";

const PASSPHRASE = "correct lantern meadow violin 7 harbour";
const NEXT = "seven quiet orchards under november rain";

let server: TestServer;
const opened: ClosableCore[] = [];
before(async () => {
  server = await startServer();
});
after(async () => {
  for (const core of opened) await core.close();
  await server.stop();
});

function browser(store: DeviceStore = createMemoryStore()): ClosableCore {
  const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca, store });
  opened.push(core);
  return core;
}

/** Resolves once an event fulfils a condition. */
function until(core: Core, condition: (event: CoreEvent) => boolean): Promise<void> {
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

function ready(state: SessionState): Extract<SessionState, { state: "ready" }> {
  assert.equal(state.state, "ready");
  return state as Extract<SessionState, { state: "ready" }>;
}

/** Becomes somebody with a second factor. */
async function signUpWithPasskey(core: Core, pseudonym: string, invitation: string): Promise<{ readonly codes: readonly string[]; readonly loginName: string; readonly passkey: ReturnType<typeof createAuthenticator> }> {
  const passkey = createAuthenticator(server.baseUrl);
  const states: string[] = [];
  core.subscribe((event) => event.type === "session" && states.push(event.session.state));
  const { account } = await core.signUp({ pseudonym, passphrase: PASSPHRASE, invitation });
  const { oneTimeCodes } = await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
  assert.deepEqual(states, ["second-factor-missing", "ready"]);
  assert.equal(oneTimeCodes.length, 8);
  return { codes: oneTimeCodes, loginName: account.loginName, passkey };
}

test("a steward sets the practice up and invites a practitioner, who logs in with passkey and code", async () => {
  const steward = browser();
  assert.deepEqual(await steward.start(), { state: "none" });
  assert.equal((await steward.checkInvitation(server.setUpToken)).role, "steward");
  await signUpWithPasskey(steward, "The Steward", server.setUpToken);
  await assert.rejects(browser().checkInvitation(server.setUpToken), { code: "invitation_invalid" });

  const practice = await steward.practice();
  await steward.updatePractice({ ...practice, name: "Harbour Practice", languages: ["en"], contactEmail: "hello@example.org", jurisdiction: "DE", emergencyNumber: "112" });
  assert.equal((await browser().practice()).name, "Harbour Practice");
  const { token } = await steward.createInvitation({ label: "a colleague", role: "practitioner" });
  assert.equal((await steward.invitations()).filter((invitation) => !invitation.used).length, 1);

  const practitioner = browser();
  const { codes, loginName, passkey } = await signUpWithPasskey(practitioner, "Dr Reed", token);
  await practitioner.putOwnProfile({
    displayName: "Dr Reed", profession: "Psychologist", registrationBody: "Chamber", registrationNumber: "1", modality: "CBT",
    languages: ["en"], specialities: ["grief"], about: "Listens.", accepting: true,
  });
  const version = await practitioner.putConsentText({
    language: "en", credentials: "a", risksAndBenefits: "b", limitsOfConfidentiality: "c", responseTimes: "d", technologyFailure: "e",
    emergencies: "f", fees: "g", recordKeeping: "h",
  });
  assert.equal(version, 1);
  const { accountId } = await practitioner.ownProfile();
  await steward.reviewProfile({ accountId, credentialsConfirmed: true, published: true });
  assert.equal((await browser().profile(accountId)).consent?.version, 1);
  assert.equal((await browser().firstAvailable("en")).accountId, accountId);
  await assert.rejects(browser().firstAvailable("fr"), { code: "nobody_available" });
  await assert.rejects(browser().firstAvailable("en", [accountId]), { code: "nobody_available" });

  const second = browser();
  assert.equal((await second.logIn({ loginName, passphrase: PASSPHRASE })).state, "second-factor");
  await assert.rejects(second.conversations(), { code: "second_factor_required" });
  ready(await second.passkeyAssertFinish(await passkey.get(await second.passkeyAssertStart())));

  const third = browser();
  await third.logIn({ loginName, passphrase: PASSPHRASE });
  await assert.rejects(third.useOneTimeCode("0000000000"), { code: "second_factor_failed" });
  const used = await third.useOneTimeCode(codes[0]?.toLowerCase() ?? "");
  assert.equal(used.remaining, 7);
  assert.equal(ready(used.session).account.role, "practitioner");

  // A change of the passphrase wants a fresh session and keeps the one there is.
  await practitioner.setPassphrase({ current: PASSPHRASE, next: NEXT, newRecoveryCode: false });
  await assert.rejects(practitioner.setPassphrase({ current: PASSPHRASE, next: NEXT, newRecoveryCode: false }), { code: "login_failed" });
});

test("a client signs up, returns after a reload, and uses a second device", async () => {
  const store = createMemoryStore();
  const first = browser(store);
  const connected = until(first, (event) => event.type === "connection" && event.connection === "online");
  const { account, recoveryCode } = await first.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await connected;
  assert.match(account.loginName, /^quiet-heron-\d{4,}$/);
  assert.equal(account.displayName, "Quiet Heron");
  assert.match(recoveryCode, /^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  assert.equal(await first.confirmRecoveryCode(recoveryCode.toLowerCase().replaceAll("-", " ")), true);
  assert.equal(await first.confirmRecoveryCode(`${recoveryCode.slice(0, -1)}${recoveryCode.endsWith("0") ? "2" : "0"}`), false);
  assert.deepEqual(await first.conversations(), []);

  const reloaded = browser(store);
  assert.equal(ready(await reloaded.start()).account.loginName, account.loginName);
  await reloaded.close();

  // Without connection it opens with what the browser kept.
  const copy = createMemoryStore();
  await copy.put(await store.list(""));
  const offline = createNodeCore({ baseUrl: "https://localhost:1", store: copy });
  assert.equal(ready(await offline.start()).account.loginName, account.loginName);
  await assert.rejects(offline.setDisplayName("Nobody"), { code: "offline" });
  await offline.logOut();

  const second = browser();
  ready(await second.logIn({ loginName: account.loginName.toUpperCase().replaceAll("-", " "), passphrase: `  ${PASSPHRASE}` }));
  const told = until(first, (event) => event.type === "session" && event.session.state === "ready" && event.session.account.displayName === "Calm Heron");
  await second.setDisplayName("Calm Heron");
  await second.setSettings({ readMarks: false });
  // Two choices, the later one made before the first is kept.
  await Promise.all([second.setSettings({ typingShown: false }), second.setSettings({ look: { name: "notes", hide: false } })]);
  await told;

  const ended = until(first, (event) => event.type === "session" && event.session.state === "none" && event.session.removed === true);
  assert.ok((await second.endOtherSessions()) >= 1);
  await ended;
  await assert.rejects(first.conversations(), { code: "not_logged_in" });
  assert.deepEqual(await store.list(""), []);
  const again = ready(await first.logIn({ loginName: account.loginName, passphrase: PASSPHRASE }));
  assert.deepEqual(again.account.settings, { readMarks: false, typingShown: false, look: { name: "notes", hide: false } });
});

test("a closed core leaves the session to the next one with the same store", async () => {
  const store = createMemoryStore();
  const first = browser(store);
  const { account } = await first.signUp({ pseudonym: "Brown Hare", passphrase: PASSPHRASE });
  await first.conversations();
  await first.close();
  await assert.rejects(first.conversations(), { code: "not_logged_in" });
  assert.equal(ready(await browser(store).start()).account.loginName, account.loginName);
});

test("a session that ended while the device was away is found out by the socket", async () => {
  const store = createMemoryStore();
  const away = browser(store);
  const { account } = await away.signUp({ pseudonym: "Grey Stork", passphrase: PASSPHRASE });
  await away.conversations();
  await server.halt();
  await server.resume();
  const other = browser();
  ready(await other.logIn({ loginName: account.loginName, passphrase: PASSPHRASE }));
  const ended = until(away, (event) => event.type === "session" && event.session.state === "none" && event.session.removed === true);
  await other.endOtherSessions();
  await ended;
});

/** Something that waits here until it is let through; `met` once it waits. */
function gate(): { readonly met: Promise<void>; pass(): Promise<void>; open(): void } {
  let [meet, open] = [(): void => undefined, (): void => undefined];
  const met = new Promise<void>((resolve) => (meet = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { met, pass: () => (meet(), opened), open: () => open() };
}

test("a browser that is told to destroy what it keeps, while the end of its session is being written, keeps nothing", async () => {
  const [vaultCame, writing, ending] = [gate(), gate(), gate()];
  let armed = false;
  const kept = createMemoryStore();
  const store: DeviceStore = {
    ...kept,
    async put(entries) {
      if (armed && entries.some(([key, value]) => key === "session/kept" && value !== undefined)) await writing.pass();
      await kept.put(entries);
    },
  };
  /** A browser whose calls go through `by`. */
  function calling(own: DeviceStore, by: (method: string, send: () => Promise<Response>) => Promise<Response>): ClosableCore {
    const { fetch = globalThis.fetch, ...rest } = reaching(server.baseUrl, server.ca);
    const core = createCore({ ...rest, opaque, store: own, fetch: (input, init) => by(String(input).replace(/^.*\//u, ""), () => fetch(input, init)) });
    opened.push(core);
    return core;
  }
  const victim = calling(store, async (method, send) => {
    if (!armed || method !== "GetVault") return send();
    await ending.met; // By now the vault says that this browser is to go.
    const answer = await send();
    await vaultCame.pass();
    return answer;
  });
  const { account } = await victim.signUp({ pseudonym: "Lost Heron", passphrase: PASSPHRASE });
  await victim.conversations();
  armed = true;
  const other = calling(createMemoryStore(), async (method, send) => {
    if (method === "EndSessions") await ending.pass();
    return send();
  });
  ready(await other.logIn({ loginName: account.loginName, passphrase: PASSPHRASE }));
  await other.conversations();

  const removing = other.endOtherSessions();
  // The victim holds the vault that says so; then its session ends, and it begins to write that.
  await Promise.all([vaultCame.met, ending.met]);
  ending.open();
  await removing;
  await writing.met;
  const told = until(victim, (event) => event.type === "session" && event.session.state === "none" && event.session.removed === true);
  vaultCame.open();
  await told;
  writing.open();
  await victim.lock(); // Waits for whatever an ended session still writes.
  assert.deepEqual((await kept.list("")).map(([key]) => key), []);
});

test("what is under way when somebody logs out writes nothing any more", async () => {
  const store = createMemoryStore();
  const core = browser(store);
  const making = until(core, (event) => event.type === "progress" && event.task === "keys" && event.done > 0);
  await core.signUp({ pseudonym: "Night Heron", passphrase: PASSPHRASE });
  await making;
  await core.logOut();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  assert.deepEqual((await store.list("")).map(([key]) => key), []);
});

test("what was left without a PIN keeps no token", async () => {
  const store = createMemoryStore();
  const core = browser(store);
  const { account } = await core.signUp({ pseudonym: "Tawny Owl", passphrase: PASSPHRASE });
  const { token } = JSON.parse(new TextDecoder().decode(await store.get("session/kept"))) as { readonly token: string };
  assert.equal(token.length, 64);
  assert.deepEqual(await core.lock(), { state: "expired", loginName: account.loginName });
  for (const [, value] of await store.list("")) assert.ok(!new TextDecoder().decode(value).includes(token));
});

test("what was left before it could be locked is locked at the next start, which opens nothing", async () => {
  const store = createMemoryStore();
  const core = browser(store);
  const { account } = await core.signUp({ pseudonym: "Barn Owl", passphrase: PASSPHRASE });
  const { token } = JSON.parse(new TextDecoder().decode(await store.get("session/kept"))) as { readonly token: string };
  await core.close();
  const next = browser(store);
  const shown: SessionState["state"][] = [];
  next.subscribe((event) => event.type === "session" && shown.push(event.session.state));
  assert.deepEqual(await next.start(true), { state: "expired", loginName: account.loginName });
  assert.deepEqual(shown, ["expired"]);
  for (const [, value] of await store.list("")) assert.ok(!new TextDecoder().decode(value).includes(token));
});

test("a wrong passphrase and an unknown name look alike, and soon cost a puzzle", async () => {
  const { account } = await browser().signUp({ pseudonym: "Amber Fox", passphrase: PASSPHRASE });
  const core = browser();
  const puzzled = until(core, (event) => event.type === "progress" && event.task === "proof");
  for (const loginName of [account.loginName, "nobody-at-all-1234", "without number"]) {
    await assert.rejects(core.logIn({ loginName, passphrase: NEXT }), { code: "login_failed", message: "login_failed" });
  }
  for (let i = 0; i < 5; i++) await assert.rejects(core.logIn({ loginName: account.loginName, passphrase: NEXT }), { code: "login_failed" });
  await puzzled;
  ready(await core.logIn({ loginName: account.loginName, passphrase: PASSPHRASE }));
});

test("a recovery code brings the account back; a new passphrase ends the other sessions", async () => {
  const first = browser();
  const { account, recoveryCode } = await first.signUp({ pseudonym: "Silver Owl", passphrase: PASSPHRASE });
  const core = browser();
  await assert.rejects(core.recover("not a code"), { code: "recovery_failed" });
  await assert.rejects(core.recover("0000-0000-0000-0000-0000-0000-0000-0000"), { code: "recovery_failed" });
  assert.deepEqual(await core.recover(recoveryCode.toLowerCase()), { state: "recovering", loginName: account.loginName, role: "client" });
  await assert.rejects(core.conversations(), { code: "passphrase_required" });
  await assert.rejects(core.setPassphrase({ next: "password", newRecoveryCode: true }), { code: "passphrase_weak" });

  const ended = until(first, (event) => event.type === "session" && event.session.state === "expired");
  const renewed = await core.setPassphrase({ next: NEXT, newRecoveryCode: true });
  await ended;
  assert.deepEqual(await core.conversations(), []);
  await assert.rejects(browser().recover(recoveryCode), { code: "recovery_failed" });
  await assert.rejects(browser().logIn({ loginName: account.loginName, passphrase: PASSPHRASE }), { code: "login_failed" });
  ready(await browser().logIn({ loginName: account.loginName, passphrase: NEXT }));
  assert.equal((await browser().recover(renewed.recoveryCode ?? "")).state, "recovering");
});

test("a passphrase is changed by who knows it; other sessions end, this one goes on", async () => {
  const first = browser();
  const { account, recoveryCode } = await first.signUp({ pseudonym: "Misty Lark", passphrase: PASSPHRASE });
  const other = browser();
  await other.logIn({ loginName: account.loginName, passphrase: PASSPHRASE });
  await assert.rejects(first.setPassphrase({ current: NEXT, next: PASSPHRASE, newRecoveryCode: false }), { code: "login_failed" });
  const ended = until(other, (event) => event.type === "session" && event.session.state === "expired");
  assert.deepEqual(await first.setPassphrase({ current: PASSPHRASE, next: NEXT, newRecoveryCode: false }), {});
  await ended;
  await first.setDisplayName("Misty");
  ready(await other.logIn({ loginName: account.loginName, passphrase: NEXT }));
  assert.equal((await browser().recover(recoveryCode)).state, "recovering");
});

test("logging out and another account leave nothing of the former one; a deleted account is gone", async () => {
  const store = createMemoryStore();
  const core = browser(store);
  const one = await core.signUp({ pseudonym: "First Wren", passphrase: PASSPHRASE });
  const device = await store.get("device/self");
  const two = await core.signUp({ pseudonym: "Second Wren", passphrase: PASSPHRASE });
  assert.notDeepEqual(await store.get("device/self"), device);
  await core.conversations();
  await core.logOut();
  assert.deepEqual(await store.list(""), []);

  ready(await core.logIn({ loginName: two.account.loginName, passphrase: PASSPHRASE }));
  await assert.rejects(core.deleteAccount(NEXT), { code: "login_failed" });
  await core.deleteAccount(PASSPHRASE);
  assert.deepEqual(await store.list(""), []);
  await assert.rejects(core.logIn({ loginName: two.account.loginName, passphrase: PASSPHRASE }), { code: "login_failed" });
  ready(await core.logIn({ loginName: one.account.loginName, passphrase: PASSPHRASE }));
});
