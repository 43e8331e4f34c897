/** What the parts of an account's rooms share: where each stands, and what it keeps of them. */
import type { Id, RoomModerator, RoomPerson } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Stream } from "../gen/alcove/v1/stream_pb.ts";
import type { RoomBody } from "./payload.ts";
import type { Room } from "./room.ts";
import { type SealedWords, sealWords } from "./sealed_words.ts";

export interface House {
  readonly ctx: CoreContext;
  /** A room that this device has; rejects with room_not_found. */
  find(id: Id): Room;
  /** The same, where this account leads it; otherwise moderators_only. */
  leading(id: Id): Room;
  /** How the server sees it. */
  stream(id: Id): Stream;
  /** What the vault keeps of a room; room_not_found where it keeps nothing. */
  kept(id: Id): VaultRoom;
  keep(id: Id, change: (before: VaultRoom | undefined) => VaultRoom): Promise<unknown>;
  /** Takes a room out of the vault and off this device. */
  forget(id: Id): Promise<void>;
  /** Comes in, as who a stream says that one is. */
  open(stream: Stream): Promise<Room>;
  /** Keeps something for sending, and begins to send it. */
  post(id: Id, body: RoomBody, opened?: SealedWords): Promise<void>;
  /** Resolves once the server has all that was posted in a room. */
  settle(id: Id): Promise<void>;
}

/** Seals words to those who lead a room, and whoever else they are for. */
export const sealToModerators = ({ kept }: House, id: Id, words: SealedWords, more: readonly string[] = []): Promise<string> =>
  sealWords([...new Set([...kept(id).face.moderators.map(({ recipient }) => recipient), ...more])], words);

/** Somebody who has just come in. */
export const newcomer = (id: Id, name: string, moderates = false): RoomPerson => ({ id, name, moderates, muted: false, held: false });

/**
 * This account as one that leads rooms: by the name of its profile, which is public
 * as a room's face is. What a practitioner logs in by is nobody else's.
 */
export async function asModerator({ accountId, vault, transport }: CoreContext): Promise<RoomModerator> {
  const { identityPublicKey, sealingRecipient } = vault.read();
  const displayName = (await transport.practice.getOwnProfile({})).profile?.displayName.trim() ?? "";
  if (displayName === "") throw new CoreError("profile_nameless");
  return { accountId: toHex(accountId), displayName, identityKey: identityPublicKey, recipient: sealingRecipient };
}
