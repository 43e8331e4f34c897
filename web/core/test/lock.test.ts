/** A browser that is locked: by a PIN, without one, and one in which nothing was ever written. */
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import type { SessionState } from "../api.ts";
import { randomBytes } from "../bytes.ts";
import { type ClosableCore, createCore } from "../core.ts";
import { isPin } from "../device_lock.ts";
import { reaching } from "../node.ts";
import { createIndexedDbStore } from "../storage.ts";
import { createAuthenticator } from "./authenticator.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

const PIN = "2580";
const WRONG = "1357";

let server: TestServer;
let practice: TestPractice;
const cores: ClosableCore[] = [];
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});
afterEach(async () => {
  for (const core of cores.splice(0)) {
    await core.logOut().catch(() => undefined);
    await core.close();
  }
});

/** A window as worker.ts makes it; the lock between windows is not what is tested here. */
function openWindow(store = createIndexedDbStore()): ClosableCore {
  const lock = { acquire: async () => true, steal: async () => undefined, onLost: () => undefined };
  const core = createCore({ ...reaching(server.baseUrl, server.ca), opaque: quickOpaque, store, only: { lock, store } });
  cores.push(core);
  return core;
}

/** What closing a window leaves: everything but the disk is gone. */
async function closeWindow(core: ClosableCore): Promise<void> {
  cores.splice(cores.indexOf(core), 1);
  await core.close();
}

/** Somebody talking with the practitioner, in a browser of this test. */
async function talking(pseudonym: string, store = createIndexedDbStore()) {
  const core = openWindow(store);
  await core.start();
  const { account } = await core.signUp({ pseudonym, passphrase: PASSPHRASE });
  const id = await core.requestTherapy({ practitioner: practice.practitionerId, consentVersion: practice.consentVersion, intake: { reason: "I cannot sleep.", region: "Kiel" } });
  await untilView(practice.practitioner.core, id, (view) => view.intake !== undefined);
  await practice.practitioner.core.accept(id);
  await untilView(core, id, (view) => view.canWrite);
  return { core, id, loginName: account.loginName };
}

async function said(core: ClosableCore, id: string, text: string): Promise<void> {
  await core.send(id, text);
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes(text));
}

/** All records of one store of the database, as a thief of the files has them. */
async function onDisk(name: "keys" | "entries"): Promise<ReadonlyMap<string, unknown>> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await asked(indexedDB.open("alcove"));
  if (!db.objectStoreNames.contains(name)) {
    db.close();
    return new Map();
  }
  const store = db.transaction(name).objectStore(name);
  const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
  db.close();
  return new Map(keys.map((key, i) => [String(key), values[i] as unknown]));
}

// First, because no database is there yet.
test("a session without trace writes nothing, and leaves the account kept here alone", async () => {
  const fresh = openWindow();
  assert.deepEqual(await fresh.start(), { state: "none" });
  assert.deepEqual(await indexedDB.databases(), [], "looking leaves no trace either");
  const { account } = await fresh.signUp({ pseudonym: "Nobody Here", passphrase: PASSPHRASE, noTrace: true });
  await assert.rejects(fresh.setPin(PIN), { code: "storage_unavailable" });
  await fresh.conversations();
  assert.deepEqual(await indexedDB.databases(), []);
  await closeWindow(fresh);

  const { core, loginName } = await talking("Kept Here");
  await core.setPin(PIN);
  await core.lock();
  assert.equal((await core.logIn({ loginName: account.loginName, passphrase: PASSPHRASE, noTrace: true })).state, "ready");
  assert.deepEqual(await core.lock(), { state: "none" }, "locking it ends it");
  await closeWindow(core);
  const again = openWindow();
  assert.deepEqual(await again.start(), { state: "locked", attemptsLeft: 5 });
  const opened = await again.unlock(PIN);
  assert.equal(opened.state === "ready" && opened.account.loginName, loginName);
});

