/**
 * Sees to it that what has come to its end goes: at once from this device, and
 * with the server as soon as there is a connection. It looks whenever something
 * is due, and at least every ten minutes, because clocks are set and devices sleep.
 */
import type { Id } from "../api.ts";
import { toHex } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { renewLastResort } from "../keys.ts";
import { members } from "../mls.ts";
import { backOff } from "../socket.ts";
import type { Conversation } from "./conversation.ts";
import type { History } from "./history.ts";
import { endOfLane, withoutLanes } from "./lanes.ts";
import { keptForGood } from "./lifetime.ts";
import { recordOf, yearsAfter } from "./record.ts";
import { tendRecords } from "./recording.ts";
import { renewReserve } from "./reserve.ts";

const LOOK_EVERY = 600_000;
/** What is to be told waits a moment for more of it. */
const SOON = 500;
const LAST_RESORT_EVERY = 86_400_000;
/** When this device's last resort was renewed. */
const RENEWED = "device/last-resort-renewed";

export interface Tending {
  /** What can be done without a connection. */
  tendDevice(): Promise<void>;
  /** All of it; rejects when the server could not be reached, and goes on by and by. */
  tend(): Promise<void>;
  /** Looks when the next thing is due. */
  plan(): void;
  stop(): void;
}

export function createTending(ctx: CoreContext, history: History, all: ReadonlyMap<Id, Conversation>): Tending {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  let stopped = false;

  /** Messages that went, whose stars are still in the vault. */
  const gone = new Set<Id>();

  async function tendDevice(): Promise<void> {
    const { forgotten = {} } = ctx.vault.read();
    for (const [id, conversation] of all) {
      for (const message of await conversation.forgetDue()) gone.add(message);
      await conversation.forgetUpTo(forgotten[id] ?? 0, true);
    }
  }

  async function tendAll(): Promise<void> {
    if (stopped) return;
    await tendDevice();
    await unstar();
    for (const conversation of all.values()) await conversation.keepRecord();
    await tendRecords(ctx, history, endOfRecord);
    const due = [...all.values()].filter((conversation) => conversation.hasDuties());
    if (due.length > 0) await renewKeys(due);
    const removed = new Set((ctx.vault.read().removed ?? []).map(({ device }) => device));
    for (const conversation of due) await conversation.finishForgetting(removed);
    await takeOutKeys();
  }

  /** A conversation that was closed without a word, as by an account that was deleted, ends when that is seen. */
  function endOfRecord(id: Id): number | undefined {
    const conversation = all.get(id);
    const record = conversation && recordOf(conversation.folded());
    if (!record || record.until !== undefined) return record?.until;
    return conversation.summary().state === "ended" ? yearsAfter(ctx.now(), record.years) : undefined;
  }

  async function unstar(): Promise<void> {
    const { stars = {} } = ctx.vault.read();
    const went = [...gone];
    if (Object.values(stars).flat().some((message) => gone.has(message))) {
      await ctx.vault.update((vault) => ({
        ...vault, stars: Object.fromEntries(Object.entries(vault.stars ?? {}).map(([id, ids]) => [id, ids.filter((message) => !gone.has(message))])),
      }));
    }
    for (const message of went) gone.delete(message);
  }

  /** Keys that live long could open a Welcome, and by it what came after. */
  async function renewKeys(due: readonly Conversation[]): Promise<void> {
    const reserve = ctx.vault.read().reserve?.deviceId;
    const leaves = due.flatMap((conversation) => {
      const group = conversation.group();
      return group ? members(group).map((member) => toHex(member.deviceId)) : [];
    });
    if (reserve !== undefined && leaves.includes(reserve)) await renewReserve(ctx);
    const last = await ctx.store.get(RENEWED);
    if (last && ctx.now() - Number(new TextDecoder().decode(last)) < LAST_RESORT_EVERY) return;
    await renewLastResort(ctx.transport, ctx.store, ctx.device);
    await ctx.store.put([[RENEWED, new TextEncoder().encode(ctx.now().toString())]]);
  }

  /** The keys of the history under which nothing is left. */
  async function takeOutKeys(): Promise<void> {
    const now = ctx.now();
    const past = (stream: Id) => (lane: string): boolean => (endOfLane(lane, all.get(stream)?.folded().keeping ?? keptForGood) ?? Number.POSITIVE_INFINITY) <= now;
    const { historyKeys = {} } = ctx.vault.read();
    const streams = Object.entries(historyKeys).filter(([stream, lanes]) => Object.keys(lanes).some(past(stream))).map(([stream]) => stream);
    if (streams.length > 0) await ctx.vault.update((vault) => streams.reduce((v, stream) => withoutLanes(v, stream, past(stream)), vault));
  }

  function tend(): Promise<void> {
    const run = running.then(tendAll, tendAll);
    running = run.then(() => void (failures = 0), () => void failures++);
    void running.then(plan);
    return run;
  }

  function plan(): void {
    clearTimeout(timer);
    if (stopped) return;
    const records = Object.entries(ctx.vault.read().records ?? {}).filter(([, record]) => record.identity !== "");
    const ends = [...[...all.values()].map((conversation) => conversation.nextEnd()), ...records.map(([, { until }]) => until)].filter((end) => end !== undefined);
    const duties = [...all.values()].some((conversation) => conversation.hasDuties()) || records.some(([id, { until }]) => until === undefined && endOfRecord(id) !== undefined);
    if (ends.length === 0 && !duties) return;
    const next = duties ? SOON : Math.max(0, Math.min(LOOK_EVERY, ...ends.map((end) => end - ctx.now())));
    timer = setTimeout(() => void tend().catch(() => undefined), failures > 0 ? Math.max(next, backOff(failures)) : next);
  }

  return {
    tendDevice,
    tend,
    plan,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
