/**
 * Rooms of the server double (server_double.ts): faces, doors, and who is in,
 * kept as the real server keeps them until a test makes it `lawless`. Then it
 * takes records from anybody and gives them to whoever ever was in the room.
 */
import { create } from "@bufbuild/protobuf";
import { randomBytes, toHex } from "../bytes.ts";
import { CoreError } from "../errors.ts";
import { type Room, RoomStanding } from "../gen/alcove/v1/room_pb.ts";
import { type Stream, type StreamMember, StreamMemberSchema, StreamRole, StreamSchema } from "../gen/alcove/v1/stream_pb.ts";

interface Asking {
  readonly handle: Uint8Array;
  readonly sealed: Uint8Array;
  readonly day: number;
}

export interface RoomDouble {
  /** What is told of each room from outside; a hostile test replaces it. */
  readonly faces: Map<string, Room>;
  lawless: boolean;
  /** What somebody is told of a room's stream; a hostile test replaces it. */
  tell: (stream: Stream, reader: string) => Stream;
  /** What somebody may know of a room. */
  seenBy(stream: Stream, reader: string): Stream;
  /** Whether somebody may read, and write. */
  admits(stream: Stream, account: string): boolean;
  leads(stream: Stream, account: string): boolean;
  /** Who is told of a room's records. */
  audience(stream: Stream): readonly string[];
  /** From which record on somebody is given any. */
  firstOf(stream: Stream, account: string): bigint;
  moderators(stream: Stream): readonly string[];
  /** Rejects with not_asking where one of those to be let in does not stand at the door, before anything is kept. */
  check(stream: Stream, admit: readonly Uint8Array[]): void;
  /** Lets in and out whom a moderator's commit, record number `first`, names; gives those who came and went. */
  move(stream: Stream, first: bigint, admit: readonly Uint8Array[], remove: readonly Uint8Array[]): readonly string[];
  leave(stream: Stream, account: string): void;
  /** The calls of RoomService, by one account. */
  service(me: string): object;
}

