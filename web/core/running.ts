/**
 * What is alive while a session is ready: conversations, the supply of key
 * packages, and the ear for what other browsers of the account did.
 *
 * What the device keeps is shown at once. The first synchronisation may find no
 * connection; it is tried again whenever there is one. Everything in it may be
 * repeated: the history stream is made under an id from the vault, key packages
 * are counted before they are made.
 */
import type { AccessLog, Opening } from "./accesslog/index.ts";
import type { AccessEvent } from "./accesslog/link.ts";
import type { DeviceKind, Id } from "./api.ts";
import type { CoreContext } from "./context.ts";
import { type Conversations, createConversations } from "./conversation/index.ts";
import { createDevices, type Devices } from "./devices.ts";
import type { Rekeying as Asked, ServerEvent } from "./gen/alcove/v1/stream_pb.ts";
import { createHistoryStream } from "./history_stream.ts";
import { replenishKeyPackages } from "./keys.ts";
import type { Rekeying } from "./rekeying.ts";
import type { Rooms } from "./room/index.ts";

export interface RunningArgs {
  readonly vaultVersion: () => bigint;
  readonly kind: DeviceKind;
  /** SHA-256 of each token that the session had, hex: with the first it began, the last is the present one. */
  readonly sessions: () => readonly Id[];
  /** The person logged in since the core started. */
  readonly loggedIn: () => boolean;
  /** Called when another device logged this one out. */
  readonly removed: () => void;
  /** Called when the server says that the session ended. */
  readonly ended: () => void;
}

