/** Out of a room, and all of it off this device. */
import type { Id } from "../../core/api.ts";
import { goInstead } from "../router.ts";
import { core, rooms } from "../state.ts";

export async function leave(id: Id): Promise<void> {
  await core.leaveRoom(id);
  rooms.value = rooms.value.filter((each) => each.id !== id);
  goInstead("/app/rooms");
}
