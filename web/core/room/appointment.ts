/**
 * A moderator by the practice's word, for a room that nobody leads any more.
 *
 * The server makes a practitioner a moderator when a steward says so; in the
 * group they are nobody. They write a face of the room that names them, and join by
 * an external commit. Each member's device keeps that commit, and all that follows,
 * from taking effect until its owner agreed; who does not leaves. So neither the
 * practice nor the server can put anybody into a room of whom its members do not
 * know. Who agrees tells the new moderator their name there, by their intake card;
 * until then they are nobody to them, and what was said before stays unread.
 */
import type { Id, RoomCore, RoomFace, RoomModerator } from "../api.ts";
import { fromBase64url, fromHex, sha256, toHex } from "../bytes.ts";
import { CoreError, hasCode } from "../errors.ts";
import { StreamKind, StreamRole } from "../gen/alcove/v1/stream_pb.ts";
import { sealCard } from "./card.ts";
import { keysIn } from "./entrance.ts";
import { writeFace } from "./face.ts";
import { FIRST_CONDUCT } from "./fold.ts";
import { asModerator, type House, newcomer } from "./house.ts";
import type { Leading } from "./leading.ts";
import { isTaken } from "./names.ts";
import type { Outside } from "./outside.ts";

/** Somebody whose commit waits for this account to agree. */
export interface Appointment {
  readonly moderator: RoomModerator;
  /** What the room is by them. */
  readonly face: RoomFace;
  /** SHA-256 of their commit, hex. */
  readonly commit: string;
  /** This account agreed to it before, in another browser. */
  readonly agreed: boolean;
}

export interface Appointments extends Pick<RoomCore, "appointModerator" | "takeUpRoom" | "acceptModerator"> {
  /** Who joins by a commit, if the room's face names them as one who leads it. */
  of(id: Id, accountId: Id, commit: Uint8Array): Promise<Appointment | undefined>;
}

/** Of how many commits the vault keeps that they were agreed to. */
const MOST_AGREED = 8;

export function createAppointments(house: House, lead: Leading, outside: Outside): Appointments {
  const { ctx, find, kept, keep } = house;
  const { transport } = ctx;

  /** Tells the new moderator one's name, and one's answers if they are `shared`; those stay in the vault in any case. */
  async function introduceOneself(id: Id, shared: boolean): Promise<void> {
    const { face, name, card } = kept(id);
    const { recipient } = keysIn(ctx, kept(id));
    const answers = card?.answers ?? [];
    await keep(id, (before) => ({ ...(before ?? kept(id)), card: { answers, sharedWith: shared ? face.moderators.map(({ accountId }) => accountId) : [] } }));
    const sealed = await sealCard(id, face.moderators, keysIn(ctx, kept(id)), { name: name ?? "", answers: shared ? answers : [], recipient, leads: false });
    await transport.room.putCard({ streamId: fromHex(id), sealed });
  }

  return {
    async of(id, accountId, commit) {
      const face = await outside.faceNow(id).catch((error: unknown) => {
        if (hasCode(error, "room_face_invalid") || hasCode(error, "room_not_found")) return undefined;
        throw error;
      });
      const moderator = face?.moderators.find((each) => each.accountId === accountId);
      const hash = toHex(sha256(commit));
      return face && moderator && { moderator, face, commit: hash, agreed: kept(id).agreed?.includes(hash) ?? false };
    },
    appointModerator: async (id, practitioner) => void (await transport.room.appointModerator({ streamId: fromHex(id), accountId: fromHex(practitioner) })),
    async takeUpRoom(id, typed) {
      const key = typed === undefined ? outside.linkKey(id) : fromBase64url(typed);
      const face = await outside.faceNow(id, key);
      const { streams } = await transport.stream.listStreams({});
      const stream = streams.find(({ streamId }) => toHex(streamId) === id);
      const own = await asModerator(ctx);
      const leading = new Set(stream?.members.filter(({ role }) => role === StreamRole.MODERATOR).map((each) => toHex(each.accountId)));
      if (!stream || stream.kind !== StreamKind.ROOM || !leading.has(own.accountId)) throw new CoreError("moderators_only");
      // The members' devices would refuse somebody who could be taken for another.
      if (isTaken(own.displayName, face.moderators.filter(({ accountId }) => accountId !== own.accountId).map(({ displayName }) => displayName))) throw new CoreError("room_name_taken");
      if (stream.closed) await transport.stream.openStream({ streamId: fromHex(id) });
      const before = face.moderators.filter(({ accountId }) => accountId !== own.accountId);
      const next: RoomFace = { ...face, moderators: [...before.filter(({ accountId }) => leading.has(accountId)), own] };
      await keep(id, () => ({ face: next, ...(key ? { faceKey: toHex(key) } : {}) }));
      // First, so that whoever is asked to agree can read who asks.
      const { room: told } = await transport.room.getRoom({ streamId: fromHex(id) });
      await transport.room.putRoom({ room: { streamId: fromHex(id), face: await writeFace(ctx, id, next, key), listed: told?.listed ?? false, asking: told?.asking ?? false } });
      const room = await house.open({ ...stream, closed: false });
      const people = [...before.map((each) => newcomer(each.accountId, each.displayName, true)), newcomer(room.me, own.displayName, true)];
      await room.rejoin({ people, conduct: FIRST_CONDUCT, hands: [] }, [], { appointed: true });
      await room.catchUp(0);
      await lead.seeTo(id);
    },
    async acceptModerator(id, shareCard) {
      const asked = find(id).asked();
      if (!asked) return;
      await keep(id, (before) => ({ ...(before ?? kept(id)), face: asked.face, agreed: [...(before?.agreed ?? []), asked.commit].slice(-MOST_AGREED) }));
      if (kept(id).identityPublicKey !== undefined) await introduceOneself(id, shareCard);
      await find(id).accept();
    },
  };
}