export interface Running {
  readonly ctx: CoreContext;
  start(): void;
  /** The conversations: at once where the device knows them, else once the first synchronisation succeeded or could not be made now. */
  conversations(): Promise<Conversations>;
  /** The account's rooms; their code is loaded when there is one, or somebody asks. */
  rooms(): Promise<Rooms>;
  readonly devices: Devices;
  accessLog(): Promise<AccessLog>;
  /** Takes what is new into the access log; nobody waits for it. */
  watchAccess(): void;
  noted(event: AccessEvent): void;
  /** Tells the screens how the list of devices is now. */
  tellDevices(): Promise<void>;
  /** A vault came that another device may have written: this browser may have been logged out by it, and hear nothing more. */
  vaultFetched(): void;
  /** Ends in order what this browser had begun. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A claim of one of our packages comes with a new stream; they come in handfuls, so wait for the last. */
const REPLENISH_AFTER = 3_000;
const RETRY_AFTER = 30_000;

export function createRunning(ctx: CoreContext, { vaultVersion, kind, sessions, loggedIn, removed, ended }: RunningArgs): Running {
  const conversations = createConversations(ctx);
  const devices = createDevices({ ctx, kind, session: () => sessions().at(-1) ?? "", leaves: conversations.ownLeaves, removeLeaves });
  let loading: Promise<boolean> | undefined;
  let synchronising: Promise<void> | undefined;
  let synchronised = false;
  let stopped = false;
  /** The connection came while an attempt was failing for want of it. */
  let onlineMeanwhile = false;
  let replenishing: ReturnType<typeof setTimeout> | undefined;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let tidying: ReturnType<typeof setTimeout> | undefined;
  let rooms: Promise<Rooms> | undefined;
  /** That all devices are to replace their keys. */
  let asked: Asked | undefined;
  let rekeying: Promise<Rekeying> | undefined;
  let access: Promise<AccessLog> | undefined;
  /** What in the vault concerns the access log, as it was last. */
  let accessSeen = "";
  const unsubscribe: (() => void)[] = [];
  const talks = ctx.vault.read().role !== "steward";

  async function removeLeaves(gone: readonly Id[]): Promise<void> {
    await conversations.removeLeaves(gone);
    if (ctx.vault.read().rooms) await (await loadRooms()).removeLeaves(gone);
  }

  function load(): Promise<boolean> {
    loading ??= conversations.load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  function loadRooms(): Promise<Rooms> {
    rooms ??= beginRooms().catch((error: unknown) => {
      rooms = undefined;
      throw error;
    });
    return rooms;
  }

  async function beginRooms(): Promise<Rooms> {
    const { createRooms } = await import("./room/index.ts");
    const made = createRooms(ctx);
    await made.start().catch((error: unknown) => {
      made.stop();
      throw error;
    });
    return made;
  }

  async function synchronise(): Promise<void> {
    // First, so that the others know what it is that joins.
    await devices.present();
    if (talks) {
      await load();
      await createHistoryStream(ctx.transport, ctx.accountId, ctx.vault.read());
      await conversations.start();
      if (ctx.vault.read().rooms) await loadRooms();
      replenishSoon(0);
    }
    synchronised = true;
    tidy();
    watchKeys();
    replaceKeys();
    watchAccess();
  }

  /** Nobody waits for it; it tries again by itself. */
  function replaceKeys(): void {
    const now = asked;
    if (!now || !talks || !synchronised || stopped) return;
    rekeying ??= import("./rekeying.ts").then(({ createRekeying }) =>
      createRekeying({ ctx, conversations: conversations.all, rooms: () => (ctx.vault.read().rooms ? loadRooms() : undefined) }));
    void rekeying.then((made) => made.see({ number: now.number, day: Number(now.day) })).catch(() => (rekeying = undefined));
  }

  /** Nobody waits for it; what does not hold is told, and a failure tried again with the next connection. */
  function watchKeys(): void {
    void import("./keylog/index.ts").then(({ keylogOf }) => keylogOf(ctx).watch()).catch(() => undefined);
  }

  function accessLog(): Promise<AccessLog> {
    access ??= import("./accesslog/index.ts").then(({ createAccessLog }) => createAccessLog(ctx, { kind, sessions, loggedIn, openings }));
    return access;
  }

  async function openings(): Promise<readonly Opening[]> {
    return [...(await conversations.openings()), ...(talks && ctx.vault.read().rooms ? (await loadRooms()).openings() : [])];
  }

  function watchAccess(): void {
    accessSeen = accessNow();
    if (!stopped) void accessLog().then((log) => log.watch()).catch(() => undefined);
  }

  function accessNow(): string {
    const { access: last, devices: all = {} } = ctx.vault.read();
    return JSON.stringify([last?.n, Object.values(all).map((device) => [device.session, device.confirmed])]);
  }

  /** Goes on with what was decided about devices, here or elsewhere. What fails is tried again by and by. */
  function tidy(): void {
    clearTimeout(tidying);
    void tellDevices();
    devices.finish().then(tellDevices, () => {
      if (!stopped) tidying = setTimeout(tidy, RETRY_AFTER);
    });
  }

  async function tellDevices(): Promise<void> {
    const list = await devices.list().catch(() => undefined);
    if (list && !stopped) ctx.emit({ type: "devices", devices: list });
  }

  /** Another device wrote the vault, or may have while we were away. */
  function vaultChanged(): void {
    if (devices.isRemoved()) removed();
    else if (synchronised) {
      tidy();
      if (accessNow() !== accessSeen) watchAccess();
    }
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

  async function refreshVault(fetching: boolean): Promise<void> {
    try {
      if (fetching) await ctx.vault.refresh();
      vaultChanged();
    } catch {
      // It is fetched again when there is a connection.
    }
  }

  function handle({ event }: ServerEvent): void {
    switch (event.case) {
      case "sessionEnded":
        ended();
        return;
      case "vaultChanged":
        void refreshVault(event.value.version > vaultVersion());
        return;
      case "ready":
      case "rekeying":
        asked = (event.case === "ready" ? event.value.rekeying : event.value) ?? asked;
        replaceKeys();
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
        void refreshVault(true).then(() => devices.present()).catch(() => undefined);
        onlineMeanwhile = true;
        if (synchronised) {
          watchKeys();
          watchAccess();
        } else if (!synchronising) void begin();
      }));
      ctx.transport.connect();
      void begin();
    },
    async conversations() {
      if (talks && !(await load())) await synchronising;
      return conversations;
    },
    rooms: loadRooms,
    devices,
    tellDevices,
    accessLog,
    watchAccess,
    noted: (event) => void accessLog().then((log) => log.note(event)).catch(() => undefined),
    vaultFetched() {
      if (devices.isRemoved()) removed();
    },
    settle: () => conversations.settle(),
    async stop() {
      stopped = true;
      clearTimeout(replenishing);
      clearTimeout(retrying);
      clearTimeout(tidying);
      for (const end of unsubscribe.splice(0)) end();
      (await rekeying?.catch(() => undefined))?.stop();
      (await access?.catch(() => undefined))?.stop();
      (await rooms?.catch(() => undefined))?.stop();
      await conversations.stop();
    },
  };
}