test("a PIN: what is kept is sealed anew, locked by hand or by a reload, and opened by the PIN alone", async () => {
  const { core, id } = await talking("Quiet Heron");
  await said(core, id, "before the PIN");
  assert.deepEqual([...(await onDisk("keys")).keys()], ["keys"]);
  const before = new Set((await onDisk("entries")).keys());
  await assert.rejects(core.setPin("1234"), { code: "pin_invalid" });
  await core.setPin(PIN);
  assert.deepEqual(await core.deviceLock(), { after: 5, onHide: false, pin: true });
  await core.setLockChoice({ after: 1, onHide: true });
  assert.ok([...(await onDisk("entries")).keys()].every((name) => !before.has(name)), "nothing lies where it lay");
  await said(core, id, "under the PIN");

  // What was typed last is kept by the time it is locked.
  void core.saveDraft(id, "half a sentence");
  const shown: SessionState[] = [];
  core.subscribe((event) => event.type === "session" && shown.push(event.session));
  assert.deepEqual(await core.lock(), { state: "locked", attemptsLeft: 5 });
  assert.deepEqual(shown.at(-1), { state: "locked", attemptsLeft: 5 });
  await assert.rejects(core.open(id), { code: "locked" });
  await assert.rejects(core.send(id, "while locked"), { code: "locked" });

  // Nothing on the disk opens anything: there is no AES key, and no raw one.
  const keys = await onDisk("keys");
  assert.deepEqual([...keys.keys()], ["lock"]);
  const record = keys.get("lock") as Record<string, unknown>;
  assert.deepEqual(Object.keys(record).sort(), ["bound", "byPin", "byVault", "failures", "salt", "v"]);
  assert.equal((record["bound"] as CryptoKey).extractable, false);
  await assert.rejects(createIndexedDbStore().get("session/kept"), { code: "locked" });

  await assert.rejects(core.unlock(WRONG), { code: "pin_wrong" });
  assert.deepEqual(shown.at(-1), { state: "locked", attemptsLeft: 4 });
  assert.equal((await core.unlock(PIN)).state, "ready");
  assert.equal((await untilView(core, id, (view) => view.canWrite)).draft, "half a sentence");
  assert.deepEqual(texts(await untilView(core, id, (view) => texts(view).length === 2)), ["before the PIN", "under the PIN"]);

  // Open it was in memory only: closing the window locks as well.
  await closeWindow(core);
  const again = openWindow();
  assert.deepEqual(await again.start(), { state: "locked", attemptsLeft: 5 });
  assert.equal((await again.unlock(PIN)).state, "ready");
  assert.deepEqual(await again.deviceLock(), { after: 1, onHide: true, pin: true });
  await said(again, id, "after the reload");
  await again.removePin();
  assert.deepEqual([...(await onDisk("keys")).keys()], ["keys"]);
  await closeWindow(again);
  assert.equal((await openWindow().start()).state, "ready");
});

test("five wrong PINs destroy what this browser keeps, also over reloads; logging in brings the history back", async () => {
  const { core, id, loginName } = await talking("Amber Fox");
  await said(core, id, "written before");
  await core.setPin(PIN);
  await core.lock();
  for (let i = 0; i < 2; i++) await assert.rejects(core.unlock(WRONG), { code: "pin_wrong" });
  // Several at once are counted one by one.
  await Promise.all([1, 2].map(() => assert.rejects(core.unlock(WRONG), { code: "pin_wrong" })));
  await closeWindow(core);
  const again = openWindow();
  assert.deepEqual(await again.start(), { state: "locked", attemptsLeft: 1 });
  await assert.rejects(again.unlock(WRONG), { code: "pin_destroyed" });
  assert.deepEqual([(await onDisk("keys")).size, (await onDisk("entries")).size], [0, 0]);
  assert.deepEqual(await again.start(), { state: "none" });
  assert.equal((await again.logIn({ loginName, passphrase: PASSPHRASE })).state, "ready");
  await untilView(again, id, (view) => texts(view).includes("written before"));
});

test("an attempt that was begun and broken off counts", async () => {
  const { core } = await talking("Stille Birke");
  await core.setPin(PIN);
  await core.lock();
  const trying = core.unlock(WRONG);
  for (let failures = 0; failures === 0; ) failures = ((await onDisk("keys")).get("lock") as { readonly failures: number }).failures;
  await closeWindow(core);
  await trying.catch(() => undefined);
  assert.deepEqual(await openWindow().start(), { state: "locked", attemptsLeft: 4 });
});

test("the passphrase opens what the PIN locked; another account's replaces it", async () => {
  const { core, id, loginName } = await talking("Silver Otter");
  await core.setPin(PIN);
  await core.saveDraft(id, "not sent yet");
  await core.lock();
  await assert.rejects(core.logIn({ loginName, passphrase: "something else altogether" }), { code: "login_failed" });
  assert.equal((await core.logIn({ loginName, passphrase: PASSPHRASE })).state, "ready");
  assert.equal((await untilView(core, id, (view) => view.canWrite)).draft, "not sent yet");
  assert.equal((await core.deviceLock()).pin, true);

  await core.lock();
  const { account } = await core.signUp({ pseudonym: "Another One", passphrase: PASSPHRASE });
  assert.notEqual(account.loginName, loginName);
  assert.equal((await core.deviceLock()).pin, false);
  await closeWindow(core);
  const again = await openWindow().start();
  assert.equal(again.state === "ready" && again.account.loginName, account.loginName);
});

