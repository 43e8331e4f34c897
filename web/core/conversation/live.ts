/**
 * Live sessions: what both sides agreed on, from what they said. One is proposed
 * by either side, joined by the other, its end moved by agreement, ended by
 * either; then each may write what they want to keep for next time.
 *
 * Only the order in the log decides, never a clock: devices' clocks differ. So
 * two proposals that meet make one session, and whoever proposes a new one says
 * which session they took to be over (`after`). What comes too late, such as
 * joining what was just withdrawn, changes nothing.
 */
import type { Id, Notice } from "../api.ts";
import type { Payload } from "./payload.ts";

export type LivePayload = Extract<Payload, { type: "live-start" | "live-join" | "live-ask" | "live-answer" | "live-end" | "live-keep" }>;

/** Something that happened at a time, by the clock of whoever wrote the payload `id`. */
export interface Moment {
  readonly id: Id;
  readonly at: number;
}

/** A live session as the log has it. */
export interface LiveFacts {
  readonly id: Id;
  /** Sequence number of its proposal. */
  readonly seq: number;
  readonly by: Id;
  readonly started: Moment;
  readonly minutes: number;
  readonly began?: Moment;
  /** Another length that one side asked for. */
  readonly ask?: { readonly id: Id; readonly by: Id; readonly minutes: number };
  readonly ended?: Moment & { readonly by: Id };
  /** A newer one took its place, because it was over by the clock. */
  readonly followed?: true;
  /** What each account keeps for next time; empty for who skipped it. */
  readonly words: Readonly<Record<Id, string>>;
}

export const isLive = (p: Payload): p is LivePayload => p.type.startsWith("live-");

/** What comes of a payload: perhaps something to be told; "refused" for what its writer may not do. */
export interface LiveStep {
  readonly sessions: readonly LiveFacts[];
  readonly notice?: Notice;
  readonly refused?: true;
}

const isUnfinished = (session: LiveFacts | undefined): session is LiveFacts => session !== undefined && !session.ended && !session.followed;

/** The sessions after one more payload, which `from` wrote; `me` reads. */
export function withLive(sessions: readonly LiveFacts[], p: LivePayload, from: Id, seq: number, me: Id): LiveStep {
  const mine = from === me;
  const replace = (next: LiveFacts, notice?: Notice): LiveStep => ({ sessions: sessions.map((each) => (each.id === next.id ? next : each)), ...(notice ? { notice } : {}) });
  const nothing: LiveStep = { sessions };
  const last = sessions.at(-1);
  if (p.type === "live-start") {
    if (isUnfinished(last) && p.after !== last.id) return last.by === from || last.began ? nothing : replace(begun(last, p), { type: "live-began" });
    const started: LiveFacts = { id: p.id, seq, by: from, started: { id: p.id, at: p.at }, minutes: p.minutes, words: {} };
    const before = sessions.map((each) => (each === last && isUnfinished(last) ? { ...each, followed: true as const } : each));
    return { sessions: [...before, started], notice: { type: "live-started", mine, minutes: p.minutes } };
  }
  if (p.type === "live-keep") {
    const session = sessions.find((each) => each.id === p.of);
    if (!session?.began || session.words[from] === p.text) return nothing;
    const told = p.text !== "" || (session.words[from] ?? "") !== "";
    return replace({ ...session, words: { ...session.words, [from]: p.text } }, told ? { type: "live-kept", mine, text: p.text } : undefined);
  }
  if (!isUnfinished(last) || last.id !== p.of) return nothing;
  switch (p.type) {
    case "live-join":
      if (from === last.by) return { sessions, refused: true };
      return last.began ? nothing : replace(begun(last, p), { type: "live-began" });
    case "live-ask":
      if (!last.began || p.minutes === last.minutes) return nothing;
      // Both asked for the same without knowing of each other: that is agreement.
      if (last.ask && last.ask.by !== from && last.ask.minutes === p.minutes) return replace(agreed(last, p.minutes), { type: "live-changed", minutes: p.minutes });
      return replace({ ...last, ask: { id: p.id, by: from, minutes: p.minutes } });
    case "live-answer":
      if (last.ask?.id !== p.ask) return nothing;
      if (!p.agreed) return replace(withoutAsk(last));
      if (last.ask.by === from) return { sessions, refused: true };
      return replace(agreed(last, last.ask.minutes), { type: "live-changed", minutes: last.ask.minutes });
    case "live-end":
      return replace({ ...withoutAsk(last), ended: { id: p.id, at: p.at, by: from } }, { type: "live-ended", mine, how: howEnded(last, p, from) });
    default:
      return p satisfies never;
  }
}

const begun = (session: LiveFacts, { id, at }: Moment): LiveFacts => ({ ...session, began: { id, at } });
const withoutAsk = ({ ask: _, ...session }: LiveFacts): LiveFacts => session;
const agreed = (session: LiveFacts, minutes: number): LiveFacts => ({ ...withoutAsk(session), minutes });

function howEnded(session: LiveFacts, p: Extract<LivePayload, { type: "live-end" }>, from: Id): Extract<Notice, { type: "live-ended" }>["how"] {
  if (session.began) return "ended";
  if (session.by !== from) return "declined";
  return p.lapsed ? "lapsed" : "withdrawn";
}
