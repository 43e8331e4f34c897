/** Who is in a group, read from its ratchet tree (RFC 9420 §7). */
import type { LeafNode, RatchetTree } from "ts-mls";
import { equalBytes, toHex } from "../bytes.ts";
import { type DeviceIdentity, readCredential } from "../device_credential.ts";
import { MlsRefusal } from "./refusal.ts";

/** One leaf: a device of an account, proven by its credential. */
export interface Member extends DeviceIdentity {
  readonly leaf: number;
  /** The device's MLS signature key, 32 bytes. */
  readonly signatureKey: Uint8Array;
}

/** Leaves are values that never change, so each needs its signature verified only once: it costs more than decrypting a message. */
const proven = new WeakMap<LeafNode, DeviceIdentity>();

function identityOf(leafNode: LeafNode): DeviceIdentity | undefined {
  const known = proven.get(leafNode);
  if (known) return known;
  const { credential, signaturePublicKey } = leafNode;
  if (credential.credentialType !== "basic" || !("identity" in credential)) return undefined;
  const identity = readCredential(credential.identity, signaturePublicKey);
  if (identity) proven.set(leafNode, identity);
  return identity;
}

/** The member that `leafNode` proves; throws "bad_credential". */
export function memberOf(leafNode: LeafNode, leaf: number): Member {
  const identity = identityOf(leafNode);
  if (!identity) throw new MlsRefusal("bad_credential");
  return { ...identity, leaf, signatureKey: leafNode.signaturePublicKey };
}

/** The member at a leaf; undefined when it is blank or outside the tree. */
export function memberAt(tree: RatchetTree, leaf: number): Member | undefined {
  const node = tree[2 * leaf];
  return node?.nodeType === "leaf" ? memberOf(node.leaf, leaf) : undefined;
}

/** All members, by ascending leaf. */
export function membersOf(tree: RatchetTree): readonly Member[] {
  return tree.flatMap((node, index) => (node?.nodeType === "leaf" ? [memberOf(node.leaf, index / 2)] : []));
}

/** True when both are devices of one account, with one identity key. */
export function sameAccount(a: DeviceIdentity, b: DeviceIdentity): boolean {
  return equalBytes(a.accountId, b.accountId) && equalBytes(a.identityKey, b.identityKey);
}

/** Tells apart everything that makes a member who it is, but not where in the tree it stands. */
export function memberKey(member: Omit<Member, "leaf">): string {
  return [member.accountId, member.deviceId, member.identityKey, member.signatureKey].map(toHex).join("/");
}

/** Throws "malformed" when a device or a signature key appears twice. */
export function requireDistinct(members: readonly Member[]): void {
  const seen = new Set<string>();
  for (const member of members) {
    seen.add(`device ${toHex(member.accountId)}/${toHex(member.deviceId)}`);
    seen.add(`key ${toHex(member.signatureKey)}`);
  }
  if (seen.size !== 2 * members.length) throw new MlsRefusal("malformed");
}

/** Those of `all` that are not among `others`. */
export function without(all: readonly Member[], others: readonly Member[]): readonly Member[] {
  const keys = new Set(others.map(memberKey));
  return all.filter((member) => !keys.has(memberKey(member)));
}

/** Whether both are the same devices, wherever in the tree they stand. */
export function sameMembers(a: readonly Member[], b: readonly Member[]): boolean {
  return a.length === b.length && without(a, b).length === 0 && without(b, a).length === 0;
}
