/** Which screen of who leads: a new room, or a part of one that is there. */
import { path } from "../../router.ts";
import { LeadScreen } from "./lead_screen.tsx";
import { NewRoomScreen } from "./new_room.tsx";
import { partOf } from "./parts.ts";

export function Leading() {
  const [, , , id = ""] = path.value.split("/");
  return id === "new" ? <NewRoomScreen /> : <LeadScreen key={id} id={id} part={partOf(path.value)} />;
}
