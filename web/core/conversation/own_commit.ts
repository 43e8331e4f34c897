/**
 * A commit that this device made and the server may or may not have: kept on
 * the disk before it is sent, because MLS gives no key to read one's own commit
 * when it comes back. It is forgotten when its epoch ends, whoever ended it.
 */
import type { CoreContext } from "../context.ts";
import type { Id } from "../api.ts";
import { equalBytes, fromBase64url, fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import { type Record as WireRecord, RecordKind } from "../gen/alcove/v1/stream_pb.ts";
import { deserializeGroup, epoch, type Group, members, removeDevices, serializeGroup, updateOwnKeys } from "../mls.ts";
import type { StoreWrite } from "./history.ts";

export interface OwnCommit {
  readonly epoch: number;
  readonly key: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly groupInfo: Uint8Array;
  /** The group it leads to. */
  readonly group: Group;
  /** The accounts whose devices it removes, once a device. */
  readonly removed: readonly Id[];
}

const name = (conversation: Id): string => `conversation/${conversation}/commit`;

/** A commit that removes those of this account's other devices that are in the group; undefined when none is. */
export async function makeRemoval({ device }: CoreContext, group: Group, devices: ReadonlySet<Id>): Promise<OwnCommit | undefined> {
  const gone = members(group).filter((member) =>
    equalBytes(member.accountId, device.accountId) && !equalBytes(member.deviceId, device.deviceId) && devices.has(toHex(member.deviceId)));
  if (gone.length === 0) return undefined;
  const made = await removeDevices(group, device, gone.map((member) => member.deviceId));
  return {
    epoch: Number(epoch(group)), key: randomBytes(16), ciphertext: made.commit, groupInfo: made.groupInfo, group: made.group,
    removed: gone.map((member) => toHex(member.accountId)),
  };
}

/**
 * A commit that begins a new epoch, with new keys of this device, and takes those
 * of this account's other devices with it that are named. Whoever kept the state
 * of an earlier epoch can then open nothing more by it.
 */
export async function makeRenewal(ctx: CoreContext, group: Group, devices: ReadonlySet<Id>): Promise<OwnCommit> {
  const removal = await makeRemoval(ctx, group, devices);
  if (removal) return removal;
  const made = await updateOwnKeys(group);
  return { epoch: Number(epoch(group)), key: randomBytes(16), ciphertext: made.commit, groupInfo: made.groupInfo, group: made.group, removed: [] };
}

/** Whether a record is this commit, come back. */
export function isOwnCommit(commit: OwnCommit, record: WireRecord): boolean {
  return record.kind === RecordKind.COMMIT && Number(record.epoch) === commit.epoch && equalBytes(record.ciphertext, commit.ciphertext);
}

/** The record to send. */
export function recordOf(commit: OwnCommit): { readonly kind: RecordKind; readonly epoch: bigint; readonly idempotencyKey: Uint8Array; readonly ciphertext: Uint8Array } {
  return { kind: RecordKind.COMMIT, epoch: BigInt(commit.epoch), idempotencyKey: commit.key, ciphertext: commit.ciphertext };
}

/** The write that keeps a commit; undefined forgets it. */
export function keepOwnCommit(conversation: Id, commit: OwnCommit | undefined): StoreWrite {
  if (!commit) return [name(conversation), undefined];
  const { key, ciphertext, groupInfo, group } = commit;
  const kept = { ...commit, key: toBase64url(key), ciphertext: toBase64url(ciphertext), groupInfo: toBase64url(groupInfo), group: toBase64url(serializeGroup(group)) };
  return [name(conversation), utf8(JSON.stringify(kept))];
}

export async function loadOwnCommit({ store }: CoreContext, conversation: Id): Promise<OwnCommit | undefined> {
  const kept = await store.get(name(conversation));
  if (!kept) return undefined;
  const { epoch: at, key, ciphertext, groupInfo, group, removed } = JSON.parse(fromUtf8(kept)) as
    Pick<OwnCommit, "epoch" | "removed"> & Readonly<Record<"key" | "ciphertext" | "groupInfo" | "group", string>>;
  return {
    epoch: at, removed, key: fromBase64url(key), ciphertext: fromBase64url(ciphertext), groupInfo: fromBase64url(groupInfo),
    group: deserializeGroup(fromBase64url(group)),
  };
}
