/**
 * End-to-end encryption between devices: Messaging Layer Security, RFC 9420.
 *
 * A conversation is an MLS group. Each device of each account is one leaf of
 * it, with a credential that the account's identity key signed
 * (device_credential.ts). Whoever adds or removes a leaf makes a commit, which
 * begins a new epoch with new keys; messages are encrypted for the epoch they
 * are sent in, each with a key of its own that is then forgotten.
 *
 * How to use it:
 * - Everything is a value. A function takes a group and gives the next one;
 *   what is refused (MlsRefusal) leaves the group one had as it was.
 * - A commit one made counts once the server accepted it. Until then keep both
 *   groups; when another commit won, go on with the old one and process that.
 * - Store the group that `encrypt` gives before its ciphertext leaves.
 * - Secrets of replaced groups are not wiped from memory, because an older
 *   value may still be needed; overwrite what is stored.
 *
 * This module, with the files in mls/, is the only one that knows the library
 * `ts-mls`; it pads plaintexts by itself (padding.ts).
 */
export { type Device, deserializeDevice, type GeneratedKeyPackage, generateDevice, generateKeyPackages, type NewDevice, serializeDevice, type VerifiedMember, verifyKeyPackage } from "./mls/device.ts";
export {
  addMembers, type Committed, createGroup, deserializeGroup, encrypt, encryptionKey, epoch, exportSecret, type Group, groupId, groupInfo, isActive, isWelcome, joinByWelcome,
  joinExternally, members, ownEncryptionKey, ownLeaf, removeDevices, removeMembers, replaceLeaves, serializeGroup, suiteOf, updateOwnKeys, welcomeRefs,
} from "./mls/group.ts";
export { type Member, sameAccount, sameMembers } from "./mls/member.ts";
export { conversationPolicy, type MembershipChange, type MembershipPolicy, roomPolicy } from "./mls/policy.ts";
export { process, type Processed, whoJoins } from "./mls/process.ts";
export { MlsRefusal, type RefusalCode } from "./mls/refusal.ts";
export { CONVERSATION_SUITE, ROOM_SUITE, type Suite } from "./mls/suite.ts";
