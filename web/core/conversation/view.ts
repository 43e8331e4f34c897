/** What the screens are given of a conversation. */
import type { ConversationSummary, ConversationView, Id, Person, Quote, TimelineItem } from "../api.ts";
import type { CoreContext } from "../context.ts";
import type { Folded, Parties } from "./fold.ts";
import { keptWords, type LiveNow } from "./live_view.ts";
import { oneLine, shorten } from "./one_line.ts";
import { recordOf } from "./record.ts";
import { starsOf } from "./starred.ts";
import type { Range } from "./window.ts";

export interface ViewSource {
  readonly ctx: CoreContext;
  readonly id: Id;
  readonly parties: Parties;
  readonly folded: () => Folded;
  readonly pending: () => readonly TimelineItem[];
  readonly live: () => LiveNow | undefined;
  readonly draft: () => string;
  readonly typing: () => boolean;
  readonly closed: () => boolean;
  /** Highest sequence number that was on a screen of this device. */
  readonly seen: () => number;
}

const PREVIEW_LENGTH = 120;

function peerOf(source: ViewSource): Person {
  const { me, client, practitioner } = source.parties;
  const accountId = me === client ? practitioner : client;
  const role = me === client ? "practitioner" : "client";
  const known = source.ctx.vault.read().conversations[source.id]?.peer;
  const told = role === "client" ? source.folded().clientName : undefined;
  return { accountId, displayName: oneLine(told ?? known?.displayName ?? ""), role };
}

function stateOf(source: ViewSource): ConversationSummary["state"] {
  const { state } = source.folded();
  return source.closed() && (state === "open" || state === "requested") ? "ended" : state;
}

/** The conversation as a line of the list. */
export function summarise(source: ViewSource): ConversationSummary {
  const { items } = source.folded();
  const kept = source.ctx.vault.read().conversations[source.id];
  const readUpTo = readBy(source);
  const lastMessage = items.findLast((item) => item.kind === "message" && !item.takenBack);
  const live = stateOf(source) === "open" ? liveSign(source.live()) : undefined;
  return {
    id: source.id,
    peer: peerOf(source),
    state: stateOf(source),
    unread: items.filter((item) => item.seq > readUpTo && isUnread(item, source.parties)).length,
    preview: lastMessage?.kind === "message" ? shorten(lastMessage.text || (lastMessage.file?.name ?? ""), PREVIEW_LENGTH) : "",
    lastAt: items.at(-1)?.at ?? 0,
    compared: kept?.compared ?? false,
    alerts: items.filter((item) => item.kind === "security" && item.seq > readUpTo).length,
    ...(live ? { live } : {}),
  };
}

/** Up to where this account has read, here or elsewhere. */
function readBy(source: ViewSource): number {
  return Math.max(source.ctx.vault.read().conversations[source.id]?.readUpTo ?? 0, source.folded().myReceipt.read, source.seen());
}

/** The first message that this account has not read. */
export function firstUnread(source: ViewSource): Id | undefined {
  const readUpTo = readBy(source);
  return source.folded().items.find((item) => item.seq > readUpTo && item.kind === "message" && isUnread(item, source.parties))?.id;
}

function liveSign(now: LiveNow | undefined): ConversationSummary["live"] {
  if (now?.session.state === "on") return "on";
  return now?.session.state === "proposed" && !now.session.mine ? "proposed" : undefined;
}

function isUnread(item: TimelineItem, parties: Parties): boolean {
  if (item.kind === "message") return !item.mine && !item.takenBack;
  if (item.kind !== "notice") return false;
  if (item.notice.type === "live-started") return !item.notice.mine;
  return item.notice.type === "requested" && parties.me === parties.practitioner;
}

/** The conversation as it is read: a part of its items, and at its end what waits to be sent. */
export function viewOf(source: ViewSource, { start, end }: Range): ConversationView {
  const folded = source.folded();
  const summary = summarise(source);
  const now = source.ctx.now();
  const items = folded.items.slice(start, end).filter((item) => item.kind !== "message" || item.goesAt === undefined || item.goesAt > now);
  const hasLater = end < folded.items.length;
  const stars = new Set(starsOf(source.ctx.vault.read(), source.id));
  const live = summary.state === "open" ? source.live()?.session : undefined;
  const record = recordOf(folded);
  const mayAnswer = summary.state === "requested" && (source.parties.me === source.parties.practitioner || folded.askedBack);
  return {
    summary,
    ...(folded.intake ? { intake: folded.intake } : {}),
    items: [...items, ...(hasLater ? [] : source.pending())].map((item) => withStar(withQuote(item, folded), stars)),
    hasEarlier: start > 0,
    hasLater,
    peerTyping: source.typing(),
    draft: source.draft(),
    codeWord: folded.codeWord,
    ...(folded.vouched === undefined ? {} : { vouched: { objected: false, ...(source.parties.me === source.parties.practitioner ? { former: folded.vouched } : {}) } }),
    ...(folded.continued ? { continued: { objected: folded.objected } } : {}),
    canWrite: summary.state === "open" || mayAnswer,
    ...(live ? { live } : {}),
    kept: keptWords(folded.live, source.parties.me),
    keeping: folded.keeping,
    ...(record ? { record } : {}),
  };
}

/** A reply is shown with the beginning of what it answers, as that is worded now. */
function withQuote(item: TimelineItem, folded: Folded): TimelineItem {
  if (item.kind !== "message" || item.replyTo === undefined) return item;
  const answered = folded.message(item.replyTo);
  const quote: Quote | undefined = answered && { mine: answered.mine, text: shorten(answered.text || (answered.file?.name ?? ""), PREVIEW_LENGTH) };
  return quote ? { ...item, quote } : item;
}

function withStar(item: TimelineItem, stars: ReadonlySet<Id>): TimelineItem {
  return item.kind === "message" && !item.takenBack && stars.has(item.id) ? { ...item, starred: true } : item;
}
