/** A device and the key packages by which others add it to groups (RFC 9420 §10). */
import { generateKeyPackageWithKey, type KeyPackage, type Lifetime, type PrivateKeyPackage } from "ts-mls";
import { makeKeyPackageRef, verifyKeyPackage as verifyKeyPackageSignature } from "ts-mls/keyPackage.js";
import { verifyLeafNodeSignatureKeyPackage } from "ts-mls/leafNode.js";
import { concatBytes, equalBytes, toHex } from "../bytes.ts";
import { accountIdOf, CREDENTIAL_LENGTH, generateSigningKey, makeCredential } from "../device_credential.ts";
import { type Member, memberOf } from "./member.ts";
import { MlsRefusal, refuseAs } from "./refusal.ts";
import { capabilities, CONVERSATION_SUITE, LAST_RESORT, ROOM_SUITE, type Suite, suiteImpl } from "./suite.ts";
import { decodeKeyPackage, encodeKeyPackage, packParts, unpackParts } from "./wire.ts";

/** One browser of an account: plain data, with its secret signature key. */
export interface Device {
  readonly accountId: Uint8Array;
  /** 16 random bytes. */
  readonly deviceId: Uint8Array;
  /** Ed25519 seed, 32 bytes. */
  readonly signaturePrivateKey: Uint8Array;
  readonly signaturePublicKey: Uint8Array;
  /** See device_credential.ts. */
  readonly credential: Uint8Array;
}

export interface NewDevice {
  readonly accountId: Uint8Array;
  readonly deviceId: Uint8Array;
  readonly identityPrivateKey: Uint8Array;
  readonly identityPublicKey: Uint8Array;
}

/** Makes a device's own signature key and signs it into the account. */
export async function generateDevice(args: NewDevice): Promise<Device> {
  const { accountId, deviceId } = args;
  if (!equalBytes(accountId, accountIdOf(args.identityPublicKey))) throw new RangeError("the account id is not that of the identity key");
  const keys = generateSigningKey();
  const identity = { privateKey: args.identityPrivateKey, publicKey: args.identityPublicKey };
  const credential = makeCredential(identity, deviceId, keys.publicKey);
  return { accountId, deviceId, signaturePrivateKey: keys.privateKey, signaturePublicKey: keys.publicKey, credential };
}

/** A device as 97 + 129 bytes: version 1, account id, device id, signature seed and public key, credential. */
export function serializeDevice(device: Device): Uint8Array {
  const { accountId, deviceId, signaturePrivateKey, signaturePublicKey, credential } = device;
  return concatBytes(Uint8Array.of(1), accountId, deviceId, signaturePrivateKey, signaturePublicKey, credential);
}

/** Reads what serializeDevice wrote; throws "malformed". */
export function deserializeDevice(bytes: Uint8Array): Device {
  if (bytes.length !== 97 + CREDENTIAL_LENGTH || bytes[0] !== 1) throw new MlsRefusal("malformed");
  return {
    accountId: bytes.slice(1, 17),
    deviceId: bytes.slice(17, 33),
    signaturePrivateKey: bytes.slice(33, 65),
    signaturePublicKey: bytes.slice(65, 97),
    credential: bytes.slice(97),
  };
}

export interface GeneratedKeyPackage {
  /** To publish: an MLSMessage. */
  readonly publicMessage: Uint8Array;
  /** Its reference (RFC 9420 §5.2), hex: names it in a Welcome. */
  readonly ref: string;
  /** To keep on the device until a Welcome has used it; a last-resort one stays. */
  readonly private: Uint8Array;
}

const DAY = 24n * 60n * 60n;
/** The latest that its field (uint64) can hold. */
const LAST_SECOND = 2n ** 64n - 1n;

/**
 * Valid from yesterday, because clocks differ, for a year: in whole days, so that
 * it does not tell which packages were made together. In a room always: there a
 * package is left at a door for 30 days at most and used once, and a lifetime by a
 * clock that is wrong would keep its owner out, and be known again in other rooms.
 */
function lifetime(suite: Suite): Lifetime {
  if (suite === ROOM_SUITE) return { notBefore: 0n, notAfter: LAST_SECOND };
  const today = BigInt(Math.floor(Date.now() / 86_400_000)) * DAY;
  return { notBefore: today - DAY, notAfter: today + 366n * DAY };
}

/** A key package and its private half, fresh for one use. */
export async function freshKeyPackage(device: Device, suite: Suite, lastResort: boolean): Promise<{ readonly publicPackage: KeyPackage; readonly privatePackage: PrivateKeyPackage }> {
  const credential = { credentialType: "basic", identity: device.credential } as const;
  const extensions = lastResort ? [{ extensionType: LAST_RESORT, extensionData: new Uint8Array() }] : [];
  const keys = { signKey: device.signaturePrivateKey, publicKey: device.signaturePublicKey };
  return generateKeyPackageWithKey(credential, capabilities, lifetime(suite), extensions, keys, await suiteImpl(suite));
}

/** Makes `count` key packages; with `lastResort` they are marked as such. */
export async function generateKeyPackages(device: Device, count: number, lastResort = false, suite: Suite = CONVERSATION_SUITE): Promise<GeneratedKeyPackage[]> {
  const impl = await suiteImpl(suite);
  const made: GeneratedKeyPackage[] = [];
  for (let i = 0; i < count; i++) {
    const { publicPackage, privatePackage } = await freshKeyPackage(device, suite, lastResort);
    const publicMessage = encodeKeyPackage(publicPackage);
    made.push({
      publicMessage,
      ref: toHex(await makeKeyPackageRef(publicPackage, impl.hash)),
      private: packParts([publicMessage, privatePackage.initPrivateKey, privatePackage.hpkePrivateKey]),
    });
  }
  return made;
}

/** Reads the `private` of a generated key package. */
export function openPrivate(device: Device, stored: Uint8Array): { readonly publicPackage: KeyPackage; readonly privatePackage: PrivateKeyPackage } {
  const [message = new Uint8Array(), initPrivateKey = new Uint8Array(), hpkePrivateKey = new Uint8Array()] = unpackParts(stored, 3);
  return {
    publicPackage: decodeKeyPackage(message),
    privatePackage: { initPrivateKey, hpkePrivateKey, signaturePrivateKey: device.signaturePrivateKey },
  };
}

/** Whom a key package would add. The leaf is not yet known. */
export interface VerifiedMember extends Omit<Member, "leaf"> {
  readonly suite: Suite;
}

/**
 * Checks a key package as RFC 9420 §10.1 asks, and its credential: suite,
 * signatures of leaf and package, lifetime, distinct keys. Whether the identity
 * key is the one expected is for the caller to compare.
 */
export async function verifyKeyPackage(bytes: Uint8Array): Promise<VerifiedMember> {
  const keyPackage = decodeKeyPackage(bytes);
  const impl = await suiteImpl(keyPackage.cipherSuite);
  const { leaf: _, ...member } = memberOf(keyPackage.leafNode, 0);
  const signed = await refuseAs("malformed", async () =>
    (await verifyLeafNodeSignatureKeyPackage(keyPackage.leafNode, impl.signature)) &&
    (await verifyKeyPackageSignature(keyPackage, impl.signature)));
  if (!signed || equalBytes(keyPackage.initKey, keyPackage.leafNode.hpkePublicKey)) throw new MlsRefusal("malformed");
  const now = BigInt(Math.floor(Date.now() / 1000));
  const { notBefore, notAfter } = keyPackage.leafNode.lifetime;
  if (now < notBefore || now > notAfter) throw new MlsRefusal("expired");
  return { ...member, suite: impl.name as Suite };
}
