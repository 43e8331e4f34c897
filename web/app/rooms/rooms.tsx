/** Everything under /app/rooms: all rooms, one of them from outside or inside. */
import type { Account } from "../../core/api.ts";
import { Fetched } from "../kit/fetched.tsx";
import { path } from "../router.ts";
import { core, rooms, session } from "../state.ts";
import { atDesk } from "./lead/desk.ts";
import { Leading } from "./lead/screens.ts";
import { ListScreen } from "./list.tsx";
import { RoomScreen } from "./room.tsx";

/** Whether the rooms are here; what changes in them is told from then on. */
let known = false;
session.subscribe((now) => { if (now?.state !== "ready") known = false; });

async function learnRooms(): Promise<true> {
  if (!known) {
    rooms.value = await core.rooms();
    known = true;
  }
  return true;
}

export function Rooms({ account }: { readonly account: Account }) {
  const [, , , id = "", lead] = path.value.split("/");
  if (id === "new" && account.role === "practitioner") return <Leading />;
  return <Fetched from={learnRooms}>{() => {
    if (!/^[0-9a-f]+$/u.test(id)) return <ListScreen account={account} />;
    // Where there is place, it stands beside the room.
    return lead === "lead" && !atDesk.value ? <Leading /> : <RoomScreen key={id} id={id} />;
  }}</Fetched>;
}
