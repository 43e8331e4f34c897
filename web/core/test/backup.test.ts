/** A server is lost with its disk, and its people find what a backup restored. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { eventually } from "./patience.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { alcove, type TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

const safe = mkdtempSync(path.join(tmpdir(), "alcove-safe-"));
after(() => rmSync(safe, { recursive: true, force: true }));

test("who had an account logs in to what was restored, and reads what was said", async () => {
  const { core: client, id, loginName } = await practice.talkingClient("Grey Wren");
  await client.send(id, "before the backup");
  await untilView(practice.practitioner.core, id, (view) => texts(view).includes("before the backup"));
  await untilView(client, id, (view) => view.items.every((item) => item.kind !== "message" || !item.mine || item.delivery !== "sending" && item.delivery !== "queued"));

  const key = path.join(safe, "steward.key");
  const recipient = (await alcove("backup-key", key)).stdout.trim();
  const backups = path.join(safe, "backup.age");
  const made = await alcove("backup", "--data", server.data, "--to", backups, "--recipient", recipient);
  assert.match(made.stdout, /backup\.age: .* 4 accounts/, "two of staff, and a client's two");
  assert.doesNotMatch(made.stderr, /not in the backup/, "nothing that the server keeps is left out");
  await alcove("restore", "--check", backups, "--identity", key);
  assert.deepEqual(readdirSync(safe).sort(), ["backup.age", "steward.key"]);
  await assert.rejects(alcove("restore", backups, "--identity", key, "--data", server.data), /another alcove is using/);

  // The key log goes on, and one browser sees it.
  await practice.browser().signUp({ pseudonym: "Tawny Owl", passphrase: PASSPHRASE });
  const later = practice.browser();
  await later.logIn({ loginName, passphrase: PASSPHRASE });
  await eventually("the grown key log is verified", async () => ((await later.keylog()).size ?? 0) >= 7);
  for (const each of [client, later, practice.practitioner.core]) assert.equal((await each.keylog()).alarm, undefined);

  await server.halt("SIGKILL");
  rmSync(server.data, { recursive: true });
  await alcove("restore", backups, "--identity", key, "--data", server.data);
  await server.resume();

  const elsewhere = practice.browser();
  assert.equal((await elsewhere.logIn({ loginName, passphrase: PASSPHRASE })).state, "ready");
  await untilView(elsewhere, id, (view) => texts(view).includes("before the backup"));

  // It is an earlier log than that browser saw, which only the practice can explain.
  await later.logIn({ loginName, passphrase: PASSPHRASE });
  await eventually("the earlier key log is refused", async () => (await later.keylog()).alarm === "keylog_older");
  await later.acceptKeylog();
  assert.equal((await later.keylog()).alarm, undefined);
  await eventually("a browser that saw nothing later verifies it", async () => ((await elsewhere.keylog()).size ?? 0) > 0);
  assert.equal((await elsewhere.keylog()).alarm, undefined);
});
