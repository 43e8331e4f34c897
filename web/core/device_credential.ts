/**
 * Who a device is: the MLS basic credential, and the account behind it.
 *
 * An account is its Ed25519 identity key, and its id is made from that key, so
 * nobody can claim somebody's id with another key. A device has a signature key
 * of its own for MLS; its credential says "the account with this identity key
 * calls this device its own", signed by the identity key:
 *
 *     version (1) || account id (16) || device id (16) || identity key (32) || signature (64)
 *
 * 129 bytes, version 1. The signature is Ed25519 (RFC 8032) by the identity key
 * over "alcove/v1/device" || account id || device id || MLS signature public
 * key (32). It covers the MLS key, so a credential copied into another leaf is
 * worth nothing.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, equalBytes, sha256, toHex, utf8 } from "./bytes.ts";

const VERSION = 1;
const ACCOUNT_LABEL = utf8("alcove/v1/account");
const DEVICE_LABEL = utf8("alcove/v1/device");
const REMOVED_LABEL = utf8("alcove/v1/device-removed");

/**
 * Credentials with their keys that were verified, whole: what was right stays
 * right, and who comes into a room meets each of its credentials several times.
 */
const proven = new Set<string>();
const MOST_PROVEN = 2_000;

/** Length of an encoded credential. */
export const CREDENTIAL_LENGTH = 129;

export interface KeyPair {
  /** Ed25519 seed, 32 bytes. */
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** What a valid credential proves. Ids are 16 bytes, the key 32. */
export interface DeviceIdentity {
  readonly accountId: Uint8Array;
  readonly deviceId: Uint8Array;
  readonly identityKey: Uint8Array;
}

/** A new Ed25519 pair, for an account's identity or a device's signatures. */
export function generateSigningKey(): KeyPair {
  const { secretKey, publicKey } = ed25519.keygen();
  return { privateKey: secretKey, publicKey };
}

/** Ed25519 signature (64 bytes) by a seed. */
export function sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, privateKey);
}

/** Verifies as RFC 8032 does; false also for keys and signatures of the wrong form, and for keys of small order. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The id of the account that holds `identityKey`: 16 bytes. */
export function accountIdOf(identityKey: Uint8Array): Uint8Array {
  return sha256(ACCOUNT_LABEL, identityKey).slice(0, 16);
}

function removedPart(accountId: Uint8Array, deviceId: Uint8Array): Uint8Array {
  return concatBytes(REMOVED_LABEL, accountId, deviceId);
}

/** What tells a device that its account logged it out: nobody who has not the identity key can say so. */
export function signRemoval(identity: KeyPair, deviceId: Uint8Array): Uint8Array {
  return sign(identity.privateKey, removedPart(accountIdOf(identity.publicKey), deviceId));
}

/** Whether `signature` says to the device with this identity that it was logged out. */
export function verifyRemoval({ accountId, deviceId, identityKey }: DeviceIdentity, signature: Uint8Array): boolean {
  return verify(identityKey, removedPart(accountId, deviceId), signature);
}

function signedPart(accountId: Uint8Array, deviceId: Uint8Array, signatureKey: Uint8Array): Uint8Array {
  return concatBytes(DEVICE_LABEL, accountId, deviceId, signatureKey);
}

/** Signs `signatureKey` into the account; `deviceId` has 16 bytes. */
export function makeCredential(identity: KeyPair, deviceId: Uint8Array, signatureKey: Uint8Array): Uint8Array {
  if (deviceId.length !== 16 || signatureKey.length !== 32) throw new RangeError("a device id has 16 bytes and its key 32");
  const accountId = accountIdOf(identity.publicKey);
  const signature = sign(identity.privateKey, signedPart(accountId, deviceId, signatureKey));
  return concatBytes(Uint8Array.of(VERSION), accountId, deviceId, identity.publicKey, signature);
}

/** What `credential` proves of the holder of `signatureKey`; undefined when it proves nothing. */
export function readCredential(credential: Uint8Array, signatureKey: Uint8Array): DeviceIdentity | undefined {
  if (credential.length !== CREDENTIAL_LENGTH || credential[0] !== VERSION || signatureKey.length !== 32) return undefined;
  const accountId = credential.slice(1, 17);
  const deviceId = credential.slice(17, 33);
  const identityKey = credential.slice(33, 65);
  if (!equalBytes(accountId, accountIdOf(identityKey))) return undefined;
  const whole = toHex(concatBytes(credential, signatureKey));
  if (!proven.has(whole)) {
    if (!verify(identityKey, signedPart(accountId, deviceId, signatureKey), credential.slice(65))) return undefined;
    if (proven.size >= MOST_PROVEN) proven.clear();
    proven.add(whole);
  }
  return { accountId, deviceId, identityKey };
}
