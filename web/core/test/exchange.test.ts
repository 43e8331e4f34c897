/**
 * The server's secrets were stolen and are exchanged, by a steward and on the machine:
 * everybody comes in by the passphrase they have, and a backup of before still opens.
 * What needs no client is shown in Go (cmd/alcove/keys_test.go, internal/api/exchange_test.go).
 */
import assert from "node:assert/strict";
import { createECDH, randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Core } from "../api.ts";
import type { ClosableCore } from "../core.ts";
import { createNodeCore } from "../node.ts";
import { createAuthenticator } from "./authenticator.ts";
import { until } from "./patience.ts";
import { PASSPHRASE } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { alcove, startServer, type TestServer } from "./server.ts";

const SECOND = "plain copper window Tuesday 41 gravel";

const safe = mkdtempSync(path.join(tmpdir(), "alcove-safe-"));
const cores: ClosableCore[] = [];
let server: TestServer;

/** Under a certificate that is not the server's own: with that its browsers would have to trust another after an exchange. */
const again = (): Promise<void> => server.resume({ args: ["--cert", path.join(safe, "cert.pem"), "--key", path.join(safe, "key.pem")] });

before(async () => {
  server = await startServer();
  for (const name of ["cert.pem", "key.pem"]) copyFileSync(path.join(server.data, "tls", name), path.join(safe, name));
  await server.halt();
  await again();
});
after(async () => {
  for (const core of cores) await core.close();
  await server.stop();
  rmSync(safe, { recursive: true, force: true });
});

function browser(of = server): ClosableCore {
  const ca = of === server ? readFileSync(path.join(safe, "cert.pem"), "utf8") : of.ca;
  const core = createNodeCore({ baseUrl: of.baseUrl, ca, opaque: quickOpaque });
  cores.push(core);
  return core;
}

/** Of which generation the account's record is. */
async function generation(core: Core): Promise<unknown> {
  const columns = (await core.held("en")).flatMap(({ tables }) => tables).filter(({ name }) => name === "account").flatMap((table) => table.columns);
  const { rows } = await core.heldRows({ table: "account" });
  return rows[0]?.[columns.find(({ name }) => name === "opaque_generation")?.at ?? -1];
}

async function renewed(core: Core, to: number): Promise<void> {
  await until(() => generation(core), (now) => String(now) === String(to));
}

/** Logs in on a device that never was, and finds the account's own name in the vault. */
async function opens(loginName: string, passphrase: string, of = server): Promise<Core> {
  const core = browser(of);
  const state = await core.logIn({ loginName, passphrase });
  assert.equal(state.state === "ready" && state.account.displayName, "Quiet Heron");
  return core;
}

test("after two exchanges each passphrase opens its vault on an empty device", async () => {
  const steward = browser();
  const passkey = createAuthenticator(server.baseUrl);
  const { account: { loginName: boss } } = await steward.signUp({ pseudonym: "The Steward", passphrase: PASSPHRASE, invitation: server.setUpToken });
  await steward.passkeyRegisterFinish(await passkey.create(await steward.passkeyRegisterStart()));
  const first = browser();
  const { account: { loginName } } = await first.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await first.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  await first.setPush({ endpoint: "https://fcm.googleapis.com/some/browser", publicKey: new Uint8Array(createECDH("prime256v1").generateKeys()), auth: randomBytes(16) });
  const told = await first.push();
  const key = path.join(safe, "steward.key");
  const recipient = (await alcove("backup-key", key)).stdout.trim();
  await alcove("backup", "--data", server.data, "--to", path.join(safe, "before.age"), "--recipient", recipient);

  // While it serves, by a steward, once a day.
  assert.deepEqual(await steward.serverKeys(), { keys: ["login", "mail", "push", "reports"].map((name) => ({ name })), waiting: 0 });
  await assert.rejects(first.exchangeServerKeys(), { code: "not_allowed" });
  const now = await steward.exchangeServerKeys();
  assert.equal(now.waiting, 10);
  assert.deepEqual(new Set(now.keys.map(({ since }) => since)).size, 1);
  assert.ok(now.keys.every(({ since }) => since !== undefined && Date.now() - since < 2 * 86_400_000));
  await assert.rejects(steward.exchangeServerKeys(), { code: "keys_exchanged_today" });
  // It ended no session. This browser wants to be told by the other key: the app sees to it.
  const { serverKey, subscribed, wanted } = await first.push();
  assert.deepEqual([subscribed, wanted], [false, true]);
  assert.notDeepEqual(serverKey, told.serverKey);
  await renewed(await opens(loginName, PASSPHRASE), 2);
  // Who logs in with a passkey too makes the new record after it.
  const elsewhere = browser();
  assert.equal((await elsewhere.logIn({ loginName: boss, passphrase: PASSPHRASE })).state, "second-factor");
  await elsewhere.passkeyAssertFinish(await passkey.get(await elsewhere.passkeyAssertStart()));
  await renewed(elsewhere, 2);

  // On the machine.
  await server.halt();
  assert.match((await alcove("keys", "exchange", "--data", server.data)).stdout, /generation 3 .*\nat most 10 accounts/u);
  await again();
  // The other passphrase is somebody's, who slept through both: its record waited for
  // them, and was not taken for one that nobody knows.
  await renewed(await opens(loginName, SECOND), 3);

  // What was backed up before is restored with the secrets of then.
  const folder = path.join(safe, "restored");
  await alcove("restore", path.join(safe, "before.age"), "--identity", key, "--data", folder);
  const restored = await startServer([], folder);
  try {
    await opens(loginName, PASSPHRASE, restored);
  } finally {
    await restored.stop();
  }
});
