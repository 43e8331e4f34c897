/**
 * The MLS working group's test vectors, run on the pinned library, so that a
 * new version of it cannot leave the standard unnoticed.
 *
 * The vectors lie beside the project, in ../shared/vectors. Where they are
 * absent the tests are skipped, except under CI=true, where that is a failure.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cwd, env } from "node:process";
import { test } from "node:test";
import {
  bytesToBase64, type CiphersuiteImpl, type CiphersuiteName, ciphersuites, decodeMlsMessage, defaultKeyRetentionConfig, type FramedContent, getCiphersuiteFromName, getCiphersuiteImpl,
  type GroupContext, joinGroup, makePskIndex, type MLSMessage, type PrivateMessage, type PublicMessage,
} from "ts-mls";
import { encodeCommit } from "ts-mls/commit.js";
import { protectApplicationData, protectProposal, unprotectPrivateMessage } from "ts-mls/messageProtection.js";
import { protectProposalPublic, unprotectPublicMessage } from "ts-mls/messageProtectionPublic.js";
import { decodeProposal, encodeProposal } from "ts-mls/proposal.js";
import { decodeRatchetTree } from "ts-mls/ratchetTree.js";
import { createSecretTree } from "ts-mls/secretTree.js";
import { fromHex, toHex } from "../bytes.ts";

const folder = join(cwd(), "..", "shared", "vectors");
const absent = !existsSync(folder) && env["CI"] !== "true" ? "no vectors here" : false;

function read<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as readonly T[];
}

/** The seven suites of RFC 9420; the library's X-Wing suites have no vectors. */
const STANDARD_SUITES = [1, 2, 3, 4, 5, 6, 7];

function suite(id: number): Promise<CiphersuiteImpl> {
  const name = (Object.keys(ciphersuites) as CiphersuiteName[]).find((key) => ciphersuites[key] === id);
  assert.ok(name, `the library no longer knows suite ${id}`);
  return getCiphersuiteImpl(getCiphersuiteFromName(name));
}

function message(hex: string): MLSMessage {
  const decoded = decodeMlsMessage(fromHex(hex), 0);
  assert.ok(decoded && decoded[1] === hex.length / 2);
  return decoded[0];
}

function counter(): { readonly add: (suite: number) => void; readonly counts: Map<number, number> } {
  const counts = new Map<number, number>();
  return { add: (id) => counts.set(id, (counts.get(id) ?? 0) + 1), counts };
}

interface WelcomeVector {
  readonly cipher_suite: number;
  readonly external_psks: readonly { readonly psk_id: string; readonly psk: string }[];
  readonly key_package: string;
  readonly signature_priv: string;
  readonly encryption_priv: string;
  readonly init_priv: string;
  readonly welcome: string;
  readonly ratchet_tree: string | null;
  readonly initial_epoch_authenticator: string;
  readonly epochs: readonly unknown[];
}

test("passive client, welcome: 8 joins in each of 7 suites", { skip: absent }, async () => {
  const ran = counter();
  for (const vector of read<WelcomeVector>("mls-passive-client-welcome.json")) {
    const impl = await suite(vector.cipher_suite);
    const [welcome, keyPackage] = [message(vector.welcome), message(vector.key_package)];
    assert.ok(welcome.wireformat === "mls_welcome" && keyPackage.wireformat === "mls_key_package");
    const privateKeys = {
      initPrivateKey: fromHex(vector.init_priv), hpkePrivateKey: fromHex(vector.encryption_priv), signaturePrivateKey: fromHex(vector.signature_priv),
    };
    const psks = Object.fromEntries(vector.external_psks.map(({ psk_id, psk }) => [bytesToBase64(fromHex(psk_id)), fromHex(psk)]));
    const tree = vector.ratchet_tree === null ? undefined : decodeRatchetTree(fromHex(vector.ratchet_tree), 0)?.[0];
    const state = await joinGroup(welcome.welcome, keyPackage.keyPackage, privateKeys, makePskIndex(undefined, psks), impl, tree);
    assert.equal(toHex(state.keySchedule.epochAuthenticator), vector.initial_epoch_authenticator);
    assert.equal(vector.epochs.length, 0, "a vector with epochs is not played to its end");
    ran.add(vector.cipher_suite);
  }
  assert.deepEqual(ran.counts, new Map(STANDARD_SUITES.map((id) => [id, 8])));
});

interface ProtectionVector {
  readonly cipher_suite: number;
  readonly group_id: string;
  readonly epoch: number;
  readonly tree_hash: string;
  readonly confirmed_transcript_hash: string;
  readonly signature_priv: string;
  readonly signature_pub: string;
  readonly encryption_secret: string;
  readonly sender_data_secret: string;
  readonly membership_key: string;
  readonly proposal: string;
  readonly proposal_pub: string;
  readonly proposal_priv: string;
  readonly commit: string;
  readonly commit_pub: string;
  readonly commit_priv: string;
  readonly application: string;
  readonly application_priv: string;
}

