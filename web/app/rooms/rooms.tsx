/** Everything under /app/rooms: all rooms, one of them from outside or inside. */
import type { Account } from "../../core/api.ts";
import { Fetched } from "../kit/fetched.tsx";
import { path } from "../router.ts";
import { core, rooms, session } from "../state.ts";
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
  const [, , , id = ""] = path.value.split("/");
  return <Fetched from={learnRooms}>{() => (/^[0-9a-f]+$/u.test(id) ? <RoomScreen key={id} id={id} /> : <ListScreen account={account} />)}</Fetched>;
}
