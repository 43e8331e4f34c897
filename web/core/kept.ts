/** What a browser keeps of its session, so that a reload need not ask again. Everything lies sealed in the DeviceStore. */
import type { Id, Role } from "./api.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import type { DeviceStore, VaultContents } from "./context.ts";
import type { VersionedVault } from "./vault.ts";

export interface KeptSession {
  readonly v: 1;
  readonly accountId: Id;
  readonly role: Role;
  /** Empty while recovering before the vault could be read. */
  readonly loginName: string;
  /** 32 bytes, hex; absent once the session expired. */
  readonly token?: string;
  /** By what the same session was known before it got this token (SHA-256, hex), the first first. */
  readonly former?: readonly Id[];
  /** Hex; absent until the vault was opened, and again once the session expired. */
  readonly vaultKey?: string;
  /** What the vault key is wrapped under, hex; only from the proof until the vault was opened. */
  readonly wrappingKey?: string;
  readonly recovering: boolean;
  /** Token of the session that expired, hex: by it this browser asks whether another device ended it. */
  readonly ended?: string;
}

const SESSION = "session/kept";
const VAULT = "session/vault";

export async function loadKept(store: DeviceStore): Promise<KeptSession | undefined> {
  const kept = await store.get(SESSION);
  return kept && (JSON.parse(fromUtf8(kept)) as KeptSession);
}

export async function saveKept(store: DeviceStore, kept: KeptSession): Promise<void> {
  await store.put([[SESSION, utf8(JSON.stringify(kept))]]);
}

/** The newest vault seen, for a start without connection. */
export async function loadVault(store: DeviceStore): Promise<VersionedVault | undefined> {
  const kept = await store.get(VAULT);
  if (!kept) return undefined;
  const { version, contents } = JSON.parse(fromUtf8(kept)) as { readonly version: string; readonly contents: VaultContents };
  return { version: BigInt(version), contents };
}

export async function saveVault(store: DeviceStore, vault: VersionedVault | undefined): Promise<void> {
  await store.put([[VAULT, vault && utf8(JSON.stringify({ version: vault.version.toString(), contents: vault.contents }))]]);
}
