/**
 * What is alive while a session is ready: conversations, the supply of key
 * packages, and the ear for what other browsers of the account did.
 *
 * What the device keeps is shown at once. The first synchronisation may find no
 * connection; it is tried again whenever there is one. Everything in it may be
 * repeated: the history stream is made under an id from the vault, key packages
 * are counted before they are made.
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
  /** The conversations: at once where the device knows them, else once the first synchronisation succeeded or could not be made now. */
  conversations(): Promise<Conversations>;
  /** Ends in order what this browser had begun. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A claim of one of our packages comes with a new stream; they come in handfuls, so wait for the last. */
const REPLENISH_AFTER = 3_000;
const RETRY_AFTER = 30_000;

export function createRunning(ctx: CoreContext, { vaultVersion, ended }: RunningArgs): Running {
  const conversations = createConversations(ctx);
  let loading: Promise<boolean> | undefined;
  let synchronising: Promise<void> | undefined;
  let synchronised = false;
  let stopped = false;
  /** The connection came while an attempt was failing for want of it. */
  let onlineMeanwhile = false;
  let replenishing: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe: (() => void)[] = [];
  const talks = ctx.vault.read().role !== "steward";

  function load(): Promise<boolean> {
    loading ??= conversations.load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function synchronise(): Promise<void> {
    await load();
    await ensureHistory();
    await conversations.start();
    synchronised = true;
    replenishSoon(0);
  }

  /** One attempt at a time; after a failure the next comes with the connection, or after a while. */
  function begin(): Promise<void> {
    clearTimeout(retrying);
    onlineMeanwhile = false;
    synchronising ??= synchronise().catch(() => {
      if (!stopped) retrying = setTimeout(() => void begin(), onlineMeanwhile ? 0 : RETRY_AFTER);
    }).finally(() => {
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

  function replenishSoon(after: number): void {
    clearTimeout(replenishing);
    if (!stopped) replenishing = setTimeout(() => void replenish(), after);
  }

  async function replenish(): Promise<void> {
    try {
      await replenishKeyPackages(ctx.transport, ctx.store, ctx.device, (done, total) => ctx.emit({ type: "progress", task: "keys", done, total }));
    } catch {
      replenishSoon(RETRY_AFTER);
    }
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
        if (talks) replenishSoon(REPLENISH_AFTER);
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
        onlineMeanwhile = true;
        if (talks && !synchronised && !synchronising) void begin();
      }));
      ctx.transport.connect();
      if (talks) void begin();
    },
    async conversations() {
      if (talks && !(await load())) await synchronising;
      return conversations;
    },
    settle: () => conversations.settle(),
    async stop() {
      stopped = true;
      clearTimeout(replenishing);
      clearTimeout(retrying);
      for (const end of unsubscribe.splice(0)) end();
      await conversations.stop();
    },
  };
}
