/** A room from outside: finding one, asking to be let in, and what one tells of oneself there. */
import type { Id, RoomCore, RoomFace, RoomSeen } from "../api.ts";
import { fromBase64url, fromHex, toBase64url, toHex } from "../bytes.ts";
import type { VaultRoom } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type Room as WireRoom, RoomStanding } from "../gen/alcove/v1/room_pb.ts";
import { StreamKind } from "../gen/alcove/v1/stream_pb.ts";
import { answered, type Card, sealCard } from "./card.ts";
import { addresseeIn, keysIn, knock, newIdentity } from "./entrance.ts";
import { decodeFace } from "./face.ts";
import { asModerator, type House } from "./house.ts";
import { roomName } from "./names.ts";

export interface Outside extends OutsideMethods {
  /** What is told of a room outside now; room_face_invalid where nobody who leads it wrote that. */
  faceNow(id: Id, key?: Uint8Array): Promise<RoomFace>;
  /** That of a room's invitation link, as far as this account knows it. */
  linkKey(id: Id): Uint8Array | undefined;
}
type OutsideMethods = Pick<RoomCore,
  "listedRooms" | "askedRooms" | "lookAtRoom" | "roomLinkKey" | "askEntry" | "askEntryAgain" | "askToLead" | "withdrawEntry" | "ownRoomCard" | "putRoomCard" | "shareRoomCard" | "withdrawRoomCard">;

const standings = { [RoomStanding.OUTSIDE]: "outside", [RoomStanding.ASKING]: "asking", [RoomStanding.DECLINED]: "declined", [RoomStanding.INSIDE]: "inside" } as const;

