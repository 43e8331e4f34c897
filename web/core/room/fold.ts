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

export interface FoldedRoom {
  readonly people: ReadonlyMap<Id, RoomPerson>;
  readonly items: readonly RoomItem[];
}

/** Folds entries, which must be in the order of their sequence numbers. */
export function foldRoom(entries: readonly RoomEntry[], me: Id, waiting: readonly RoomPayload[]): FoldedRoom {
  let people: ReadonlyMap<Id, RoomPerson> = new Map();
  const items: RoomItem[] = [];
  const places = new Map<Id, number>();
  const seen = new Set<Id>();

  function refuse(seq: number, at: number): void {
    items.push({ kind: "security", id: `refused-${seq}`, seq, at, code: "unauthorised-payload" });
  }

  function say(seq: number, from: Id, payload: Extract<RoomPayload, { type: "message" }>, delivery: RoomMessage["delivery"]): void {
    const who = people.get(from);
    if (!who) return refuse(seq, payload.at);
    // It may have been on its way when its writer was muted.
    if (who.muted) return;
    places.set(payload.id, items.length);
    const { id, at, text, reply } = payload;
    items.push({ kind: "message", id, seq, at, from, name: who.name, mine: from === me, moderates: who.moderates, text, ...(reply === undefined ? {} : { reply }), delivery });
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
        return say(seq, from, payload, "sent");
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

  for (const entry of entries) {
    if (entry.kind === "payload") take(entry);
    else items.push({ kind: "security", id: `security-${entry.seq}-${entry.code}`, seq: entry.seq, at: entry.at, code: entry.code });
  }
  const last = entries.at(-1)?.seq ?? 0;
  for (const [i, payload] of waiting.entries()) if (payload.type === "message" && !seen.has(payload.id)) say(last + 1 + i, me, payload, "queued");
  return { people, items };
}
