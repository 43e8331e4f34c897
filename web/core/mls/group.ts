/** A group's state and everything a member does with it. */
import {
  createApplicationMessage,
  createCommit,
  createGroup as createMlsGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  decodeGroupState,
  emptyPskIndex,
  encodeGroupState,
  encodeMlsMessage,
  type ClientState,
  type GroupState,
  joinGroup,
  joinGroupExternal,
  mlsExporter,
  type Proposal,
} from "ts-mls";
import { ratchetTreeFromExtension } from "ts-mls/groupInfo.js";
import { makeKeyPackageRef } from "ts-mls/keyPackage.js";
import { concatBytes, equalBytes, toHex } from "../bytes.ts";
import { pad } from "../padding.ts";
import { type Device, freshKeyPackage, openPrivate, verifyKeyPackage } from "./device.ts";
import { type Member, memberAt, memberKey, membersOf, requireDistinct, sameAccount } from "./member.ts";
import { MlsRefusal, refuseAs } from "./refusal.ts";
import { clientConfig, CONVERSATION_SUITE, type Suite, suiteImpl } from "./suite.ts";
import { decodeGroupInfo, decodeKeyPackage, decodeWelcome, encodeGroupInfo, encodeWelcome } from "./wire.ts";

/**
 * A group as one member sees it: plain, structured-clonable data, replaced and
 * never changed. Callers treat what is inside as opaque.
 */
export interface Group {
  readonly state: GroupState;
}

/** What a commit leaves: all of it counts only once the server has accepted the commit. */
export interface Committed {
  readonly group: Group;
  readonly commit: Uint8Array;
  /** For the members' further devices: GroupInfo of the new epoch, with ratchet tree and external_pub. */
  readonly groupInfo: Uint8Array;
}

export function stateOf(group: Group): ClientState {
  return { ...group.state, clientConfig };
}

/**
 * Keeps of a new state what a group holds. Keys of past epochs are dropped: the
 * server puts every record of an epoch before the commit that ends it, so they
 * would only weaken forward secrecy.
 */
export function groupOf(state: ClientState): Group {
  const { clientConfig: _, ...kept } = state;
  return { state: { ...kept, historicalReceiverData: new Map() } };
}

const STATE_VERSION = 1;

/** Version byte 1, then the library's own encoding of its state. Holds secrets: store it encrypted. */
export function serializeGroup(group: Group): Uint8Array {
  return concatBytes(Uint8Array.of(STATE_VERSION), encodeGroupState(group.state));
}

/** Reads what serializeGroup wrote; throws "malformed". */
export function deserializeGroup(bytes: Uint8Array): Group {
  if (bytes[0] !== STATE_VERSION) throw new MlsRefusal("malformed");
  try {
    const decoded = decodeGroupState(bytes, 1);
    if (decoded && decoded[1] === bytes.length - 1) return { state: decoded[0] };
  } catch (error) {
    throw new MlsRefusal("malformed", error);
  }
  throw new MlsRefusal("malformed");
}

export function epoch(group: Group): bigint {
  return group.state.groupContext.epoch;
}
export function groupId(group: Group): Uint8Array {
  return group.state.groupContext.groupId;
}
export function suiteOf(group: Group): Suite {
  return group.state.groupContext.cipherSuite as Suite;
}
/** Everybody in the group, by ascending leaf. */
export function members(group: Group): readonly Member[] {
  return membersOf(group.state.ratchetTree);
}
/** The index of this device's own leaf. */
export function ownLeaf(group: Group): number {
  return group.state.privatePath.leafIndex;
}
/** The key that paths of others are encrypted to for this device's leaf (RFC 9420 §7.2); another one after each commit of its own. */
export function ownEncryptionKey(group: Group): Uint8Array {
  return encryptionKey(group, ownLeaf(group));
}
/** The same of any leaf. */
export function encryptionKey(group: Group, leaf: number): Uint8Array {
  const node = group.state.ratchetTree[2 * leaf];
  if (node?.nodeType !== "leaf") throw new MlsRefusal("malformed");
  return node.leaf.hpkePublicKey;
}
/** False once this device was removed. */
export function isActive(group: Group): boolean {
  return group.state.groupActiveState.kind === "active";
}

/** A group of one, in epoch 0. Nobody else can be in it before `addMembers`. */
export async function createGroup(device: Device, id: Uint8Array, suite: Suite = CONVERSATION_SUITE): Promise<Group> {
  const { publicPackage, privatePackage } = await freshKeyPackage(device, suite, false);
  return groupOf(await createMlsGroup(id, publicPackage, privatePackage, [], await suiteImpl(suite), clientConfig));
}