test("who needs a second factor opens a locked browser by passphrase and passkey, and only by both", async () => {
  const core = openWindow();
  await core.start();
  const passkey = createAuthenticator(server.baseUrl);
  const { token } = await practice.steward.core.createInvitation({ label: "another", role: "practitioner" });
  const { account } = await core.signUp({ pseudonym: "Dr Lake", passphrase: PASSPHRASE, invitation: token });
  await core.passkeyRegisterFinish(await passkey.create(await core.passkeyRegisterStart()));
  await core.setPin(PIN);
  await core.setLockChoice({ after: 60, onHide: true });
  await core.lock();
  const { loginName } = account;
  assert.equal((await core.logIn({ loginName, passphrase: PASSPHRASE })).state, "second-factor");
  await closeWindow(core);

  const again = openWindow();
  assert.deepEqual(await again.start(), { state: "locked", attemptsLeft: 5 }, "half the way opens nothing");
  await again.logIn({ loginName, passphrase: PASSPHRASE });
  assert.equal((await again.passkeyAssertFinish(await passkey.get(await again.passkeyAssertStart()))).state, "ready");
  assert.deepEqual(await again.deviceLock(), { after: 60, onHide: true, pin: true }, "what was kept is there");
  await again.lock();
  assert.equal((await again.unlock(PIN)).state, "ready");
});

/** What an authenticator's PRF gives for a passkey of the lock; the browser story has a whole one. */
const somePasskey = () => ({ passkey: { id: randomBytes(16), salt: randomBytes(32) }, secret: randomBytes(32) });

test("a passkey opens the lock alone or beside a PIN; either changes without the other", async () => {
  const { core, id } = await talking("Tall Stork");
  await said(core, id, "before the passkey");
  const { passkey, secret } = somePasskey();
  await assert.rejects(core.setLockPasskey(passkey, secret.slice(1)), { code: "lock_passkey_wrong" });
  const before = await onDisk("entries");
  await core.setLockPasskey(passkey, secret);
  const after = await onDisk("entries");
  assert.deepEqual([...before.keys()].filter((place) => after.has(place)), [], "everything lies elsewhere, sealed anew");
  assert.deepEqual([...(await onDisk("keys")).keys()], ["lock"]);
  assert.deepEqual(await core.deviceLock(), { after: 5, onHide: false, pin: false, passkey });

  // Alone: no PIN is asked for, and none opens.
  const closed = { state: "locked", attemptsLeft: 5, passkey: { ...passkey, withPin: false } };
  assert.deepEqual(await core.lock(), closed);
  await assert.rejects(core.conversations(), { code: "locked" });
  await assert.rejects(core.unlockByPasskey(somePasskey().secret), { code: "lock_passkey_wrong" });
  assert.equal((await core.unlockByPasskey(secret)).state, "ready");
  await said(core, id, "opened by the passkey");

  // A PIN beside it.
  await core.setPin(PIN);
  await closeWindow(core);
  const again = openWindow();
  assert.deepEqual(await again.start(), { ...closed, passkey: { ...passkey, withPin: true } });
  await assert.rejects(again.unlock(WRONG), { code: "pin_wrong" });
  assert.equal((await again.unlockByPasskey(secret)).state, "ready");
  assert.deepEqual(await again.lock(), { ...closed, passkey: { ...passkey, withPin: true } }, "what opened it forgives the wrong PIN");
  assert.equal((await again.unlock(PIN)).state, "ready");
  await assert.rejects(again.showLink({}), { code: "pin_required" });
  await assert.rejects(again.showLink({ passkey: somePasskey().secret }), { code: "lock_passkey_wrong" });
  await again.showLink({ passkey: secret });
  await again.cancelLink();

  // Another passkey; the former opens nothing any more, the PIN still does.
  const other = somePasskey();
  await again.setLockPasskey(other.passkey, other.secret);
  await again.lock();
  await assert.rejects(again.unlockByPasskey(secret), { code: "lock_passkey_wrong" });
  assert.equal((await again.unlock(PIN)).state, "ready");
  await again.lock();
  assert.equal((await again.unlockByPasskey(other.secret)).state, "ready");

  await again.removePin();
  await again.lock();
  await assert.rejects(again.unlock(PIN), { code: "pin_wrong" });
  assert.equal((await again.unlockByPasskey(other.secret)).state, "ready");
  await again.removeLockPasskey();
  assert.deepEqual([...(await onDisk("keys")).keys()], ["keys"]);
  assert.deepEqual(await again.deviceLock(), { after: 5, onHide: false, pin: false });
  await untilView(again, id, (view) => texts(view).includes("opened by the passkey"));
});

