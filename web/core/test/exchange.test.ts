/** The server's secrets were stolen and are exchanged: everybody comes in by the passphrase they have, and a backup of before still opens. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { Core } from "../api.ts";
import { createNodeCore } from "../node.ts";
import { PASSPHRASE, type TestPractice } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import { alcove, startServer, type TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

const SECOND = "plain copper window Tuesday 41 gravel";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

const safe = mkdtempSync(path.join(tmpdir(), "alcove-safe-"));
after(() => rmSync(safe, { recursive: true, force: true }));

/** Of which generation the account's record is. */
async function generation(core: Core): Promise<unknown> {
  const columns = (await core.held("en")).flatMap(({ tables }) => tables).filter(({ name }) => name === "account").flatMap((table) => table.columns);
  const { rows } = await core.heldRows({ table: "account" });
  return rows[0]?.[columns.find(({ name }) => name === "opaque_generation")?.at ?? -1];
}

async function renewed(core: Core, to: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (String(await generation(core)) === String(to)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`the record is still of generation ${String(await generation(core))}`);
}

async function exchange(): Promise<string> {
  await server.halt();
  const { stdout } = await alcove("keys", "exchange", "--data", server.data);
  await server.resume();
  return stdout;
}

/** Logs in on a device that never was, and finds the account's own name in the vault. */
async function opens(loginName: string, passphrase: string): Promise<Core> {
  const core = practice.browser();
  const state = await core.logIn({ loginName, passphrase });
  assert.equal(state.state === "ready" && state.account.displayName, "Quiet Heron");
  return core;
}

test("after two exchanges each passphrase opens its vault on an empty device, again and again", async () => {
  const first = practice.browser();
  const { account: { loginName } } = await first.signUp({ pseudonym: "Quiet Heron", passphrase: PASSPHRASE });
  await first.setSecondPassphrase({ current: PASSPHRASE, next: SECOND });
  const key = path.join(safe, "steward.key");
  const recipient = (await alcove("backup-key", key)).stdout.trim();
  await alcove("backup", "--data", server.data, "--to", path.join(safe, "before.age"), "--recipient", recipient);

  assert.match(await exchange(), /generation 2 .*\nat most 10 accounts/u);
  await first.secondPassphrase(); // the exchange ended no session
  await renewed(await opens(loginName, PASSPHRASE), 2);
  const again = await opens(loginName, PASSPHRASE);
  assert.equal(String(await generation(again)), "2");

  // Who logs in with a passkey too makes the new record after it.
  const practitioner = practice.browser();
  const { loginName: name, passkey } = practice.practitioner;
  assert.equal((await practitioner.logIn({ loginName: name, passphrase: PASSPHRASE })).state, "second-factor");
  await practitioner.passkeyAssertFinish(await passkey.get(await practitioner.passkeyAssertStart()));
  await renewed(practitioner, 2);

  assert.match(await exchange(), /generation 3 /u);
  // The other passphrase is somebody's, who slept through both: its record waited for
  // them, and was not taken for one that nobody knows.
  await renewed(await opens(loginName, SECOND), 3);

  // What was backed up before is restored with the secrets of then.
  const folder = path.join(safe, "restored");
  await alcove("restore", path.join(safe, "before.age"), "--identity", key, "--data", folder);
  const restored = await startServer([], folder);
  try {
    const core = createNodeCore({ baseUrl: restored.baseUrl, ca: restored.ca, opaque: quickOpaque });
    assert.equal((await core.logIn({ loginName, passphrase: PASSPHRASE })).state, "ready");
    await core.close();
    await restored.halt();
    // A database that is further than its key file is refused, and nothing is made of it.
    const keys = readFileSync(path.join(server.data, "server.key"), "utf8");
    assert.equal(keys.trim().split("\n").length, 3);
    await alcove("keys", "exchange", "--data", restored.data);
    writeFileSync(path.join(restored.data, "server.key"), keys.split("\n")[0] ?? "");
    await assert.rejects(restored.resume(), /put back the file that belongs to it/u);
  } finally {
    await restored.stop();
  }
});
