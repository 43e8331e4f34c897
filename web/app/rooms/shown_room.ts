/** Follows a room while it can be seen: only what was on a screen counts as read, and whoever wants to be seen is seen no longer than that. */
import { useEffect, useState } from "preact/hooks";
import type { Id, RoomView } from "../../core/api.ts";
import { core, roomOpen } from "../state.ts";

const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
const isSeen = (): boolean => document.visibilityState === "visible";

/** Answers with the first item that was not read when the room came onto the screen. */
export function useShownRoom(view: RoomView): Id | undefined {
  const { id, unread } = view;
  const [unreadFrom, setUnreadFrom] = useState(() => firstUnread(view));
  const [seen, setSeen] = useState(isSeen);
  useEffect(() => {
    roomOpen.value = true;
    const follow = () => setSeen(isSeen());
    document.addEventListener("visibilitychange", follow);
    return () => {
      roomOpen.value = false;
      document.removeEventListener("visibilitychange", follow);
    };
  }, []);
  useEffect(() => {
    if (!seen) return;
    setUnreadFrom(firstUnread(view));
    quietly(core.showRoom(id, true));
    return () => quietly(core.showRoom(id, false));
  }, [seen]);
  useEffect(() => { if (seen && unread.count > 0) quietly(core.readRoom(id)); }, [seen, unread.count]);
  return unreadFrom;
}

const firstUnread = ({ items, unread: { count, after } }: RoomView): Id | undefined =>
  count === 0 ? undefined : items.find((item) => item.seq > after && (item.kind === "message" || item.kind === "whisper") && !item.mine)?.id;
