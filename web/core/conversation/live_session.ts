/**
 * Taking part in live sessions: what may be done when, what the clock does, and
 * telling the other side that one is here.
 */
import { type Core, type Id, LIVE_MINUTES, type LiveSession, MAX_KEPT_LENGTH } from "../api.ts";
import { fromHex, toHex } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import type { Conversation } from "./conversation.ts";
import type { LiveFacts } from "./live.ts";
import type { Body } from "./payload.ts";
import { type HereSignal, sealSignal } from "./signals.ts";

const MINUTE = 60_000;
const HERE_EVERY = 15_000;
/** The other side may hear of the beginning a moment later than this one. */
const HERE_AGAIN = 1_000;
/** Longer than this after somebody was here it is not said any more. */
const HERE_FOR = 40_000;

export type LiveMethods = Pick<Core, "startLive" | "joinLive" | "askLiveMinutes" | "answerLive" | "endLive" | "keepForNextTime">;

export interface LiveHooks {
  readonly find: (id: Id) => Conversation;
  readonly isShown: (id: Id) => boolean;
  readonly post: (conversation: Conversation, body: Body) => Promise<void>;
}

export interface Live extends LiveMethods {
  /** Looks what the clock will do next in a conversation that changed. */
  consider(conversation: Conversation): void;
  /** The other side, or another device of this account, says that it is here. */
  heardHere(conversation: Conversation, signal: HereSignal): void;
  setConnected(connected: boolean): void;
  stop(): void;
}

