/**
 * Receiving: one message in, and either what it says or a refusal.
 *
 * Groups are values, so a refusal simply means that the new one is never handed
 * out. A commit is judged twice: its proposals before the library applies them
 * (by the policy), and the tree that came of it afterwards, so that nobody
 * changes who a leaf belongs to by other means, such as a new credential in an
 * update path.
 */
import {
  emptyPskIndex,
  type IncomingMessageCallback,
  processMessage,
  type CiphersuiteImpl,
  type PrivateMessage,
  type ProposalWithSender,
  type PublicMessage,
} from "ts-mls";
import { decryptSenderData } from "ts-mls/privateMessage.js";
import { equalBytes } from "../bytes.ts";
import { PaddingError, unpad } from "../padding.ts";
import { epoch, type Group, groupId, groupOf, isActive, members, ownLeaf, stateOf, suiteOf } from "./group.ts";
import { type Member, memberAt, memberKey, memberOf, requireDistinct, sameMembers, without } from "./member.ts";
import type { MembershipChange, MembershipPolicy } from "./policy.ts";
import { MlsRefusal, refuseAs } from "./refusal.ts";
import { suiteImpl } from "./suite.ts";
import { decodeMessage } from "./wire.ts";

export type Processed =
  | { readonly kind: "application"; readonly group: Group; readonly plaintext: Uint8Array; readonly sender: Member }
  | {
      readonly kind: "commit";
      readonly group: Group;
      readonly committer: Member;
      readonly added: readonly Member[];
      readonly removed: readonly Member[];
      /** Of a commit that removes this device and adds it anew, where only its Welcome leads on from: who is in the group then. */
      readonly anew?: readonly Member[];
    };

/**
 * Takes the next message of the group. Rejects with MlsRefusal; the group passed
 * in is then still the right one. What this device sent itself cannot be read
 * back (MLS gives it no key) and is refused as replayed.
 */
export async function process(group: Group, message: Uint8Array, policy: MembershipPolicy): Promise<Processed> {
  const decoded = decodeMessage(message);
  if (!isActive(group)) throw new MlsRefusal("undecryptable");
  const impl = await suiteImpl(suiteOf(group));
  switch (decoded.wireformat) {
    case "mls_private_message":
      return processPrivate(group, decoded.privateMessage, policy, impl);
    case "mls_public_message":
      return processPublic(group, decoded.publicMessage, policy, impl);
    case "mls_welcome":
    case "mls_group_info":
    case "mls_key_package":
      throw new MlsRefusal("malformed");
    default:
      return decoded satisfies never;
  }
}

/** Who would join by an external commit, before anything of it is judged; undefined where a message is none. */
export function whoJoins(message: Uint8Array): Member | undefined {
  const decoded = decodeMessage(message);
  if (decoded.wireformat !== "mls_public_message") return undefined;
  const path = pathOf(decoded.publicMessage);
  return path && memberOf(path.leafNode, -1);
}

/** The update path of an external commit. */
function pathOf({ content }: PublicMessage) {
  return content.contentType === "commit" && content.sender.senderType === "new_member_commit" ? content.commit.path : undefined;
}

function requireHere(group: Group, id: Uint8Array, messageEpoch: bigint): void {
  if (!equalBytes(id, groupId(group))) throw new MlsRefusal("undecryptable");
  if (messageEpoch !== epoch(group)) throw new MlsRefusal("wrong_epoch");
}

/** Who sent a private message; refuses it when its key was used up before. */
async function senderOf(group: Group, message: PrivateMessage, impl: CiphersuiteImpl): Promise<Member> {
  const data = await refuseAs("undecryptable", () => decryptSenderData(message, group.state.keySchedule.senderDataSecret, impl));
  const sender = data && memberAt(group.state.ratchetTree, data.leafIndex);
  const ratchets = data && group.state.secretTree[2 * data.leafIndex];
  if (!sender || !ratchets) throw new MlsRefusal("undecryptable");
  const ratchet = message.contentType === "application" ? ratchets.application : ratchets.handshake;
  const spent = data.generation < ratchet.generation && ratchet.unusedGenerations[data.generation] === undefined;
  if (spent) throw new MlsRefusal("replayed");
  return sender;
}

