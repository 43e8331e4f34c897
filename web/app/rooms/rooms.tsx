/** Everything under /app/rooms: all rooms, one of them from outside or inside. */
import type { Account } from "../../core/api.ts";
import { keptOf } from "../drafts.ts";
import { Fetched } from "../kit/fetched.tsx";
import { path } from "../router.ts";
import { core, rooms } from "../state.ts";
import { ListScreen } from "./list.tsx";
import { RoomScreen } from "./room.tsx";

/** Set once the rooms are here; what changes in them is told from then on. */
const known = keptOf<true>();

async function learnRooms(): Promise<true> {
  if (!known.value) {
    rooms.value = await core.rooms();
    known.value = true;
  }
  return true;
}

export function Rooms({ account }: { readonly account: Account }) {
  const [, , , id = ""] = path.value.split("/");
  return <Fetched from={learnRooms}>{() => (/^[0-9a-f]+$/u.test(id) ? <RoomScreen key={id} id={id} /> : <ListScreen account={account} />)}</Fetched>;
}