export function createLive(ctx: CoreContext, hooks: LiveHooks): Live {
  const me = toHex(ctx.accountId);
  const turns = new Map<Id, ReturnType<typeof setTimeout>>();
  const gone = new Map<Id, ReturnType<typeof setTimeout>>();
  /** Conversations in which a session is on. */
  const on = new Map<Id, Conversation>();
  /** Sessions in which this device said once that it is here. */
  const said = new Set<Id>();
  /** Proposals whose lapse this device told. */
  const lapsed = new Set<Id>();
  let connected = true;
  let stopped = false;
  let here: ReturnType<typeof setInterval> | undefined;

  /** The session that the log holds to be unfinished, whatever the clock says. */
  function unfinished(conversation: Conversation): LiveFacts | undefined {
    const last = conversation.folded().live.at(-1);
    return last && !last.ended && !last.followed ? last : undefined;
  }

  /** A proposal of this account that nobody joined is taken back, with kind words, as soon as that is seen. */
  function tellLapse(conversation: Conversation): void {
    const session = unfinished(conversation);
    if (!session || session.began || session.by !== me || conversation.live() || lapsed.has(session.id)) return;
    if (!conversation.group() || conversation.summary().state !== "open") return;
    lapsed.add(session.id);
    void hooks.post(conversation, { type: "live-end", of: session.id, lapsed: true }).catch(() => lapsed.delete(session.id));
  }

  function consider(conversation: Conversation): void {
    clearTimeout(turns.get(conversation.id));
    turns.delete(conversation.id);
    if (stopped) return;
    const now = conversation.live();
    if (now) turns.set(conversation.id, setTimeout(() => conversation.turned(), Math.max(0, now.until - ctx.now()) + 50));
    else tellLapse(conversation);
    if (now?.session.state === "on") on.set(conversation.id, conversation);
    else on.delete(conversation.id);
    if (on.size === 0) {
      clearInterval(here);
      here = undefined;
    } else here ??= setInterval(() => [...on.values()].forEach(sayHere), HERE_EVERY);
    if (now?.session.state !== "on" || said.has(now.session.id) || !hooks.isShown(conversation.id)) return;
    said.add(now.session.id);
    sayHere(conversation);
    setTimeout(() => sayHere(conversation), HERE_AGAIN);
  }

  function sayHere(conversation: Conversation): void {
    const session = stopped ? undefined : conversation.live()?.session;
    if (session?.state === "on" && hooks.isShown(conversation.id)) void sayHereIn(conversation, session).catch(() => undefined);
  }

  async function sayHereIn(conversation: Conversation, session: LiveSession): Promise<void> {
    const group = conversation.group();
    if (!group || !ctx.vault.read().settings.typingShown) return;
    const elapsed = Math.max(0, Math.round(ctx.now() - (session.beganAt ?? ctx.now())));
    const ciphertext = await sealSignal(group, conversation.id, { type: "here", from: me, of: session.id, elapsed });
    await ctx.transport.stream.signal({ streamId: fromHex(conversation.id), ciphertext });
  }

  /** A conversation in which one can sit together now. */
  function reachable(id: Id): Conversation {
    const conversation = hooks.find(id);
    if (conversation.summary().state !== "open") throw new CoreError("conversation_not_open");
    // Said later, it would call somebody to a session that is long over.
    if (!connected) throw new CoreError("live_offline");
    return conversation;
  }

  function session(conversation: Conversation, state: "proposed" | "on"): LiveSession {
    const now = conversation.live();
    if (now?.session.state !== state) throw new CoreError("live_over");
    return now.session;
  }

  return {
    consider,
    heardHere(conversation, { from, of, elapsed }) {
      if (stopped) return;
      const facts = unfinished(conversation);
      if (!facts?.began || facts.id !== of) return;
      conversation.hear(facts.began.id, ctx.now() - elapsed);
      if (from === me) return;
      // Whoever comes later has not heard that this side is here.
      if (!gone.has(conversation.id)) sayHere(conversation);
      conversation.setHere(true);
      clearTimeout(gone.get(conversation.id));
      gone.set(conversation.id, setTimeout(() => {
        gone.delete(conversation.id);
        conversation.setHere(false);
      }, HERE_FOR));
    },
    setConnected(now) {
      connected = now;
    },
    stop() {
      stopped = true;
      clearInterval(here);
      for (const timer of [...turns.values(), ...gone.values()]) clearTimeout(timer);
    },
    async startLive(id, minutes) {
      const conversation = reachable(id);
      if (!Number.isInteger(minutes) || minutes < LIVE_MINUTES.least || minutes > LIVE_MINUTES.most) throw new CoreError("live_minutes_invalid");
      const now = conversation.live()?.session;
      if (now?.state === "on" || (now?.state === "proposed" && now.mine)) return;
      if (now?.state === "proposed") return hooks.post(conversation, { type: "live-join", of: now.id });
      const after = unfinished(conversation)?.id;
      await hooks.post(conversation, { type: "live-start", minutes, ...(after === undefined ? {} : { after }) });
    },
    async joinLive(id) {
      const conversation = reachable(id);
      if (conversation.live()?.session.state === "on") return;
      const { id: of, mine } = session(conversation, "proposed");
      if (!mine) await hooks.post(conversation, { type: "live-join", of });
    },
    async askLiveMinutes(id, minutes) {
      const conversation = reachable(id);
      const { id: of, beganAt = 0 } = session(conversation, "on");
      if (!Number.isInteger(minutes) || minutes < LIVE_MINUTES.least || minutes > LIVE_MINUTES.longest) throw new CoreError("live_minutes_invalid");
      if (beganAt + minutes * MINUTE <= ctx.now()) throw new CoreError("live_minutes_past");
      await hooks.post(conversation, { type: "live-ask", of, minutes });
    },
    async answerLive(id, ask, agreed) {
      const conversation = reachable(id);
      const now = session(conversation, "on");
      if (now.ask?.id !== ask || (now.ask.mine && agreed)) throw new CoreError("live_over");
      await hooks.post(conversation, { type: "live-answer", of: now.id, ask, agreed });
    },
    async endLive(id) {
      const conversation = hooks.find(id);
      const now = conversation.live()?.session;
      if (now && now.state !== "closing") await hooks.post(conversation, { type: "live-end", of: now.id });
    },
    async keepForNextTime(id, of, text) {
      const conversation = hooks.find(id);
      if (conversation.summary().state !== "open") throw new CoreError("conversation_not_open");
      if (text.length > MAX_KEPT_LENGTH) throw new CoreError("kept_too_long");
      await hooks.post(conversation, { type: "live-keep", of, text: text.trim() });
    },
  };
}
