/** People and devices for the MLS tests: real keys, real credentials. */
import { randomBytes } from "../bytes.ts";
import { accountIdOf, generateSigningKey, type KeyPair } from "../device_credential.ts";
import { addMembers, createGroup, type Device, generateDevice, generateKeyPackages, type Group, joinByWelcome, type Suite } from "../mls.ts";

export interface Account {
  readonly identity: KeyPair;
  readonly accountId: Uint8Array;
}

export function newAccount(): Account {
  const identity = generateSigningKey();
  return { identity, accountId: accountIdOf(identity.publicKey) };
}

export function newDevice(account: Account): Promise<Device> {
  return generateDevice({
    accountId: account.accountId,
    deviceId: randomBytes(16),
    identityPrivateKey: account.identity.privateKey,
    identityPublicKey: account.identity.publicKey,
  });
}

export interface Conversation {
  readonly client: Account;
  readonly practitioner: Account;
  readonly clientDevice: Device;
  readonly practitionerDevice: Device;
  /** Both in epoch 1. */
  readonly clientGroup: Group;
  readonly practitionerGroup: Group;
  /** GroupInfo of epoch 1. */
  readonly groupInfo: Uint8Array;
}

/** A client makes the group and adds the practitioner's one device, as a conversation begins. */
export async function newConversation(suite?: Suite): Promise<Conversation> {
  const [client, practitioner] = [newAccount(), newAccount()];
  const [clientDevice, practitionerDevice] = [await newDevice(client), await newDevice(practitioner)];
  const [keyPackage] = await generateKeyPackages(practitionerDevice, 1, false, suite);
  if (!keyPackage) throw new Error("no key package");
  const created = await createGroup(clientDevice, randomBytes(16), suite);
  const added = await addMembers(created, clientDevice, [keyPackage.publicMessage]);
  const practitionerGroup = await joinByWelcome(practitionerDevice, added.welcome, [keyPackage.private]);
  if (!practitionerGroup) throw new Error("not welcome");
  return { client, practitioner, clientDevice, practitionerDevice, clientGroup: added.group, practitionerGroup, groupInfo: added.groupInfo };
}