/** GroupInfo of the present epoch, by which a further device can join. */
export async function groupInfo(group: Group): Promise<Uint8Array> {
  const impl = await suiteImpl(suiteOf(group));
  return encodeGroupInfo(await createGroupInfoWithExternalPubAndRatchetTree(stateOf(group), [], impl));
}

async function commit(group: Group, proposals: Proposal[]): Promise<Committed & { readonly welcome: Uint8Array | undefined }> {
  const cipherSuite = await suiteImpl(suiteOf(group));
  const made = await createCommit({ state: stateOf(group), cipherSuite }, { extraProposals: proposals, ratchetTreeExtension: true });
  const next = groupOf(made.newState);
  return {
    group: next,
    commit: encodeMlsMessage(made.commit),
    welcome: made.welcome && encodeWelcome(made.welcome),
    groupInfo: await groupInfo(next),
  };
}

/** Adds the holders of key packages in one commit. Each is verified first; comparing identity keys is up to the caller. */
export async function addMembers(group: Group, _device: Device, keyPackages: readonly Uint8Array[]): Promise<Committed & { readonly welcome: Uint8Array }> {
  const verified = await Promise.all(keyPackages.map(verifyKeyPackage));
  if (verified.some((member) => member.suite !== suiteOf(group))) throw new MlsRefusal("unsupported");
  const proposals = keyPackages.map((bytes): Proposal => ({ proposalType: "add", add: { keyPackage: decodeKeyPackage(bytes) } }));
  const made = await refuseAs("malformed", () => commit(group, proposals));
  if (!made.welcome) throw new RangeError("nobody to add");
  requireDistinct(members(made.group));
  return { ...made, welcome: made.welcome };
}

/** Removes devices of the own account, named by device id, in one commit. */
export async function removeDevices(group: Group, device: Device, deviceIds: readonly Uint8Array[]): Promise<Committed> {
  const all = members(group);
  const own = memberAt(group.state.ratchetTree, ownLeaf(group));
  const removed = all.filter((member) => deviceIds.some((id) => equalBytes(id, member.deviceId)));
  const allowed = own && removed.every((member) => sameAccount(member, own) && !equalBytes(member.deviceId, device.deviceId));
  if (!allowed || removed.length !== deviceIds.length) throw new MlsRefusal("unauthorised_commit");
  return commit(group, removed.map((member): Proposal => ({ proposalType: "remove", remove: { removed: member.leaf } })));
}

/**
 * Removes leaves in one commit, as the moderators of a room may; one's own is
 * "unauthorised_commit". Nobody is added by the same commit: they would be given
 * the leaf of who is removed, and the library then does not tell these that they are.
 */
export async function removeMembers(group: Group, leaves: readonly number[]): Promise<Committed> {
  if (leaves.some((leaf) => leaf === ownLeaf(group) || !memberAt(group.state.ratchetTree, leaf))) throw new MlsRefusal("unauthorised_commit");
  return commit(group, leaves.map((leaf): Proposal => ({ proposalType: "remove", remove: { removed: leaf } })));
}

/**
 * Gives others' leaves other keys in one commit: each is removed and added by a key
 * package that its device made anew, as RFC 9420 §12.2 allows for one client in one
 * commit. Who is in the group stays the same; throws "unauthorised_commit" where a
 * key package is not by a device of the group, with the very signature key and
 * credential that it has there, or brings no other key.
 */
export async function replaceLeaves(group: Group, keyPackages: readonly Uint8Array[]): Promise<Committed & { readonly welcome: Uint8Array }> {
  const leaves = new Map(members(group).map((member) => [memberKey(member), member.leaf]));
  const proposals: Proposal[] = [];
  for (const bytes of keyPackages) {
    const { suite, ...member } = await verifyKeyPackage(bytes);
    const removed = leaves.get(memberKey(member));
    if (suite !== suiteOf(group) || removed === undefined || removed === ownLeaf(group)) throw new MlsRefusal("unauthorised_commit");
    if (equalBytes(encryptionKey(group, removed), decodeKeyPackage(bytes).leafNode.hpkePublicKey)) throw new MlsRefusal("unauthorised_commit");
    proposals.push({ proposalType: "remove", remove: { removed } }, { proposalType: "add", add: { keyPackage: decodeKeyPackage(bytes) } });
  }
  const made = await refuseAs("malformed", () => commit(group, proposals));
  if (!made.welcome) throw new RangeError("nobody to add");
  requireDistinct(members(made.group));
  return { ...made, welcome: made.welcome };
}