async function processPrivate(group: Group, message: PrivateMessage, policy: MembershipPolicy, impl: CiphersuiteImpl): Promise<Processed> {
  requireHere(group, message.groupId, message.epoch);
  if (message.contentType === "proposal") throw new MlsRefusal("unauthorised_commit");
  const sender = await senderOf(group, message, impl);
  const judge = createJudge(group, policy, () => ({ external: false, committer: sender }));
  const result = await refuseAs(message.contentType === "commit" ? "malformed" : "undecryptable", () =>
    processMessage({ wireformat: "mls_private_message", privateMessage: message }, stateOf(group), emptyPskIndex, judge.callback, impl));
  if (result.kind === "newState") return judge.anew() ?? judge.accept(groupOf(result.newState), result.actionTaken);
  return { kind: "application", group: groupOf(result.newState), plaintext: unpadded(result.message), sender };
}

function unpadded(padded: Uint8Array): Uint8Array {
  try {
    return unpad(padded);
  } catch (error) {
    if (error instanceof PaddingError) throw new MlsRefusal("malformed", error);
    throw error;
  }
}

/** Public messages are good for one thing here: a device that joins by itself. */
async function processPublic(group: Group, message: PublicMessage, policy: MembershipPolicy, impl: CiphersuiteImpl): Promise<Processed> {
  const { content } = message;
  requireHere(group, content.groupId, content.epoch);
  const path = pathOf(message);
  if (!path) throw new MlsRefusal("unauthorised_commit");
  const judge = createJudge(group, policy, () => ({ external: true, committer: memberOf(path.leafNode, -1) }));
  const result = await refuseAs("malformed", () =>
    processMessage({ wireformat: "mls_public_message", publicMessage: message }, stateOf(group), emptyPskIndex, judge.callback, impl));
  if (result.kind !== "newState") throw new MlsRefusal("malformed");
  return judge.accept(groupOf(result.newState), result.actionTaken);
}

interface Judge {
  readonly callback: IncomingMessageCallback;
  /** What a commit leaves that removes this device and adds it anew; undefined where it is any other. */
  anew(): Processed | undefined;
  accept(after: Group, action: "accept" | "reject"): Processed;
}

function createJudge(group: Group, policy: MembershipPolicy, who: () => Pick<MembershipChange, "external" | "committer">): Judge {
  let change: MembershipChange | undefined;
  let anew: Processed | undefined;
  return {
    callback(incoming) {
      if (incoming.kind !== "commit") return "reject";
      change = readChange(group, incoming.proposals, who());
      if (!change || !policy(change, members(group))) return "reject";
      anew = replacing(group, change);
      // Its path is not for the keys that this device has, so the library could not follow it.
      return anew ? "reject" : "accept";
    },
    anew: () => anew,
    accept(after, action) {
      if (!change || action !== "accept") throw new MlsRefusal("unauthorised_commit");
      const [before, now] = [members(group), members(after)];
      requireDistinct(now);
      const added = without(now, before);
      const removed = without(before, now);
      const asDeclared =
        sameMembers(added, without(change.added, change.removed)) && sameMembers(removed, without(change.removed, change.added));
      if (!asDeclared) throw new MlsRefusal("unauthorised_commit");
      const committer = now.find((member) => change && memberKey(member) === memberKey(change.committer)) ?? change.committer;
      return { kind: "commit", group: after, committer, added, removed };
    },
  };
}

/** This device as it is in the group until its Welcome, if a change removes it and adds it anew. */
function replacing(group: Group, { external, committer, added, removed }: MembershipChange): Processed | undefined {
  const own = memberAt(group.state.ratchetTree, ownLeaf(group));
  const isOwn = (member: Member): boolean => own !== undefined && memberKey(member) === memberKey(own);
  if (external || !removed.some(isOwn) || !added.some(isOwn)) return undefined;
  const out: Group = { state: { ...group.state, groupActiveState: { kind: "removedFromGroup" } } };
  return { kind: "commit", group: out, committer, added: without(added, removed), removed: without(removed, added), anew: [...without(members(group), removed), ...added] };
}

/** The change that a commit's proposals declare; undefined when one is of a kind that has no place here. */
function readChange(group: Group, proposals: readonly ProposalWithSender[], who: Pick<MembershipChange, "external" | "committer">): MembershipChange | undefined {
  const added: Member[] = who.external ? [who.committer] : [];
  const removed: Member[] = [];
  let inits = 0;
  for (const { proposal } of proposals) {
    switch (proposal.proposalType) {
      case "add":
        added.push(memberOf(proposal.add.keyPackage.leafNode, -1));
        break;
      case "remove": {
        const member = memberAt(group.state.ratchetTree, proposal.remove.removed);
        if (!member) return undefined;
        removed.push(member);
        break;
      }
      case "external_init":
        inits++;
        break;
      default:
        return undefined;
    }
  }
  return inits === (who.external ? 1 : 0) ? { ...who, added, removed } : undefined;
}
