/**
 * The cipher suites in use and how the library is configured.
 *
 * Conversations use the hybrid X-Wing suite: whoever records ciphertext today
 * must break X25519 and ML-KEM-768 both. Rooms, with many leaves, use suite 1
 * of RFC 9420 (X25519, AES-128-GCM), whose commits stay small.
 */
import {
  type Capabilities,
  type CiphersuiteImpl,
  type ClientConfig,
  defaultKeyPackageEqualityConfig,
  defaultLifetimeConfig,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
} from "ts-mls";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import type { CHash } from "@noble/hashes/utils.js";
import { equalBytes } from "../bytes.ts";
import { readCredential } from "../device_credential.ts";
import { MlsRefusal } from "./refusal.ts";

export const CONVERSATION_SUITE = "MLS_256_XWING_AES256GCM_SHA512_Ed25519";
export const ROOM_SUITE = "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519";
export type Suite = typeof CONVERSATION_SUITE | typeof ROOM_SUITE;

/** KeyPackage extension that marks one to be used when no other is left (RFC 9420 §16.8). */
export const LAST_RESORT = 0x000a;

/** What every leaf says it can do; the same for all, so that it tells nothing about a browser. */
export const capabilities: Capabilities = {
  versions: ["mls10"],
  ciphersuites: [CONVERSATION_SUITE, ROOM_SUITE],
  extensions: [LAST_RESORT],
  proposals: [],
  credentials: ["basic"],
};

const loaded = new Map<Suite, Promise<CiphersuiteImpl>>();

/** The implementation of a suite; throws "unsupported" for one that is not ours. */
export function suiteImpl(name: string): Promise<CiphersuiteImpl> {
  if (name !== CONVERSATION_SUITE && name !== ROOM_SUITE) throw new MlsRefusal("unsupported");
  const known = loaded.get(name);
  if (known) return known;
  const impl = getCiphersuiteImpl(getCiphersuiteFromName(name)).then((made) => ({ ...made, ...hashing(name === ROOM_SUITE ? sha256 : sha512) }));
  loaded.set(name, impl);
  return impl;
}

/**
 * Hash and KDF of a suite (RFC 5869), computed where they are needed: one message
 * takes a dozen of them over a few bytes, and to hand each to the browser's own
 * cryptography and wait for it takes several times as long as the hash.
 */
function hashing(hash: CHash): Pick<CiphersuiteImpl, "hash" | "kdf"> {
  return {
    hash: {
      digest: async (data) => hash(data),
      mac: async (key, data) => hmac(hash, key, data),
      verifyMac: async (key, mac, data) => equalBytes(hmac(hash, key, data), mac),
    },
    kdf: {
      extract: async (salt, ikm) => extract(hash, ikm, salt),
      expand: async (prk, info, length) => expand(hash, prk, info, length),
      size: hash.outputLen,
    },
  };
}

/**
 * - Credentials are checked wherever the library meets a leaf: on joining, in
 *   commits, in key packages.
 * - A receiver follows up to 2,000 generations ahead and keeps the keys of the
 *   1,000 newest it skipped, for records that come out of order in an epoch.
 * - No padding by the library: `mls.ts` pads the plaintext to its buckets.
 */
export const clientConfig: ClientConfig = {
  keyRetentionConfig: { retainKeysForGenerations: 1000, retainKeysForEpochs: 1, maximumForwardRatchetSteps: 2000 },
  lifetimeConfig: defaultLifetimeConfig,
  keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
  paddingConfig: { kind: "alwaysPad", paddingLength: 0 },
  authService: {
    async validateCredential(credential, signatureKey) {
      if (credential.credentialType !== "basic" || !("identity" in credential)) throw new MlsRefusal("bad_credential");
      if (!readCredential(credential.identity, signatureKey)) throw new MlsRefusal("bad_credential");
      return true;
    },
  },
};
