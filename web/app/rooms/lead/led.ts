/** The rooms that this account leads, as the core told them last, and who stands at their doors. */
import { useEffect } from "preact/hooks";
import type { AtRoomDoor, Id, RoomView } from "../../../core/api.ts";
import { keptOf } from "../../drafts.ts";
import { codeOf, connection, core, rooms } from "../../state.ts";

/** A door is looked at when something happened in the room, but not more often than this. */
const LOOK_EVERY = 2_500;

/** Who asks to be let in, longest first; undefined before the door was seen. */
export interface Door {
  readonly asking?: readonly AtRoomDoor[];
  readonly failure?: string;
}
const doors = keptOf<ReadonlyMap<Id, Door>>();
/** How many screens look at a door, and when they look next. */
const lookers = new Map<Id, number>();
const looks = new Map<Id, ReturnType<typeof setTimeout>>();

core.subscribe((event) => {
  if (event.type === "room" && lookers.has(event.view.id)) lookSoon(event.view.id);
});
connection.subscribe((now) => {
  if (now === "online") for (const id of lookers.keys()) lookSoon(id);
});

/** Answers with undefined where this account leads no such room. */
export async function findRoom(id: Id): Promise<RoomView | undefined> {
  if (!ledRoom(id)) rooms.value = await core.rooms();
  return ledRoom(id);
}

export const ledRoom = (id: Id): RoomView | undefined => rooms.value.find((room) => room.id === id && room.moderates);

function lookSoon(id: Id): void {
  if (!looks.has(id)) looks.set(id, setTimeout(() => void look(id), LOOK_EVERY));
}

/** Looks at a door now. */
export async function look(id: Id): Promise<void> {
  let seen: Door;
  try {
    seen = { asking: (await core.roomDoor(id)).toSorted((a, b) => a.day - b.day) };
  } catch (error) {
    seen = { ...doors.value?.get(id), failure: codeOf(error) };
  } finally {
    clearTimeout(looks.get(id));
    looks.delete(id);
  }
  doors.value = new Map([...(doors.value ?? []), [id, seen]]);
}

/** The door of a room, kept up to date while the screen is shown. */
export function useDoor(id: Id): Door {
  useEffect(() => {
    lookers.set(id, (lookers.get(id) ?? 0) + 1);
    void look(id);
    return () => {
      const left = (lookers.get(id) ?? 1) - 1;
      if (left > 0) lookers.set(id, left);
      else lookers.delete(id);
    };
  }, [id]);
  return doors.value?.get(id) ?? {};
}