/** What the vector's two members share: the sender is leaf 1. */
async function protection(vector: ProtectionVector): Promise<{
  readonly impl: CiphersuiteImpl;
  readonly context: GroupContext;
  readonly openPublic: (message: PublicMessage) => ReturnType<typeof unprotectPublicMessage>;
  readonly openPrivate: (message: PrivateMessage) => ReturnType<typeof unprotectPrivateMessage>;
}> {
  const impl = await suite(vector.cipher_suite);
  const context: GroupContext = {
    version: "mls10", cipherSuite: impl.name, groupId: fromHex(vector.group_id), epoch: BigInt(vector.epoch), treeHash: fromHex(vector.tree_hash),
    confirmedTranscriptHash: fromHex(vector.confirmed_transcript_hash), extensions: [],
  };
  const [publicKey, senderData, membership] = [vector.signature_pub, vector.sender_data_secret, vector.membership_key].map(fromHex);
  assert.ok(publicKey && senderData && membership);
  return {
    impl,
    context,
    openPublic: (m) => unprotectPublicMessage(membership, context, [], m, impl, publicKey),
    openPrivate: async (m) =>
      unprotectPrivateMessage(senderData, m, await createSecretTree(2, fromHex(vector.encryption_secret), impl.kdf), [], context, defaultKeyRetentionConfig, impl, publicKey),
  };
}

/** The content of an opened message, encoded as the vector has it. */
function encoded(content: FramedContent): string {
  switch (content.contentType) {
    case "application":
      return toHex(content.applicationData);
    case "proposal":
      return toHex(encodeProposal(content.proposal));
    case "commit":
      return toHex(encodeCommit(content.commit));
    default:
      return content satisfies never;
  }
}

test("message protection: what others protected opens, in each of 7 suites", { skip: absent }, async () => {
  const ran = counter();
  for (const vector of read<ProtectionVector>("mls-message-protection.json")) {
    const { openPublic, openPrivate } = await protection(vector);
    for (const [hex, expected] of [[vector.proposal_pub, vector.proposal], [vector.commit_pub, vector.commit]] as const) {
      const decoded = message(hex);
      assert.ok(decoded.wireformat === "mls_public_message");
      assert.equal(encoded((await openPublic(decoded.publicMessage)).content), expected);
      ran.add(vector.cipher_suite);
    }
    for (const [hex, expected] of [[vector.proposal_priv, vector.proposal], [vector.commit_priv, vector.commit], [vector.application_priv, vector.application]] as const) {
      const decoded = message(hex);
      assert.ok(decoded.wireformat === "mls_private_message");
      assert.equal(encoded((await openPrivate(decoded.privateMessage)).content.content), expected);
      ran.add(vector.cipher_suite);
    }
  }
  assert.deepEqual(ran.counts, new Map(STANDARD_SUITES.map((id) => [id, 5])));
});

test("message protection: what we protect opens again, in each of 7 suites", { skip: absent }, async () => {
  const ran = counter();
  const [nothing, leaf, padding] = [new Uint8Array(), 1, { kind: "alwaysPad", paddingLength: 0 } as const];
  for (const vector of read<ProtectionVector>("mls-message-protection.json")) {
    const { impl, context, openPublic, openPrivate } = await protection(vector);
    const [signKey, senderData, membership] = [vector.signature_priv, vector.sender_data_secret, vector.membership_key].map(fromHex);
    const proposal = decodeProposal(fromHex(vector.proposal), 0)?.[0];
    assert.ok(signKey && senderData && membership && proposal);
    const tree = await createSecretTree(2, fromHex(vector.encryption_secret), impl.kdf);
    const application = await protectApplicationData(signKey, senderData, fromHex(vector.application), nothing, context, tree, leaf, padding, impl);
    assert.equal(encoded((await openPrivate(application.privateMessage)).content.content), vector.application);
    const hidden = await protectProposal(signKey, senderData, proposal, nothing, context, tree, leaf, padding, impl);
    assert.equal(encoded((await openPrivate(hidden.privateMessage)).content.content), vector.proposal);
    const open = await protectProposalPublic(signKey, membership, context, nothing, proposal, leaf, impl);
    assert.equal(encoded((await openPublic(open.publicMessage)).content), vector.proposal);
    ran.add(vector.cipher_suite);
  }
  assert.deepEqual(ran.counts, new Map(STANDARD_SUITES.map((id) => [id, 1])));
});
