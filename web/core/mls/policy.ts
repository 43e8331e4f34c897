/**
 * Who may change who is in a group.
 *
 * The server enforces roles too, but a client trusts nobody's word for it: it
 * judges each commit before it takes effect, and one that is refused never does.
 */
import { toHex } from "../bytes.ts";
import { type Member, sameAccount } from "./member.ts";

/** What a commit would do. Nothing else than this is possible: other proposals are refused beforehand. */
export interface MembershipChange {
  /** True when the committer was not in the group and adds themself (RFC 9420 §12.4.3.2). */
  readonly external: boolean;
  readonly committer: Member;
  /** Of an external commit, the committer alone. */
  readonly added: readonly Member[];
  readonly removed: readonly Member[];
}

/** Says whether `change` is allowed in a group that has `members` until now. */
export type MembershipPolicy = (change: MembershipChange, members: readonly Member[]) => boolean;

/**
 * In a conversation, once it is made:
 * - a device joins by itself when its account is already in the group, with the
 *   identity key it has there;
 * - a device may remove devices of its own account, and renew its own keys;
 * - nobody adds others, nobody removes the other side.
 */
export const conversationPolicy: MembershipPolicy = (change, members) =>
  members.some((member) => sameAccount(member, change.committer)) &&
  change.removed.every((member) => sameAccount(member, change.committer)) &&
  (change.external ? change.added.length === 1 : change.added.length === 0);

/**
 * In a room its moderators alone make commits: they add and remove whom they
 * will, and a device of a moderator joins by itself, taking out none but its
 * account's. `moderators` are account ids, hex; an account id is the hash of its
 * identity key.
 */
export function roomPolicy(moderators: ReadonlySet<string>): MembershipPolicy {
  return ({ external, committer, added, removed }) =>
    moderators.has(toHex(committer.accountId)) &&
    (!external || (added.length === 1 && removed.every((member) => sameAccount(member, committer))));
}