test("wrong PINs destroy what this browser keeps also where a passkey opens it", async () => {
  const { core, loginName } = await talking("Short Plover");
  const { passkey, secret } = somePasskey();
  await core.setPin(PIN);
  await core.setLockPasskey(passkey, secret);
  await core.lock();
  for (let i = 1; i < 5; i++) await assert.rejects(core.unlock(WRONG), { code: "pin_wrong" });
  await assert.rejects(core.unlock(WRONG), { code: "pin_destroyed" });
  assert.equal((await onDisk("entries")).size, 0);
  assert.equal((await onDisk("keys")).size, 0);
  assert.deepEqual(await core.unlockByPasskey(secret), { state: "none" });
  await core.logIn({ loginName, passphrase: PASSPHRASE });
});

test("a lock that was made before passkeys is opened, and can have one as soon as its PIN was typed", async () => {
  const store = createIndexedDbStore();
  const { core } = await talking("Early Swift", store);
  await core.setPin(PIN);
  // As it lay on the disk then: nothing is known of what the PIN wraps with.
  await store.put([["lock/pin", undefined]]);
  const early = somePasskey();
  await assert.rejects(core.setLockPasskey(early.passkey, early.secret), { code: "pin_required" });
  await closeWindow(core);
  const again = openWindow();
  await again.start();
  await again.unlock(PIN);
  const { passkey, secret } = somePasskey();
  await again.setLockPasskey(passkey, secret);
  await again.lock();
  assert.equal((await again.unlock(PIN)).state, "ready");
});

test("letting another device in wants the PIN, and wrong ones count there as well", async () => {
  const { core, id, loginName } = await talking("Still Heron");
  await said(core, id, "before the link");
  await core.setPin(PIN);
  await assert.rejects(core.showLink({}), { code: "pin_required" });
  await assert.rejects(core.showLink({ passphrase: PASSPHRASE }), { code: "pin_required" });
  await assert.rejects(core.showLink({ pin: WRONG }), { code: "pin_wrong" });
  await core.send(id, "a wrong PIN stops nothing else");

  let code = "";
  core.subscribe((event) => {
    if (event.type === "linking" && event.linking.step === "shown") code = event.linking.code;
    if (event.type === "linking" && event.linking.step === "compare") void core.confirmLink();
  });
  await core.showLink({ pin: PIN });
  const other = practice.browser();
  assert.equal((await other.enterLink({ code })).state, "ready");
  await untilView(other, id, (view) => texts(view).includes("before the link"));

  for (let i = 1; i < 5; i++) await assert.rejects(core.showLink({ pin: WRONG }), { code: "pin_wrong" });
  await assert.rejects(core.showLink({ pin: WRONG }), { code: "pin_destroyed" });
  assert.equal((await onDisk("entries")).size, 0);
  assert.equal((await onDisk("keys")).size, 0);
  assert.deepEqual(await core.start(), { state: "none" });
  await core.logIn({ loginName, passphrase: PASSPHRASE });
});

test("a device that is linked in a browser somebody locked opens what is theirs there", async () => {
  const { core: locked, id, loginName } = await talking("Calm Otter");
  await locked.setPin(PIN);
  await locked.lock();
  const other = practice.browser();
  await other.logIn({ loginName, passphrase: PASSPHRASE });
  let code = "";
  other.subscribe((event) => {
    if (event.type === "linking" && event.linking.step === "shown") code = event.linking.code;
    if (event.type === "linking" && event.linking.step === "compare") void other.confirmLink();
  });
  await other.showLink({});
  assert.equal((await locked.enterLink({ code })).state, "ready");
  assert.equal((await locked.deviceLock()).pin, true);
  await said(locked, id, "open again");
  await locked.lock();
  assert.equal((await locked.unlock(PIN)).state, "ready");
});

test("locked without a PIN, a browser asks for the passphrase, and its session is over", async () => {
  const { core, id, loginName } = await talking("Green Wren");
  await core.saveDraft(id, "not sent yet");
  assert.deepEqual(await core.lock(), { state: "expired", loginName });
  await closeWindow(core);
  const again = openWindow();
  assert.deepEqual(await again.start(), { state: "expired", loginName });
  assert.equal((await again.logIn({ loginName, passphrase: PASSPHRASE })).state, "ready");
  assert.equal((await untilView(again, id, (view) => view.canWrite)).draft, "not sent yet");
});

test("a PIN that is tried first is none", () => {
  for (const no of ["", "123", "1234", "98765", "0000", "123456789", "12a4", "٢٥٨٠"]) assert.equal(isPin(no), false, no);
  for (const yes of [PIN, WRONG, "19452817", "1213"]) assert.equal(isPin(yes), true, yes);
});
