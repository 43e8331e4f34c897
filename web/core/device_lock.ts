/**
 * The lock of a browser: what its PIN opens.
 *
 * With a PIN, the keys of the browser's store follow from a master key that lies
 * on the disk only wrapped, once under the PIN and once under the vault key (for
 * who proves themselves by the passphrase instead); unlocked it is in memory alone.
 *
 *     PIN key = HKDF(argon2id(HMAC-SHA256(bound, PIN), salt, 19 MiB, 2 passes), "alcove/v1/device/pin")
 *
 * argon2id is RFC 9106. `bound` cannot be read out through the browser, so that
 * a PIN is tried either here, where attempts are counted, or by somebody who has
 * the browser's files; against them four digits hold for minutes, eight for days.
 */
import { argon2id } from "@noble/hashes/argon2.js";
import { plainBytes, randomBytes, utf8 } from "./bytes.ts";
import { hkdfSha256, openAesGcm, sealAesGcm, UnsealError } from "./kdf.ts";

/** What lies in the database while a PIN is set. */
export interface LockRecord {
  readonly v: 1;
  /** HMAC-SHA256, not to be read out. */
  readonly bound: CryptoKey;
  readonly salt: Uint8Array;
  readonly byPin: Uint8Array;
  readonly byVault: Uint8Array;
  /** Attempts begun since the last that succeeded. */
  readonly failures: number;
}

const MASTER = utf8("alcove/v1/device/master");
/** The least that OWASP names for argon2id (19 MiB, 2 passes): an old phone has to do it too. */
const ARGON2ID = { t: 2, m: 19_456, p: 1, dkLen: 32 } as const;

async function pinKey(bound: CryptoKey, salt: Uint8Array, pin: string): Promise<Uint8Array> {
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", bound, plainBytes(utf8(pin))));
  return hkdfSha256(argon2id(mac, salt, ARGON2ID), "alcove/v1/device/pin");
}

const vaultWrapping = (vaultKey: Uint8Array): Promise<Uint8Array> => hkdfSha256(vaultKey, "alcove/v1/device/vault");

export async function makeLock(master: Uint8Array, pin: string, vaultKey: Uint8Array): Promise<LockRecord> {
  const bound = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const salt = randomBytes(16);
  return {
    v: 1, bound, salt, failures: 0,
    byPin: await sealAesGcm(await pinKey(bound, salt, pin), master, MASTER),
    byVault: await sealAesGcm(await vaultWrapping(vaultKey), master, MASTER),
  };
}

async function opened(key: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return await openAesGcm(key, sealed, MASTER);
  } catch (error) {
    if (error instanceof UnsealError) return undefined;
    throw error;
  }
}

/** The master key, if that is the PIN. */
export async function openByPin({ bound, salt, byPin }: LockRecord, pin: string): Promise<Uint8Array | undefined> {
  return opened(await pinKey(bound, salt, pin), byPin);
}

/** The master key, if that is the vault key of the account that set the PIN. */
export async function openByVault({ byVault }: LockRecord, vaultKey: Uint8Array): Promise<Uint8Array | undefined> {
  return opened(await vaultWrapping(vaultKey), byVault);
}

/** Four to eight digits, not all the same and not a straight row. */
export function isPin(typed: string): boolean {
  if (!/^[0-9]{4,8}$/u.test(typed)) return false;
  const steps = new Set([...typed].slice(1).map((digit, i) => Number(digit) - Number(typed[i])));
  return steps.size > 1 || ![0, 1, -1].includes([...steps][0] ?? 0);
}
