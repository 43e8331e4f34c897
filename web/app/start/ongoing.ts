/** Conversations that are under way: with whom a client cannot start a second one. */
import type { ConversationSummary, Id } from "../../core/api.ts";
import { conversations } from "../state.ts";

const isUnderWay = ({ state }: ConversationSummary): boolean => state === "requested" || state === "open";

/** The conversation with a practitioner that is open, or waits for an answer. */
export function ongoingWith(practitioner: Id): ConversationSummary | undefined {
  return conversations.value.find((each) => each.peer.accountId === practitioner && isUnderWay(each));
}

/** Everybody one is in touch with already. */
export const inTouchWith = (): readonly Id[] => conversations.value.filter(isUnderWay).map((each) => each.peer.accountId);
