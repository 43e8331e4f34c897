/**
 * Who somebody is in a room, and how they ask to be let in.
 *
 * A member has an identity for this room alone, in the vault, and a device for
 * it in each browser: nothing that the others receive says which account, which
 * other room or which conversation it belongs to. A moderator is there as who
 * they are.
 *
 * What is left at the door is an age file to all moderators of the room:
 *
 *     {v: 1, name, keyPackage: base64url, answers: [..]}
 *
 * padded. The key package's credential says which identity asks.
 */
import { type AtRoomDoor, type Id, MAX_ROOM_TEXT, type RoomFace, type RoomKnock } from "../api.ts";
import { equalBytes, fromBase64url, fromHex, fromUtf8, randomBytes, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { accountIdOf, generateSigningKey } from "../device_credential.ts";
import { type Device, deserializeDevice, generateDevice, generateKeyPackages, type Group, groupId, joinByWelcome, ROOM_SUITE, serializeDevice, suiteOf, verifyKeyPackage } from "../mls.ts";
import { openSealed, sealTo } from "../sealed.ts";

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
}

const MOST_ANSWERS = 12;
const deviceName = (room: Id): string => `room/${room}/device`;
const packageName = (room: Id): string => `room/${room}/package`;

/** A new identity for one room, as the vault keeps it. */
export function newIdentity(): Pick<VaultRoom, "identityPrivateKey" | "identityPublicKey"> {
  const { privateKey, publicKey } = generateSigningKey();
  return { identityPrivateKey: toHex(privateKey), identityPublicKey: toHex(publicKey) };
}

/** This browser in a room: for a moderator the account's own device, for a member one that is of this room alone. */
export async function addresseeIn({ store, device }: CoreContext, room: Id, kept: VaultRoom): Promise<Addressee> {
  if (kept.identityPublicKey === undefined || kept.identityPrivateKey === undefined) return { device, keyPackage: undefined };
  const there = await store.get(deviceName(room));
  if (there) return { device: deserializeDevice(there), keyPackage: await store.get(packageName(room)) };
  const [identityPrivateKey, identityPublicKey] = [fromHex(kept.identityPrivateKey), fromHex(kept.identityPublicKey)];
  const made = await generateDevice({ accountId: accountIdOf(identityPublicKey), deviceId: randomBytes(16), identityPrivateKey, identityPublicKey });
  await store.put([[deviceName(room), serializeDevice(made)]]);
  return { device: made, keyPackage: undefined };
}

/** What to leave at the door. The private half of its key package is on the device before. */
export async function knock({ store }: CoreContext, room: Id, face: RoomFace, { device }: Addressee, { name, answers }: RoomKnock): Promise<Uint8Array> {
  const [made] = await generateKeyPackages(device, 1, false, ROOM_SUITE);
  if (!made) throw new RangeError("no key package");
  await store.put([[packageName(room), made.private]]);
  return sealTo(face.moderators.map(({ recipient }) => recipient), utf8(JSON.stringify({ v: 1, name, keyPackage: toBase64url(made.publicMessage), answers })));
}

/** Reads what somebody left at the door; undefined where it is nothing that can be answered. */
export async function readKnock({ vault }: CoreContext, handle: Id, day: number, sealed: Uint8Array): Promise<AtDoor | undefined> {
  try {
    const { name, keyPackage, answers } = JSON.parse(fromUtf8(await openSealed(vault.read().sealingIdentity, sealed))) as { name: unknown; keyPackage: string; answers: unknown };
    const isAnswer = (each: unknown): each is string => typeof each === "string" && each.length <= MAX_ROOM_TEXT.answer;
    if (typeof name !== "string" || !Array.isArray(answers) || answers.length > MOST_ANSWERS || !answers.every(isAnswer)) return undefined;
    const bytes = fromBase64url(keyPackage);
    const member = await verifyKeyPackage(bytes);
    return member.suite === ROOM_SUITE ? { handle, day, name, answers, person: toHex(member.accountId), keyPackage: bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** The group that a Welcome lets a device into, if it is for it and of this room. */
export async function joinedBy(room: Id, { device, keyPackage }: Addressee, welcome: Uint8Array): Promise<Group | undefined> {
  const group = keyPackage && (await joinByWelcome(device, welcome, [keyPackage]));
  return group && suiteOf(group) === ROOM_SUITE && equalBytes(groupId(group), fromHex(room)) ? group : undefined;
}
