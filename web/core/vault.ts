/**
 * The vault: an account's own secrets, which the server keeps without being
 * able to read them.
 *
 *     vault = AES-256-GCM(vault key, padded JSON, aad "alcove/v1/vault")
 *
 * The vault key is random and never changes; what changes with a passphrase or
 * a recovery code is only its wrapping, AES-256-GCM(wrapping key, vault key,
 * aad "alcove/v1/vault-key"). Several browsers of one account write the vault:
 * a change is a function of its contents and is applied again to the newest
 * when another browser was first (compare-and-set on the version).
 */
import { fromUtf8, utf8 } from "./bytes.ts";
import type { Transport, Vault, VaultContents } from "./context.ts";
import { CoreError, hasCode } from "./errors.ts";
import { turns } from "./in_turn.ts";
import { hkdfSha256, openAesGcm, sealAesGcm } from "./kdf.ts";
import { pad, unpad } from "./padding.ts";

const VAULT = utf8("alcove/v1/vault");
const VAULT_KEY = utf8("alcove/v1/vault-key");
const ATTEMPTS = 8;

export interface VersionedVault {
  readonly version: bigint;
  readonly contents: VaultContents;
}

export function sealVault(key: Uint8Array, contents: VaultContents): Promise<Uint8Array> {
  return sealAesGcm(key, pad(utf8(JSON.stringify(contents))), VAULT);
}

/** Rejects with "vault_damaged" when the key is another one or the vault was altered. */
export async function openVault(key: Uint8Array, sealed: Uint8Array): Promise<VaultContents> {
  try {
    return JSON.parse(fromUtf8(unpad(await openAesGcm(key, sealed, VAULT)))) as VaultContents;
  } catch {
    throw new CoreError("vault_damaged");
  }
}

/** The key under which OPAQUE's export key wraps the vault key. */
export function passphraseWrappingKey(exportKey: Uint8Array): Promise<Uint8Array> {
  return hkdfSha256(exportKey, "alcove/v1/vault-key/passphrase");
}

export function wrapVaultKey(wrappingKey: Uint8Array, vaultKey: Uint8Array): Promise<Uint8Array> {
  return sealAesGcm(wrappingKey, vaultKey, VAULT_KEY);
}

export async function unwrapVaultKey(wrappingKey: Uint8Array, wrapped: Uint8Array): Promise<Uint8Array> {
  try {
    return await openAesGcm(wrappingKey, wrapped, VAULT_KEY);
  } catch {
    throw new CoreError("vault_damaged");
  }
}

export interface VaultArgs {
  readonly transport: Transport;
  readonly key: Uint8Array;
  readonly initial: VersionedVault;
  /** Called with every newer vault, whoever wrote it, before it counts. */
  readonly keep: (newer: VersionedVault) => Promise<void>;
  /** Called once one counts that another device may have written, whatever it was fetched for. */
  readonly fetched?: () => void;
}

export interface OpenVault extends Vault {
  readonly version: () => bigint;
}

export function createVault({ transport, key, initial, keep, fetched: tell }: VaultArgs): OpenVault {
  let current = initial;
  /** One change after another: two of this browser must not race each other. */
  const inTurn = turns();

  async function adopt(newer: VersionedVault): Promise<VaultContents> {
    await keep(newer);
    current = newer;
    return newer.contents;
  }

  async function fetchNewest(): Promise<VaultContents> {
    const fetched = await transport.account.getVault({});
    // An older vault than the one seen is a server that lost or hides something.
    if (fetched.version < current.version) throw new CoreError("vault_damaged");
    const contents = await adopt({ version: fetched.version, contents: await openVault(key, fetched.vault) });
    tell?.();
    return contents;
  }

  async function change(apply: (contents: VaultContents) => VaultContents): Promise<VaultContents> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const contents = apply(current.contents);
      if (contents === current.contents) return contents;
      try {
        const { version } = await transport.account.putVault({ expectedVersion: current.version, vault: await sealVault(key, contents) });
        return await adopt({ version, contents });
      } catch (error) {
        if (!hasCode(error, "vault_conflict")) throw error;
        await fetchNewest();
      }
    }
    throw new CoreError("vault_conflict");
  }

  return {
    read: () => current.contents,
    version: () => current.version,
    update: (apply) => inTurn(() => change(apply)),
    refresh: () => inTurn(fetchNewest),
  };
}
