/**
 * From what was taken, in its order, to what there is to see in a room. Who may
 * do what is judged here once more, by the roster as it stood then.
 */
import type { Id, RoomItem, RoomPerson, SecurityEvent } from "../api.ts";
import type { RoomPayload, UnknownRoomPayload } from "./payload.ts";

/** What a device remembers of one record of a room. */
export type RoomEntry =
  | { readonly kind: "payload"; readonly seq: number; readonly from: Id; readonly payload: RoomPayload | UnknownRoomPayload }
  | { readonly kind: "security"; readonly seq: number; readonly at: number; readonly code: SecurityEvent["code"] };

type RoomMessage = Extract<RoomItem, { kind: "message" }>;
type Message = Extract<RoomPayload, { type: "message" }>;

export interface FoldedRoom {
  readonly people: ReadonlyMap<Id, RoomPerson>;
  readonly items: readonly RoomItem[];
}

export interface RoomFold {
  /** Takes the next entry; it stands in the log behind all that were taken before. */
  take(entry: RoomEntry): void;
  /** Sequence number of the last one that was taken. */
  last(): number;
  /** Who is in the room by now. */
  people(): ReadonlyMap<Id, RoomPerson>;
  /** What there is to see, and behind it what waits to be sent. What was given out stays as it is. */
  seen(waiting: readonly RoomPayload[]): FoldedRoom;
}

/** Folds entries, which must be in the order of their sequence numbers. */
export function foldRoom(entries: readonly RoomEntry[], me: Id, waiting: readonly RoomPayload[]): FoldedRoom {
  const fold = beginFold(me);
  for (const entry of entries) fold.take(entry);
  return fold.seen(waiting);
}

/** Begins with a room of which nothing is known. One entry costs no more after many. */
export function beginFold(me: Id): RoomFold {
  let people: ReadonlyMap<Id, RoomPerson> = new Map();
  const items: RoomItem[] = [];
  const places = new Map<Id, number>();
  const seen = new Set<Id>();
  let last = 0;

  function refuse(seq: number, at: number): void {
    items.push({ kind: "security", id: `refused-${seq}`, seq, at, code: "unauthorised-payload" });
  }

  function message(seq: number, who: RoomPerson, { id, at, text, reply }: Message, delivery: RoomMessage["delivery"]): RoomMessage {
    return { kind: "message", id, seq, at, from: who.id, name: who.name, mine: who.id === me, moderates: who.moderates, text, ...(reply === undefined ? {} : { reply }), delivery };
  }

  function say(seq: number, from: Id, payload: Message): void {
    const who = people.get(from);
    if (!who) return refuse(seq, payload.at);
    // It may have been on its way when its writer was muted.
    if (who.muted) return;
    places.set(payload.id, items.length);
    items.push(message(seq, who, payload, "sent"));
  }

  /** What waits to be sent, as it will stand behind everything else. */
  function behind(payload: RoomPayload, i: number): readonly RoomItem[] {
    const who = people.get(me);
    return payload.type === "message" && who && !who.muted && !seen.has(payload.id) ? [message(last + 1 + i, who, payload, "queued")] : [];
  }

  function roster(seq: number, at: number, told: readonly RoomPerson[]): void {
    const next = new Map(told.map((each) => [each.id, each]));
    const began = people.size > 0;
    for (const each of next.values()) if (began && !people.has(each.id)) items.push({ kind: "came", id: `came-${seq}-${each.id}`, seq, at, name: each.name, mine: each.id === me });
    for (const each of people.values()) if (!next.has(each.id)) items.push({ kind: "went", id: `went-${seq}-${each.id}`, seq, at, name: each.name, mine: each.id === me });
    people = next;
  }

  function take({ seq, from, payload }: Extract<RoomEntry, { kind: "payload" }>): void {
    if (payload.type === "unknown" || seen.has(payload.id)) return;
    seen.add(payload.id);
    const moderates = people.get(from)?.moderates ?? false;
    switch (payload.type) {
      case "message":
        return say(seq, from, payload);
      case "roster":
        // The first one was judged when this device came in (room.ts).
        return people.size === 0 || moderates ? roster(seq, payload.at, payload.people) : refuse(seq, payload.at);
      case "take-down": {
        const place = places.get(payload.of);
        const item = place === undefined ? undefined : items[place];
        if (place === undefined || item?.kind !== "message") return;
        if (!moderates && item.from !== from) return refuse(seq, payload.at);
        items[place] = { ...item, text: "", takenDown: true };
        return;
      }
      case "mute": {
        const member = people.get(payload.member);
        if (!moderates || member?.moderates) return refuse(seq, payload.at);
        if (!member || member.muted === payload.on) return;
        people = new Map([...people, [member.id, { ...member, muted: payload.on }]]);
        items.push({ kind: payload.on ? "muted" : "unmuted", id: payload.id, seq, at: payload.at, name: member.name, mine: member.id === me });
        return;
      }
      default:
        return payload satisfies never;
    }
  }

  return {
    take(entry) {
      last = entry.seq;
      if (entry.kind === "payload") take(entry);
      else items.push({ kind: "security", id: `security-${entry.seq}-${entry.code}`, seq: entry.seq, at: entry.at, code: entry.code });
    },
    last: () => last,
    people: () => people,
    seen: (waiting) => ({ people, items: [...items, ...waiting.flatMap(behind)] }),
  };
}