export function createRoomDouble(now: () => number, find: (id: Uint8Array) => Stream, told: (stream: Stream, accounts: readonly string[]) => void): RoomDouble {
  const doors = new Map<string, Map<string, Asking>>();
  const cards = new Map<string, Uint8Array>();
  const firsts = new Map<string, bigint>();
  const everIn = new Map<string, Set<string>>();
  const banned = new Set<string>();
  const idOf = ({ streamId }: Stream): string => toHex(streamId);
  const accountOf = ({ accountId }: StreamMember): string => toHex(accountId);
  const doorOf = (id: string): Map<string, Asking> => {
    const door = doors.get(id) ?? new Map<string, Asking>();
    doors.set(id, door);
    return door;
  };
  const memberOf = (stream: Stream, account: string): StreamMember | undefined => stream.members.find((each) => accountOf(each) === account);
  const moderators = (stream: Stream): readonly string[] => stream.members.filter(({ role }) => role === StreamRole.MODERATOR).map(accountOf);

  function behind(id: string, handle: Uint8Array): readonly [string, Asking] {
    const found = [...doorOf(id)].find(([, asking]) => toHex(asking.handle) === toHex(handle));
    if (!found) throw new CoreError("not_asking");
    return found;
  }

  function past(stream: Stream): Set<string> {
    const all = everIn.get(idOf(stream)) ?? new Set<string>();
    everIn.set(idOf(stream), all);
    for (const member of stream.members) all.add(accountOf(member));
    return all;
  }

  const double: RoomDouble = {
    faces: new Map(),
    lawless: false,
    tell: (stream) => stream,
    seenBy(stream, reader) {
      const leads = memberOf(stream, reader)?.role === StreamRole.MODERATOR;
      const shown = stream.members.filter((each) => leads || accountOf(each) === reader)
        .map((each) => (each.role === StreamRole.MEMBER && accountOf(each) !== reader ? create(StreamMemberSchema, { role: each.role, handle: each.handle }) : each));
      return double.tell(create(StreamSchema, { ...stream, members: shown, firstSeq: double.firstOf(stream, reader) }), reader);
    },
    admits: (stream, account) => memberOf(stream, account) !== undefined || (double.lawless && past(stream).has(account)),
    leads: (stream, account) => double.lawless || memberOf(stream, account)?.role === StreamRole.MODERATOR,
    audience: (stream) => (double.lawless ? [...past(stream)] : stream.members.map(accountOf)),
    firstOf: (stream, account) => (double.lawless ? 0n : (firsts.get(`${idOf(stream)}/${account}`) ?? 0n)),
    moderators,
    check(stream, admit) {
      for (const handle of admit) behind(idOf(stream), handle);
    },
    move(stream, first, admit, remove) {
      past(stream);
      const moved: string[] = [];
      for (const handle of remove) {
        const gone = stream.members.find((each) => toHex(each.handle) === toHex(handle));
        if (!gone) throw new CoreError("not_asking");
        stream.members = stream.members.filter((each) => each !== gone);
        moved.push(accountOf(gone));
      }
      for (const handle of admit) {
        const [account, asking] = behind(idOf(stream), handle);
        doorOf(idOf(stream)).delete(account);
        moved.push(account);
        if (memberOf(stream, account)) continue;
        stream.members = [...stream.members, create(StreamMemberSchema, { accountId: Uint8Array.from(Buffer.from(account, "hex")), role: StreamRole.MEMBER, handle: asking.handle })];
        firsts.set(`${idOf(stream)}/${account}`, first);
        cards.set(`${idOf(stream)}/${account}`, asking.sealed);
      }
      past(stream);
      return moved;
    },
    leave(stream, account) {
      past(stream);
      stream.members = stream.members.filter((each) => accountOf(each) !== account);
      told(stream, [...moderators(stream), account]);
    },
    service: (me) => ({
      async listRooms() {
        return { rooms: [...double.faces.values()].filter(({ listed }) => listed) };
      },
      async getRoom({ streamId }: { streamId: Uint8Array }) {
        const room = double.faces.get(toHex(streamId));
        if (!room) throw new CoreError("room_not_found");
        const standing = memberOf(find(streamId), me) ? RoomStanding.INSIDE : doorOf(toHex(streamId)).has(me) ? RoomStanding.ASKING : RoomStanding.OUTSIDE;
        return { room, standing };
      },
      async putRoom({ room }: { room: Room }) {
        double.faces.set(toHex(room.streamId), room);
        return {};
      },
      async askEntry({ streamId, sealed }: { streamId: Uint8Array; sealed: Uint8Array }) {
        const stream = find(streamId);
        if (banned.has(`${idOf(stream)}/${me}`)) throw new CoreError("room_entry_refused");
        doorOf(idOf(stream)).set(me, { handle: randomBytes(16), sealed, day: Math.floor(now() / 86_400_000) });
        told(stream, moderators(stream));
        return {};
      },
      async withdrawEntry({ streamId }: { streamId: Uint8Array }) {
        doorOf(toHex(streamId)).delete(me);
        return {};
      },
      async getDoor({ streamId }: { streamId: Uint8Array }) {
        if (!double.leads(find(streamId), me)) throw new CoreError("moderators_only");
        return { asking: [...doorOf(toHex(streamId)).values()], banned: [] };
      },
      async putCard({ streamId, sealed }: { streamId: Uint8Array; sealed: Uint8Array }) {
        cards.set(`${toHex(streamId)}/${me}`, sealed);
        return {};
      },
      async getCards({ streamId }: { streamId: Uint8Array }) {
        const stream = find(streamId);
        if (!double.leads(stream, me)) throw new CoreError("moderators_only");
        return { cards: stream.members.flatMap(({ accountId, handle }) => {
          const sealed = cards.get(`${toHex(streamId)}/${toHex(accountId)}`);
          return sealed ? [{ handle, sealed }] : [];
        }) };
      },
      async declineEntry({ streamId, handle }: { streamId: Uint8Array; handle: Uint8Array }) {
        doorOf(toHex(streamId)).delete(behind(toHex(streamId), handle)[0]);
        return {};
      },
      async banEntry({ streamId, handle }: { streamId: Uint8Array; handle: Uint8Array }) {
        const stream = find(streamId);
        const member = stream.members.find((each) => toHex(each.handle) === toHex(handle));
        banned.add(`${idOf(stream)}/${member ? accountOf(member) : behind(idOf(stream), handle)[0]}`);
        return {};
      },
    }),
  };
  return double;
}
