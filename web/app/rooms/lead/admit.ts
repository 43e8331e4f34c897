/** Letting in: who can be let in as things stand, and many of them in turn. */
import type { AtRoomDoor, Id, RoomPerson } from "../../../core/api.ts";
import { isTaken } from "../../../core/room/names.ts";
import { core } from "../../state.ts";

/** So many by one change of the group: what is told to all others stays small enough for a slow telephone. */
const AT_ONCE = 20;

/** Whose name somebody's could be taken for, and whether they are in the room already, so that nobody may come in under it. */
export interface Alike {
  readonly name: string;
  readonly inside: boolean;
}

export function alike({ name, handle, inside }: AtRoomDoor, people: readonly RoomPerson[], asking: readonly AtRoomDoor[]): Alike | undefined {
  if (inside !== undefined) return undefined;
  const within = people.find((each) => isTaken(name, [each.name]));
  if (within) return { name: within.name, inside: true };
  const beside = asking.find((each) => each.handle !== handle && each.inside === undefined && isTaken(name, [each.name]));
  return beside && { name: beside.name, inside: false };
}

/** Lets them in, some at a time, and says how many are in. */
export async function letIn(room: Id, handles: readonly Id[], tell: (done: number) => void): Promise<void> {
  for (let done = 0; done < handles.length; done += AT_ONCE) {
    tell(done);
    await core.admit(room, handles.slice(done, done + AT_ONCE));
  }
}
