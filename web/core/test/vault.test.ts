import assert from "node:assert/strict";
import { test } from "node:test";
import { randomBytes } from "../bytes.ts";
import type { Transport, VaultContents } from "../context.ts";
import { CoreError } from "../errors.ts";
import { createVault, openVault, sealVault, unwrapVaultKey, wrapVaultKey } from "../vault.ts";

const contents: VaultContents = {
  v: 1, role: "client", loginName: "a-1000", displayName: "A", identityPrivateKey: "00", identityPublicKey: "01", sealingIdentity: "s",
  sealingRecipient: "r", historyStream: "02", historyKey: "03", settings: { readMarks: true, typingShown: true }, conversations: {},
};

/** The two calls of a server that a vault needs. */
function vaultServer(vault: Uint8Array): Transport & { readonly puts: () => number } {
  let version = 1n;
  let stored = vault;
  let puts = 0;
  const account = {
    getVault: async () => ({ version, vault: stored }),
    async putVault({ expectedVersion, vault: next }: { readonly expectedVersion: bigint; readonly vault: Uint8Array }) {
      puts++;
      if (expectedVersion !== version) throw new CoreError("vault_conflict", "", version);
      stored = next;
      return { version: ++version };
    },
  };
  return { account, puts: () => puts } as unknown as Transport & { readonly puts: () => number };
}

test("two browsers that change the vault at once both keep their change", async () => {
  const key = randomBytes(32);
  const transport = vaultServer(await sealVault(key, contents));
  const kept: bigint[] = [];
  const open = () => createVault({ transport, key, initial: { version: 1n, contents }, keep: async ({ version }) => void kept.push(version) });
  const [one, other] = [open(), open()];
  await Promise.all([
    one.update((v) => ({ ...v, displayName: "B" })),
    other.update((v) => ({ ...v, settings: { ...v.settings, readMarks: false } })),
  ]);
  const newest = await one.refresh();
  assert.equal(newest.displayName, "B");
  assert.equal(newest.settings.readMarks, false);
  assert.equal(transport.puts(), 3);
});

test("changes of one browser are made one after another; a change of nothing is not sent", async () => {
  const key = randomBytes(32);
  const transport = vaultServer(await sealVault(key, contents));
  const vault = createVault({ transport, key, initial: { version: 1n, contents }, keep: async () => undefined });
  await Promise.all(Array.from({ length: 5 }, () => vault.update((v) => ({ ...v, displayName: `${v.displayName}x` }))));
  assert.equal(vault.read().displayName, "Axxxxx");
  await vault.update((v) => v);
  assert.equal(transport.puts(), 5);
});

test("an altered vault, a wrong key and an older vault are refused", async () => {
  const key = randomBytes(32);
  const sealed = await sealVault(key, contents);
  const altered = sealed.slice();
  altered[40] = (altered[40] ?? 0) ^ 1;
  await assert.rejects(openVault(key, altered), { code: "vault_damaged" });
  await assert.rejects(openVault(randomBytes(32), sealed), { code: "vault_damaged" });
  await assert.rejects(unwrapVaultKey(randomBytes(32), await wrapVaultKey(randomBytes(32), key)), { code: "vault_damaged" });
  const vault = createVault({ transport: vaultServer(sealed), key, initial: { version: 2n, contents }, keep: async () => undefined });
  await assert.rejects(vault.refresh(), { code: "vault_damaged" });
});
