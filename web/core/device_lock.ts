/**
 * The lock of a browser: what opens it.
 *
 * With a lock, the keys of the browser's store follow from a master key that
 * lies on the disk only wrapped: under a PIN, under what a passkey gives, or
 * both; and under the vault key, for who proves themselves by the passphrase
 * instead. Unlocked it is in memory alone.
 *
 *     PIN key     = HKDF(argon2id(HMAC-SHA256(bound, PIN), salt, 19 MiB, 2 passes), "alcove/v1/device/pin")
 *     passkey key = HKDF(PRF output, "alcove/v1/device/passkey")
 *
 * argon2id is RFC 9106. `bound` cannot be read out through the browser, so that
 * a PIN is tried either here, where attempts are counted, or by somebody who has
 * the browser's files; against them four digits hold for minutes, eight for days.
 * The PRF output (WebAuthn level 3, §10.1.4) is 32 bytes that an authenticator
 * computes from a salt after it knows its owner; nobody tries those.
 */
import { argon2id } from "@noble/hashes/argon2.js";
import type { LockPasskey } from "./api.ts";
import { plainBytes, randomBytes, utf8 } from "./bytes.ts";
import { hkdfSha256, openAesGcm, sealAesGcm, UnsealError } from "./kdf.ts";

/** What lies in the database while there is a lock; of `bound` (with `salt` and `byPin`) and `passkey` at least one. */
export interface LockRecord {
  readonly v: 1;
  /** HMAC-SHA256, not to be read out. */
  readonly bound?: CryptoKey;
  readonly salt?: Uint8Array;
  readonly byPin?: Uint8Array;
  readonly passkey?: LockPasskey & { readonly wrapped: Uint8Array };
  readonly byVault: Uint8Array;
  /** Wrong PINs since something opened it. */
  readonly failures: number;
}

/** What a PIN or a passkey wraps the master key with, so that another one can be wrapped when the other of them changes. */
export interface PinOpener { readonly bound: CryptoKey; readonly salt: Uint8Array; readonly key: Uint8Array }
export interface PasskeyOpener extends LockPasskey { readonly key: Uint8Array }
export interface Openers { readonly pin?: PinOpener; readonly passkey?: PasskeyOpener }

const MASTER = utf8("alcove/v1/device/master");
/** The least that OWASP names for argon2id (19 MiB, 2 passes): an old phone has to do it too. */
const ARGON2ID = { t: 2, m: 19_456, p: 1, dkLen: 32 } as const;

async function pinKey(bound: CryptoKey, salt: Uint8Array, pin: string): Promise<Uint8Array> {
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", bound, plainBytes(utf8(pin))));
  return hkdfSha256(argon2id(mac, salt, ARGON2ID), "alcove/v1/device/pin");
}

const passkeyKey = (secret: Uint8Array): Promise<Uint8Array> => hkdfSha256(secret, "alcove/v1/device/passkey");
const vaultWrapping = (vaultKey: Uint8Array): Promise<Uint8Array> => hkdfSha256(vaultKey, "alcove/v1/device/vault");

export async function pinOpener(pin: string): Promise<PinOpener> {
  const bound = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const salt = randomBytes(16);
  return { bound, salt, key: await pinKey(bound, salt, pin) };
}

/** `secret`: what the passkey's PRF gave for its salt. */
export async function passkeyOpener({ id, salt }: LockPasskey, secret: Uint8Array): Promise<PasskeyOpener> {
  return { id, salt, key: await passkeyKey(secret) };
}

export async function makeLock(master: Uint8Array, { pin, passkey }: Openers, vaultKey: Uint8Array): Promise<LockRecord> {
  return {
    v: 1, failures: 0,
    ...(pin ? { bound: pin.bound, salt: pin.salt, byPin: await sealAesGcm(pin.key, master, MASTER) } : {}),
    ...(passkey ? { passkey: { id: passkey.id, salt: passkey.salt, wrapped: await sealAesGcm(passkey.key, master, MASTER) } } : {}),
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

/** The master key, and what it was wrapped with, if that is the PIN. */
export async function openByPin({ bound, salt, byPin }: LockRecord, pin: string): Promise<Opening | undefined> {
  if (!bound || !salt || !byPin) return undefined;
  const key = await pinKey(bound, salt, pin);
  const master = await opened(key, byPin);
  return master && { master, key };
}

/** The same for what the passkey gave. */
export async function openByPasskey({ passkey }: LockRecord, secret: Uint8Array): Promise<Opening | undefined> {
  if (!passkey) return undefined;
  const key = await passkeyKey(secret);
  const master = await opened(key, passkey.wrapped);
  return master && { master, key };
}

export interface Opening { readonly master: Uint8Array; readonly key: Uint8Array }

/** The master key, if that is the vault key of the account that made the lock. */
export async function openByVault({ byVault }: LockRecord, vaultKey: Uint8Array): Promise<Uint8Array | undefined> {
  return opened(await vaultWrapping(vaultKey), byVault);
}

/** Four to eight digits, not all the same and not a straight row. */
export function isPin(typed: string): boolean {
  if (!/^[0-9]{4,8}$/u.test(typed)) return false;
  const steps = new Set([...typed].slice(1).map((digit, i) => Number(digit) - Number(typed[i])));
  return steps.size > 1 || ![0, 1, -1].includes([...steps][0] ?? 0);
}