export function createOutside({ ctx, find, kept, keep, forget }: House, has: (id: Id) => boolean, isIn: (id: Id) => boolean): Outside {
  const { transport, vault } = ctx;
  /** The face of each room that was last looked at. */
  const shown = new Map<Id, string>();

  async function seen(wire: WireRoom, standing: RoomSeen["standing"], key?: Uint8Array): Promise<RoomSeen> {
    const id = toHex(wire.streamId);
    return { id, face: await decodeFace(id, wire.face, wire.listed ? undefined : key), standing, asking: wire.asking, appointed: standing === "inside" && isAppointed(id) };
  }

  /** Of a room that this account is in by the server's word: nobody in it let them in, or they would have asked. */
  function isAppointed(id: Id): boolean {
    const { role, rooms: all } = vault.read();
    return role === "practitioner" && !isIn(id) && all?.[id]?.led === undefined && all?.[id]?.identityPublicKey === undefined;
  }

  async function look(id: Id, key?: Uint8Array): Promise<RoomSeen> {
    const { room, standing } = await transport.room.getRoom({ streamId: fromHex(id) });
    if (!room) throw new CoreError("room_not_found");
    return seen(room, standings[standing], key ?? linkKey(id));
  }

  function linkKey(id: Id): Uint8Array | undefined {
    const key = vault.read().rooms?.[id]?.faceKey;
    return key === undefined ? undefined : fromHex(key);
  }

  function show(room: RoomSeen): RoomSeen {
    shown.set(room.id, JSON.stringify(room.face));
    return room;
  }

  /** The face of a room to ask at: the one that was looked at, so that nobody tells their intake card to others than they read of. */
  async function faceAsSeen(id: Id, key?: Uint8Array): Promise<RoomFace> {
    const before = shown.get(id);
    const { face } = await look(id, key);
    if (before !== undefined && before !== JSON.stringify(face)) throw new CoreError("room_face_changed");
    return face;
  }

  const cardOf = (room: VaultRoom): Card => ({ name: room.name ?? "", answers: room.card?.answers ?? [], recipient: keysIn(ctx, room).recipient, leads: false });

  /** Leaves at the door what lets this browser in, which the vault knows by then. */
  async function knockAt(id: Id, leads: boolean): Promise<void> {
    const { device } = await addresseeIn(ctx, id, kept(id));
    await keep(id, (before) => ({ ...(before ?? kept(id)), devices: { ...before?.devices, [toHex(ctx.device.deviceId)]: toHex(device.deviceId) } }));
    await transport.room.askEntry({ streamId: fromHex(id), sealed: await knock(ctx, id, kept(id), { ...cardOf(kept(id)), leads }) });
  }

  /** What somebody asks with is in the vault before it is at the door. */
  async function ask(id: Id, face: RoomFace, key: Uint8Array | undefined, told: Pick<VaultRoom, "name" | "card">, identity: () => Promise<Partial<VaultRoom>>, leads = false): Promise<void> {
    const made = vault.read().rooms?.[id] ?? (await identity());
    await keep(id, (before) => ({ ...(before ?? made), face, ...told, ...(key ? { faceKey: toHex(key) } : {}) }));
    await knockAt(id, leads);
  }

  function checkAnswers(face: RoomFace, answers: readonly string[]): void {
    if (face.questions.some(({ required }, i) => required && (answers[i] ?? "").trim() === "")) throw new CoreError("room_answer_missing");
  }

  /** Looks up in the key log who would read one's card. */
  async function meet({ moderators }: RoomFace): Promise<void> {
    const { keylogOf } = await import("../keylog/index.ts");
    await keylogOf(ctx).moderators(moderators.map(({ accountId, displayName, identityKey, recipient }) =>
      ({ accountId: fromHex(accountId), displayName, identityKey: fromHex(identityKey), sealingRecipient: recipient })));
  }

  /** Seals one's card to those who lead the room by now. */
  async function putCard(id: Id, answers: NonNullable<VaultRoom["card"]>["answers"]): Promise<void> {
    const { face } = kept(id);
    if (answers.length > 0) await meet(face);
    await keep(id, (before) => ({ ...(before ?? kept(id)), card: { answers, sharedWith: face.moderators.map(({ accountId }) => accountId) } }));
    await transport.room.putCard({ streamId: fromHex(id), sealed: await sealCard(id, face.moderators, keysIn(ctx, kept(id)), cardOf(kept(id))) });
  }

  return {
    linkKey,
    faceNow: async (id, key) => (await look(id, key)).face,
    async listedRooms() {
      const { rooms: all } = await transport.room.listRooms({});
      const read = await Promise.allSettled(all.map((room) => seen(room, "outside")));
      // What somebody made up is not shown as a room.
      return read.flatMap((each) => (each.status === "fulfilled" ? [show(each.value)] : []));
    },
    async askedRooms() {
      const { streams } = await transport.stream.listStreams({});
      const appointed = streams.filter(({ kind }) => kind === StreamKind.ROOM).map(({ streamId }) => toHex(streamId)).filter(isAppointed);
      const asked = new Set([...Object.keys(vault.read().rooms ?? {}).filter((id) => !has(id)), ...appointed]);
      // One that is not there any more has nothing to be told of.
      return (await Promise.allSettled([...asked].map((id) => look(id)))).flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    },
    lookAtRoom: async (id, key) => show(await look(id, key === undefined ? undefined : fromBase64url(key))),
    async roomLinkKey(id) {
      const key = linkKey(id);
      return key && toBase64url(key);
    },
    async askEntry(id, { name, answers }, typed) {
      const key = typed === undefined ? undefined : fromBase64url(typed);
      const face = await faceAsSeen(id, key);
      const chosen = roomName(name);
      checkAnswers(face, answers);
      await meet(face);
      await ask(id, face, key, { name: chosen, card: { answers: answered(face.questions, answers), sharedWith: face.moderators.map(({ accountId }) => accountId) } }, newIdentity);
    },
    askEntryAgain: (id) => knockAt(id, false),
    async askToLead(id, typed) {
      if (vault.read().role !== "practitioner") throw new CoreError("moderators_only");
      const key = typed === undefined ? undefined : fromBase64url(typed);
      const { face } = await look(id, key);
      await ask(id, face, key, { name: (await asModerator(ctx)).displayName, card: { answers: [], sharedWith: [] } }, async () => ({}), true);
    },
    async withdrawEntry(id) {
      await transport.room.withdrawEntry({ streamId: fromHex(id) });
      if (!has(id)) await forget(id);
    },
    async ownRoomCard(id) {
      const { card, face } = kept(id);
      const names = (accounts: (accountId: Id) => boolean): readonly string[] => face.moderators.filter(({ accountId }) => accounts(accountId)).map(({ displayName }) => displayName);
      const shared = (accountId: Id): boolean => card?.sharedWith.includes(accountId) ?? false;
      return { answers: card?.answers ?? [], readBy: names(shared), askedBy: names((accountId) => !shared(accountId)), openings: find(id).folded().openings };
    },
    async putRoomCard(id, answers) {
      checkAnswers(kept(id).face, answers);
      await putCard(id, answered(kept(id).face.questions, answers));
    },
    shareRoomCard: (id) => putCard(id, kept(id).card?.answers ?? []),
    withdrawRoomCard: (id) => putCard(id, []),
  };
}
