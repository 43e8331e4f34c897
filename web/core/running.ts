/**
 * What is alive while a session is ready: conversations, the supply of key
 * packages, and the ear for what other browsers of the account did.
 *
 * The first synchronisation may find no connection; it is tried again whenever
 * there is one. Everything in it may be repeated: the history stream is made
 * under an id from the vault, key packages are counted before they are made.
 */
import type { CoreContext } from "./context.ts";
import { fromHex } from "./bytes.ts";
import { type Conversations, createConversations } from "./conversation/index.ts";
import { hasCode } from "./errors.ts";
import { type ServerEvent, StreamKind, StreamRole } from "./gen/alcove/v1/stream_pb.ts";
import { replenishKeyPackages } from "./keys.ts";

export interface RunningArgs {
  readonly vaultVersion: () => bigint;
  /** Called when the server says that the session ended. */
  readonly ended: () => void;
}

export interface Running {
  readonly ctx: CoreContext;
  start(): void;
  /** The conversations, once the first synchronisation succeeded or could not be made now. */
  conversations(): Promise<Conversations>;
  stop(): Promise<void>;
}

/** A claim of one of our packages comes with a new stream; they come in handfuls, so wait for the last. */
const REPLENISH_AFTER = 3_000;
const RETRY_AFTER = 30_000;

export function createRunning(ctx: CoreContext, { vaultVersion, ended }: RunningArgs): Running {
  let conversations = createConversations(ctx);
  let synchronising: Promise<void> | undefined;
  let synchronised = false;
  let stopped = false;
  let replenishing: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe: (() => void)[] = [];
  const talks = ctx.vault.read().role !== "steward";

  async function synchronise(): Promise<void> {
    if (!talks) return;
    try {
      await ensureHistory();
      await replenish();
      await conversations.start();
      synchronised = true;
    } catch {
      if (stopped) return;
      // Half a start is not gone on with; the next one begins anew.
      await conversations.stop();
      conversations = createConversations(ctx);
      retrying = setTimeout(() => void begin(), RETRY_AFTER);
    }
  }

  function begin(): Promise<void> {
    clearTimeout(retrying);
    synchronising ??= synchronise().finally(() => {
      synchronising = undefined;
    });
    return synchronising;
  }

  async function ensureHistory(): Promise<void> {
    const streamId = fromHex(ctx.vault.read().historyStream);
    try {
      await ctx.transport.stream.createStream({
        streamId, kind: StreamKind.HISTORY, members: [{ accountId: ctx.accountId, role: StreamRole.OWNER }],
      });
    } catch (error) {
      if (!hasCode(error, "history_exists") && !hasCode(error, "stream_exists")) throw error;
    }
  }

  function replenish(): Promise<void> {
    return replenishKeyPackages(ctx.transport, ctx.store, ctx.device, (done, total) => ctx.emit({ type: "progress", task: "keys", done, total }));
  }

  function handle({ event }: ServerEvent): void {
    switch (event.case) {
      case "sessionEnded":
        ended();
        return;
      case "vaultChanged":
        if (event.value.version > vaultVersion()) void ctx.vault.refresh().catch(() => undefined);
        return;
      case "streamChanged":
        clearTimeout(replenishing);
        if (talks) replenishing = setTimeout(() => void replenish().catch(() => undefined), REPLENISH_AFTER);
        return;
      default:
        return; // Records and signals are for the conversations.
    }
  }

  return {
    ctx,
    start() {
      unsubscribe.push(ctx.transport.onEvent(handle));
      unsubscribe.push(ctx.transport.onConnection((connection) => {
        if (connection !== "online" || stopped) return;
        // A change of the vault may have been told while we were away.
        void ctx.vault.refresh().catch(() => undefined);
        if (!synchronised) void begin();
      }));
      ctx.transport.connect();
      void begin();
    },
    async conversations() {
      await synchronising;
      return conversations;
    },
    async stop() {
      stopped = true;
      clearTimeout(replenishing);
      clearTimeout(retrying);
      for (const end of unsubscribe.splice(0)) end();
      await conversations.stop();
    },
  };
}
