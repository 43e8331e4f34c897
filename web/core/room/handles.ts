/**
 * Who is behind the handles by which the server names a room's members to its
 * moderators, as far as this moderator learned it when they let them in. The
 * handles of who has gone are kept for a while: somebody's words can be reported
 * after they left.
 */
import type { Id } from "../api.ts";
import type { VaultRoom } from "../context.ts";

const MOST_FORMER = 200;

/** The room after a person got a handle: another one than before if they came in again. */
export function withHandle(room: VaultRoom, person: Id, handle: Id): VaultRoom {
  const before = room.handles?.[person];
  const freed = before === undefined || before === handle ? room : withoutHandle(room, person);
  return { ...freed, handles: { ...freed.handles, [person]: handle } };
}

/** The room after somebody went. */
export function withoutHandle(room: VaultRoom, person: Id): VaultRoom {
  const { [person]: gone, ...handles } = room.handles ?? {};
  if (gone === undefined) return room;
  const former = [...Object.entries(room.formerHandles ?? {}).filter(([handle]) => handle !== gone), [gone, person]].slice(-MOST_FORMER);
  return { ...room, handles, formerHandles: Object.fromEntries(former) };
}

/** Whether a person had this handle; undefined where this moderator knows none of theirs. */
export function hadHandle({ handles = {}, formerHandles = {} }: VaultRoom, person: Id, handle: Id): boolean | undefined {
  if (handles[person] === handle || formerHandles[handle] === person) return true;
  // Whose handle it is instead may be known, too.
  const isKnown = handles[person] !== undefined || formerHandles[handle] !== undefined || Object.values(handles).includes(handle) || Object.values(formerHandles).includes(person);
  return isKnown ? false : undefined;
}
