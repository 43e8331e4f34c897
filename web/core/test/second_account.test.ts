/** The second passphrase of a login name: which account opens, and what the other one learns of it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Account, Core, HeldValue, SessionState } from "../api.ts";
import { fromHex } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";
import type { ClosableCore } from "../core.ts";
import { createNodeCore, reaching } from "../node.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { until } from "./patience.ts";
import { PASSPHRASE } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { startServer, type TestServer } from "./server.ts";

const SECOND = "plain copper window Tuesday 41 gravel";
const THIRD = "seven umbrellas under a quiet bridge 88";

let server: TestServer;
const cores: ClosableCore[] = [];
before(async () => {
  server = await startServer();
});
after(async () => {
  for (const core of cores) await core.close();
  await server.stop();
});

function browser(store?: DeviceStore): ClosableCore {
  const core = createNodeCore({ baseUrl: server.baseUrl, ca: server.ca, opaque: quickOpaque, ...(store ? { store } : {}) });
  cores.push(core);
  return core;
}
function accountOf(state: SessionState): Account {
  assert.equal(state.state, "ready");
  return state.state === "ready" ? state.account : assert.fail();
}
async function opened(loginName: string, passphrase: string): Promise<Account> {
  return accountOf(await browser().logIn({ loginName, passphrase }));
}
const opensNothing = (loginName: string, passphrase: string): Promise<void> =>
  assert.rejects(browser().logIn({ loginName, passphrase }), { code: "login_failed" });

/** What the server keeps of the vault of whoever is logged in with this store. */
async function atServer(store: DeviceStore): Promise<readonly number[]> {
  const { token } = JSON.parse(new TextDecoder().decode(await store.get("session/kept"))) as { readonly token: string };
  const transport = createTransport({ ...reaching(server.baseUrl, server.ca), onSessionLost: () => undefined });
  transport.setToken(fromHex(token));
  const { vault, vaultKeyByPassphrase, vaultKeyByRecovery } = await transport.account.getVault({});
  return [vault.length, vaultKeyByPassphrase.length, vaultKeyByRecovery.length];
}

/** What an account is told that the server holds on it: all but what is random, and what tells when this session began. */
async function held(core: Core): Promise<readonly unknown[]> {
  const shown = (value: HeldValue, column: string): unknown =>
    value !== null && typeof value === "object" ? value.size : column === "sealing_recipient" && typeof value === "string" ? value.length : /_(?:hour|unix)$/u.test(column) ? typeof value : value;
  const tables = (await core.held("en")).flatMap((group) => group.tables.filter((table) => !table.streams).map((table) => ({ id: group.id, ...table })));
  return Promise.all(tables.map(async ({ id, name, columns, rows: count }) => {
    const { rows, next } = await core.heldRows({ table: name });
    return { id, name, count, next, rows: rows.map((row) => columns.map((column) => [column.name, column.says, shown(row[column.at] ?? null, column.name)])) };
  }));
}

test("a second passphrase opens an account in which nothing happened, and the first one what it always did", async () => {
  const store = createMemoryStore();
  const first = browser(store);
  const { account, recoveryCode } = await first.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  const { loginName } = account;
  assert.equal(await first.secondPassphrase(), false);
  await opensNothing(loginName, SECOND);
  await assert.rejects(first.setSecondPassphrase({ current: PASSPHRASE, next: "password" }), { code: "passphrase_weak" });
  await assert.rejects(first.setSecondPassphrase({ current: THIRD, next: SECOND }), { code: "login_failed" });
  await assert.rejects(first.setSecondPassphrase({ current: PASSPHRASE, next: ` ${PASSPHRASE}` }), { code: "passphrase_taken" });
  await first.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  assert.equal(await first.secondPassphrase(), true);

  // Somebody else, who signed up, logged out and comes again.
  const other = browser();
  const { account: { loginName: otherName } } = await other.signUp({ pseudonym: "Brown Hare", passphrase: PASSPHRASE });
  await other.logOut();
  await other.logIn({ loginName: otherName, passphrase: PASSPHRASE });
  const usual = await held(other);

  // The same name, another account. What the browser kept of the first goes, as with any other account's log-in.
  const inside = accountOf(await first.logIn({ loginName, passphrase: SECOND }));
  assert.notEqual(inside.accountId, account.accountId);
  assert.deepEqual({ ...inside, accountId: account.accountId }, account);
  assert.deepEqual(await first.conversations(), []);
  assert.deepEqual(await held(first), usual, "what the server says that it holds tells the two apart");
  const back = browser();
  assert.equal(accountOf(await back.logIn({ loginName, passphrase: PASSPHRASE })).accountId, account.accountId);
  assert.equal((await back.recover(recoveryCode)).state, "recovering");
  assert.equal((await browser().recover(recoveryCode)).state, "recovering");
  // Bytes of the same number are kept of both.
  const once = createMemoryStore();
  await browser(once).logIn({ loginName, passphrase: PASSPHRASE });
  assert.deepEqual(await atServer(once), await atServer(store));
});

