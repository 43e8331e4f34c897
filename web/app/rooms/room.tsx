/** One room: inside for who is in it, otherwise from outside. */
import type { Id } from "../../core/api.ts";
import { rooms } from "../state.ts";
import { Inside } from "./inside.tsx";
import { Outside } from "./outside.tsx";

export function RoomScreen({ id }: { readonly id: Id }) {
  const view = rooms.value.find((each) => each.id === id);
  // What was said while one was in can be read as long as this browser keeps it.
  return view && (view.inside || view.people.length > 0) ? <Inside view={view} /> : <Outside id={id} />;
}
