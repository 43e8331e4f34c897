/** Follows one conversation while it can be seen: only what was on a screen counts as read. */
import { useEffect, useState } from "preact/hooks";
import type { ConversationView, Id } from "../../core/api.ts";
import { conversation, conversations, core } from "../state.ts";

export interface Shown {
  readonly view: ConversationView;
  /** The first item that was not read when it was last opened. */
  readonly unreadFrom?: Id;
}

/** Undefined until the conversation is here. */
export function useShown(id: Id): Shown | undefined {
  const [unreadFrom, setUnreadFrom] = useState<Id | undefined>(undefined);
  const known = conversations.value.some((each) => each.id === id);
  useEffect(() => {
    if (!known) return;
    let wanted = true;
    let again = false;
    const open = async () => {
      const view = await core.open(id, again);
      if (!wanted) return;
      again = true;
      conversation.value = view;
      setUnreadFrom(view.unreadFrom);
    };
    const follow = () => {
      if (document.visibilityState === "visible") void open().catch(() => undefined);
      else void core.closeView().catch(() => undefined);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", follow);
      conversation.value = undefined;
      void core.closeView().catch(() => undefined);
    };
  }, [id, known]);
  const view = conversation.value;
  return view?.summary.id === id ? { view, unreadFrom } : undefined;
}