test("in the second account nothing tells that it is one, nor reaches into the first", async () => {
  const core = browser();
  const { account: { loginName, accountId } } = await core.signUp({ pseudonym: "Amber Fox", passphrase: PASSPHRASE });
  await core.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  const inside = browser();
  await inside.logIn({ loginName, passphrase: SECOND });
  assert.equal(await inside.secondPassphrase(), false);
  // The first one's passphrase is a wrong one here.
  await assert.rejects(inside.setSecondPassphrase({ current: PASSPHRASE, next: THIRD }), { code: "login_failed" });
  await assert.rejects(inside.deleteAccount(PASSPHRASE), { code: "login_failed" });
  // Setting a second passphrase seems to succeed, and opens nothing.
  await inside.setSecondPassphrase({ current: SECOND, next: THIRD });
  assert.equal(await inside.secondPassphrase(), true);
  await opensNothing(loginName, THIRD);
  assert.equal((await opened(loginName, PASSPHRASE)).accountId, accountId);
  await opened(loginName, SECOND);
});

test("a change of passphrase touches its own account, and takes none that opens the other", async () => {
  const core = browser();
  const { account: { loginName, accountId } } = await core.signUp({ pseudonym: "Misty Lark", passphrase: PASSPHRASE });
  await core.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  await assert.rejects(core.setPassphrase({ current: PASSPHRASE, next: SECOND, newRecoveryCode: false }), { code: "passphrase_taken" });
  await core.setPassphrase({ current: PASSPHRASE, next: THIRD, newRecoveryCode: false });
  assert.equal((await opened(loginName, THIRD)).accountId, accountId);
  const inside = browser();
  assert.notEqual(accountOf(await inside.logIn({ loginName, passphrase: SECOND })).accountId, accountId);
  await inside.setPassphrase({ current: SECOND, next: PASSPHRASE, newRecoveryCode: false });
  assert.notEqual((await opened(loginName, PASSPHRASE)).accountId, accountId);

  // Taken away, it opens nothing any more.
  await core.setSecondPassphrase({ current: THIRD });
  assert.equal(await core.secondPassphrase(), false);
  await opensNothing(loginName, PASSPHRASE);
  assert.equal((await opened(loginName, THIRD)).accountId, accountId);
});

test("a new recovery code made inside closes the second account to the first", async () => {
  const core = browser();
  const { account: { loginName, accountId } } = await core.signUp({ pseudonym: "Snowy Owl", passphrase: PASSPHRASE });
  await core.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  const inside = browser();
  await inside.logIn({ loginName, passphrase: SECOND });
  const { recoveryCode = "" } = await inside.setPassphrase({ current: SECOND, next: SECOND, newRecoveryCode: true });
  assert.equal((await browser().recover(recoveryCode)).state, "recovering");
  await assert.rejects(core.setSecondPassphrase({ current: PASSPHRASE, next: THIRD }), { code: "second_account_closed" });
  assert.notEqual((await opened(loginName, SECOND)).accountId, accountId);
  // The first one can still be deleted.
  await core.deleteAccount(PASSPHRASE);
  await opensNothing(loginName, PASSPHRASE);
});

test("deleting the first account takes the second along; deleting the second leaves the first, which has another one soon", async () => {
  const core = browser();
  const { account: { loginName, accountId } } = await core.signUp({ pseudonym: "Grey Stork", passphrase: PASSPHRASE });
  await core.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  const inside = browser();
  await inside.logIn({ loginName, passphrase: SECOND });
  await inside.deleteAccount(SECOND);
  await opensNothing(loginName, SECOND);

  // So is a name from before there were second accounts: one slot of it is empty until the next log-in.
  const back = browser();
  assert.equal(accountOf(await back.logIn({ loginName, passphrase: PASSPHRASE })).accountId, accountId);
  await until(() => back.secondPassphrase(), (kept) => !kept);
  await back.setSecondPassphrase({ current: PASSPHRASE, next: THIRD });
  assert.notEqual((await opened(loginName, THIRD)).accountId, accountId);

  await back.deleteAccount(PASSPHRASE);
  await opensNothing(loginName, PASSPHRASE);
  await opensNothing(loginName, THIRD);
});