/** Renews this device's own keys: whoever copied them reads nothing from the next epoch on. */
export function updateOwnKeys(group: Group): Promise<Committed> {
  return commit(group, []);
}

/** References (hex) of the key packages a Welcome is for; a used one is to be deleted, unless it is the last resort. */
export function welcomeRefs(welcome: Uint8Array): readonly string[] {
  return decodeWelcome(welcome).secrets.map((secret) => toHex(secret.newMember));
}

/** Whether it is a Welcome, for whomever. */
export function isWelcome(message: Uint8Array): boolean {
  try {
    return decodeWelcome(message).secrets.length > 0;
  } catch {
    return false;
  }
}

/**
 * Joins by a Welcome. Gives undefined when it is for none of the key packages.
 * Every leaf's credential is checked; whether these members were expected, and
 * the group id, is for the caller to see before it uses the group.
 */
export async function joinByWelcome(device: Device, welcome: Uint8Array, privates: readonly Uint8Array[]): Promise<Group | undefined> {
  const message = decodeWelcome(welcome);
  const impl = await suiteImpl(message.cipherSuite);
  for (const stored of privates) {
    const { publicPackage, privatePackage } = openPrivate(device, stored);
    if (publicPackage.cipherSuite !== message.cipherSuite) continue;
    const ref = await makeKeyPackageRef(publicPackage, impl.hash);
    if (!message.secrets.some((secret) => equalBytes(secret.newMember, ref))) continue;
    const state = await refuseAs("malformed", () =>
      joinGroup(message, publicPackage, privatePackage, emptyPskIndex, impl, undefined, undefined, clientConfig));
    requireDistinct(membersOf(state.ratchetTree));
    return groupOf(state);
  }
  return undefined;
}

/**
 * Joins by an external commit (RFC 9420 §12.4.3.2), as a further device of an
 * account that is in the group; throws "unauthorised_commit" when it is not,
 * because the others would refuse, unless it is `invited` otherwise. A leaf that this device already has there,
 * its state lost, is replaced. The group counts once the commit is accepted,
 * and the caller compares its id and members before that. A group of another
 * suite is refused as "unsupported", so that nobody is talked into a weaker one.
 */
export async function joinExternally(device: Device, info: Uint8Array, suite: Suite = CONVERSATION_SUITE, invited = false): Promise<Committed> {
  const message = decodeGroupInfo(info);
  if (message.groupContext.cipherSuite !== suite) throw new MlsRefusal("unsupported");
  const impl = await suiteImpl(suite);
  const tree = await refuseAs("malformed", async () => ratchetTreeFromExtension(message));
  if (!tree) throw new MlsRefusal("malformed");
  const present = membersOf(tree);
  requireDistinct(present);
  if (!invited && !present.some((member) => equalBytes(member.accountId, device.accountId))) throw new MlsRefusal("unauthorised_commit");
  const resync = present.some((member) => equalBytes(member.signatureKey, device.signaturePublicKey));
  const { publicPackage, privatePackage } = await freshKeyPackage(device, suite, false);
  const joined = await refuseAs("malformed", () =>
    joinGroupExternal(message, publicPackage, privatePackage, resync, impl, undefined, clientConfig));
  const group = groupOf(joined.newState);
  requireDistinct(members(group));
  const commitMessage = { version: "mls10", wireformat: "mls_public_message", publicMessage: joined.publicMessage } as const;
  return { group, commit: encodeMlsMessage(commitMessage), groupInfo: await groupInfo(group) };
}

/**
 * Encrypts application data; it is padded to its bucket here (padding.ts).
 * Store the returned group before the ciphertext leaves: encrypting again from
 * the old one would use the same key for two messages.
 */
export async function encrypt(group: Group, plaintext: Uint8Array): Promise<{ readonly group: Group; readonly ciphertext: Uint8Array }> {
  const impl = await suiteImpl(suiteOf(group));
  const made = await createApplicationMessage(stateOf(group), pad(plaintext), impl);
  const ciphertext = encodeMlsMessage({ version: "mls10", wireformat: "mls_private_message", privateMessage: made.privateMessage });
  return { group: groupOf(made.newState), ciphertext };
}

/** A secret of the present epoch that all members share (RFC 9420 §8.5). */
export async function exportSecret(group: Group, label: string, context: Uint8Array, length: number): Promise<Uint8Array> {
  return mlsExporter(group.state.keySchedule.exporterSecret, label, context, length, await suiteImpl(suiteOf(group)));
}
