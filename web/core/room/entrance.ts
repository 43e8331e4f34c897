/**
 * Who somebody is in a room, and how they ask to be let in.
 *
 * A member has an identity for this room alone, in the vault, and a device for
 * it in each browser: nothing that the others receive says which account, which
 * other room or which conversation it belongs to. A moderator is there as who
 * they are.
 *
 * What is left at the door is an intake card (card.ts) with a key package, whose
 * credential has to be of the identity that signed the card. A practitioner who
 * would lead the room, too, leaves one of their account.
 */
import type { AtRoomDoor, Id } from "../api.ts";
import { equalBytes, fromHex, randomBytes, toHex } from "../bytes.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { accountIdOf, generateSigningKey } from "../device_credential.ts";
import { CoreError } from "../errors.ts";
import { type Device, deserializeDevice, generateDevice, generateKeyPackages, type Group, groupId, joinByWelcome, ROOM_SUITE, serializeDevice, suiteOf, verifyKeyPackage } from "../mls.ts";
import { generateSealingKey } from "../sealed.ts";
import { type Card, readCard, sealCard } from "./card.ts";

/** A device and the private half of the key package by which it is let in. */
export interface Addressee {
  readonly device: Device;
  readonly keyPackage: Uint8Array | undefined;
}

/** Somebody at the door, with what lets them in. */
export interface AtDoor extends AtRoomDoor {
  /** Their identity in this room. */
  readonly person: Id;
  readonly keyPackage: Uint8Array;
  readonly identityKey: string;
  readonly recipient: string;
}

const deviceName = (room: Id): string => `room/${room}/device`;
const packageName = (room: Id): string => `room/${room}/package`;

/** A new identity for one room, as the vault keeps it. */
export async function newIdentity(): Promise<Pick<VaultRoom, "identityPrivateKey" | "identityPublicKey" | "sealingIdentity" | "sealingRecipient">> {
  const { privateKey, publicKey } = generateSigningKey();
  const { identity, recipient } = await generateSealingKey();
  return { identityPrivateKey: toHex(privateKey), identityPublicKey: toHex(publicKey), sealingIdentity: identity, sealingRecipient: recipient };
}

/** The keys by which this account is known in a room: a member's are of this room alone. */
export function keysIn({ vault }: CoreContext, kept: VaultRoom) {
  const own = vault.read();
  const { identityPrivateKey, identityPublicKey, sealingIdentity, sealingRecipient } = kept.identityPublicKey === undefined ? own : kept;
  if (!identityPrivateKey || !identityPublicKey || !sealingIdentity || !sealingRecipient) throw new CoreError("internal");
  return { privateKey: fromHex(identityPrivateKey), publicKey: fromHex(identityPublicKey), sealingIdentity, recipient: sealingRecipient };
}

/** This browser in a room: for a moderator the account's own device, for a member one that is of this room alone. */
export async function addresseeIn(ctx: CoreContext, room: Id, kept: VaultRoom): Promise<Addressee> {
  const { store, device } = ctx;
  const keyPackage = await store.get(packageName(room));
  if (kept.identityPublicKey === undefined) return { device, keyPackage };
  const there = await store.get(deviceName(room));
  if (there) return { device: deserializeDevice(there), keyPackage };
  const { privateKey, publicKey } = keysIn(ctx, kept);
  const made = await generateDevice({ accountId: accountIdOf(publicKey), deviceId: randomBytes(16), identityPrivateKey: privateKey, identityPublicKey: publicKey });
  await store.put([[deviceName(room), serializeDevice(made)]]);
  return { device: made, keyPackage: undefined };
}

/** What to leave at the door. The private half of its key package is on the device before. */
export async function knock(ctx: CoreContext, room: Id, kept: VaultRoom, card: Card): Promise<Uint8Array> {
  const { device } = await addresseeIn(ctx, room, kept);
  const [made] = await generateKeyPackages(device, 1, false, ROOM_SUITE);
  if (!made) throw new RangeError("no key package");
  await ctx.store.put([[packageName(room), made.private]]);
  return sealCard(room, kept.face.moderators, keysIn(ctx, kept), card, made.publicMessage);
}

/** Reads what somebody left at the door; undefined where it is nothing that can be answered. */
export async function readKnock({ vault }: CoreContext, room: Id, handle: Id, day: number, sealed: Uint8Array): Promise<AtDoor | undefined> {
  const card = await readCard(room, vault.read().sealingIdentity, sealed);
  if (!card?.keyPackage) return undefined;
  const member = await verifyKeyPackage(card.keyPackage).catch(() => undefined);
  if (member?.suite !== ROOM_SUITE || toHex(member.accountId) !== card.person) return undefined;
  return { handle, day, name: card.name, answers: card.answers, leads: card.leads, person: card.person, keyPackage: card.keyPackage, identityKey: card.identityKey, recipient: card.recipient };
}

/** The group that a Welcome lets a device into, if it is for it and of this room. */
export async function joinedBy(room: Id, { device, keyPackage }: Addressee, welcome: Uint8Array): Promise<Group | undefined> {
  const group = keyPackage && (await joinByWelcome(device, welcome, [keyPackage]));
  return group && suiteOf(group) === ROOM_SUITE && equalBytes(groupId(group), fromHex(room)) ? group : undefined;
}
