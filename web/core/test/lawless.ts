/** What somebody can make with the MLS library itself and none of our rules. */
import { type ClientState, createCommit, createProposal, defaultLifetime, encodeMlsMessage, generateKeyPackageWithKey, joinGroupExternal, type Proposal, type PublicMessage } from "ts-mls";
import { CONVERSATION_SUITE, type Device, type Group, type Suite } from "../mls.ts";
import { capabilities, clientConfig, suiteImpl } from "../mls/suite.ts";
import { decodeGroupInfo } from "../mls/wire.ts";

export const lawless = (group: Group): ClientState => ({ ...group.state, clientConfig: { ...clientConfig, authService: { validateCredential: async () => true } } });

/** A commit of whatever proposals, as a member who keeps no rules would make it. */
export async function lawlessCommit(group: Group, proposals: Proposal[], wireAsPublicMessage = false, suite: Suite = CONVERSATION_SUITE): Promise<Uint8Array> {
  const made = await createCommit({ state: lawless(group), cipherSuite: await suiteImpl(suite) }, { extraProposals: proposals, wireAsPublicMessage });
  return encodeMlsMessage(made.commit);
}

/** A proposal on its own, open or encrypted. */
export async function lawlessProposal(group: Group, open: boolean, proposal: Proposal, suite: Suite = CONVERSATION_SUITE): Promise<Uint8Array> {
  const made = await createProposal(lawless(group), open, proposal, await suiteImpl(suite));
  return encodeMlsMessage(made.message);
}

function publicMessage(message: PublicMessage): Uint8Array {
  return encodeMlsMessage({ version: "mls10", wireformat: "mls_public_message", publicMessage: message });
}

/** An external commit by whoever holds `device`, in place of the member that `replaces` picks. */
export async function lawlessExternal(device: Device, info: Uint8Array, replaces?: (signatureKey: Uint8Array) => boolean, suite: Suite = CONVERSATION_SUITE): Promise<Uint8Array> {
  const impl = await suiteImpl(suite);
  const keys = { signKey: device.signaturePrivateKey, publicKey: device.signaturePublicKey };
  const credential = { credentialType: "basic", identity: device.credential } as const;
  const { publicPackage, privatePackage } = await generateKeyPackageWithKey(credential, capabilities, defaultLifetime, [], keys, impl);
  const config = {
    ...clientConfig,
    authService: { validateCredential: async () => true },
    keyPackageEqualityConfig: { compareKeyPackages: () => false, compareKeyPackageToLeafNode: (_: unknown, leaf: { signaturePublicKey: Uint8Array }) => replaces?.(leaf.signaturePublicKey) ?? false },
  };
  const joined = await joinGroupExternal(decodeGroupInfo(info), publicPackage, privatePackage, replaces !== undefined, impl, undefined, config);
  return publicMessage(joined.publicMessage);
}
