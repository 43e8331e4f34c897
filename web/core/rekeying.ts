/**
 * Replacing this device's keys everywhere, when the practice asks all devices to.
 *
 * Somebody may have copied what a device keeps, and would go on reading. An update
 * of the device's own path in each group (RFC 9420 §12.4) ends that: from the next
 * epoch on the copy opens nothing, once all whose keys were copied have done it.
 * So each device does it for itself, and a device that was away when it comes back.
 * In rooms a moderator's device does the same, and for who is a member, whose
 * commits nobody takes, at their device's asking (room/renewing.ts).
 *
 * With it go what lets others bring this device into a group: its key packages are
 * taken back and made anew, and a practitioner's reserve. The private halves of the
 * former stay for a day, because a Welcome to one of them may be on its way.
 *
 * It is the server that says that the practice asked. All it can do by that is to
 * have work done, once a day and not more often, by this device's own clock.
 *
 * Stored: `rekeying/asked`, and `rekeying/done/<stream>` while it is under way.
 */
import type { Id } from "./api.ts";
import { equalBytes, fromUtf8, toHex, utf8 } from "./bytes.ts";
import type { CoreContext } from "./context.ts";
import type { Conversation } from "./conversation/conversation.ts";
import { makeRenewal } from "./conversation/own_commit.ts";
import { renewReserve } from "./conversation/reserve.ts";
import { turns } from "./in_turn.ts";
import { formerKeyPackages, replaceKeyPackages } from "./keys.ts";
import { type Group, isActive, members, ownEncryptionKey } from "./mls.ts";
import type { Rooms } from "./room/index.ts";

/** What the server says: how often it was asked for, and on which day since 1970 last. */
export interface Asked {
  readonly number: number;
  readonly day: number;
}
export interface Rekeying {
  /** Does what is asked, if it was not done; resolves once that is done or put off. */
  see(asked: Asked): Promise<void>;
  stop(): void;
}
export interface RekeyingArgs {
  readonly ctx: CoreContext;
  readonly conversations: () => readonly Conversation[];
  /** Where the account has rooms. */
  readonly rooms: () => Promise<Rooms> | undefined;
}

/** What this device did last, or has begun. */
interface Kept extends Asked {
  /** By which later ones are told: the day it was asked for, but not after this device's own. */
  readonly counted: number;
  /** When it was begun, by this device's clock. */
  readonly began: number;
  readonly packages: boolean;
  readonly streams: boolean;
}

const DAY = 86_400_000;
const RETRY_AFTER = 30_000;
const ASKED = "rekeying/asked";
const DONE = "rekeying/done/";

const tagOf = ({ number, day }: Asked): string => `${day}/${number}`;

/** Days and not only numbers, because a server that was restored from a backup counts from there. */
function isNewer(asked: Asked, kept: Kept): boolean {
  if (tagOf(asked) === tagOf(kept)) return false;
  return asked.day > kept.counted || (asked.day === kept.counted && asked.number > kept.number);
}

export function createRekeying({ ctx, conversations, rooms }: RekeyingArgs): Rekeying {
  const { store, vault } = ctx;
  const inTurn = turns();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function load(): Promise<Kept | undefined> {
    const bytes = await store.get(ASKED);
    return bytes && (JSON.parse(fromUtf8(bytes)) as Kept);
  }
  async function keep(kept: Kept): Promise<Kept> {
    await store.put([[ASKED, utf8(JSON.stringify(kept))]]);
    return kept;
  }

  /** What is to be done by now; a new one is begun a day after the last at the earliest. */
  async function current(asked: Asked): Promise<Kept> {
    const kept = await load();
    const now = ctx.now();
    if (kept && (!isNewer(asked, kept) || Math.abs(now - kept.began) < DAY)) return kept;
    const today = Math.floor(now / DAY);
    // A device that came later has no keys from before.
    const since = vault.read().devices?.[toHex(ctx.device.deviceId)]?.since ?? 0;
    const before = since > asked.day;
    return keep({ ...asked, counted: Math.min(asked.day, today), began: now, packages: before, streams: before });
  }

  async function work(asked: Asked): Promise<void> {
    let kept = await current(asked);
    if (!kept.packages) {
      await replaceKeyPackages(ctx.transport, store, ctx.device);
      kept = await keep({ ...kept, packages: true });
    }
    if (!kept.streams) {
      await replaceReserve(tagOf(kept));
      await replaceEverywhere(tagOf(kept));
      const marks = await store.list(DONE);
      await store.put(marks.map(([name]) => [name, undefined]));
      kept = await keep({ ...kept, streams: true });
    }
    await forgetFormer(kept);
    // Asked for again too soon, or something of the former is still to go.
    const rest = isNewer(asked, kept) || (await formerKeyPackages(store)).length > 0;
    if (rest) later(asked, kept.began + DAY - ctx.now());
  }

  async function forgetFormer({ began }: Kept): Promise<void> {
    if (Math.abs(ctx.now() - began) >= DAY) await store.put((await formerKeyPackages(store)).map((name) => [name, undefined]));
  }

  /** One of the account's devices does it for all. */
  async function replaceReserve(tag: string): Promise<void> {
    const { reserve, rekeyed } = vault.read();
    if (!reserve || rekeyed === tag) return;
    await renewReserve(ctx);
    await vault.update((contents) => ({ ...contents, rekeyed: tag }));
  }

  /** One that fails keeps no other from its turn. */
  async function replaceEverywhere(tag: string): Promise<void> {
    const marked = new Set((await store.list(DONE)).filter(([, value]) => fromUtf8(value) === tag).map(([name]) => name));
    const done = (id: Id): Promise<void> => store.put([[DONE + id, utf8(tag)]]);
    const due = (id: Id): boolean => !stopped && !marked.has(DONE + id);
    let failure: unknown;
    for (const conversation of conversations()) {
      if (!due(conversation.id)) continue;
      await replaceIn(conversation).then(() => done(conversation.id)).catch((error: unknown) => (failure = error));
    }
    await (await rooms())?.renewKeys(due, done).catch((error: unknown) => (failure = error));
    if (failure) throw failure;
  }

  /** Takes with it the account's devices that were logged out, such as a former reserve. */
  async function replaceIn(conversation: Conversation): Promise<void> {
    const group = conversation.group();
    if (!group || !isActive(group)) return;
    const former = ownEncryptionKey(group);
    const gone = new Set((vault.read().removed ?? []).map(({ device }) => device));
    const isDue = (now: Group): boolean => equalBytes(ownEncryptionKey(now), former) || members(now).some((member) => gone.has(toHex(member.deviceId)));
    await conversation.commit(async (now) => (isDue(now) ? makeRenewal(ctx, now, gone) : undefined));
  }

  function later(asked: Asked, wait: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void see(asked), Math.min(Math.max(wait, 0), DAY));
  }

  function see(asked: Asked): Promise<void> {
    return inTurn(async () => {
      if (stopped) return;
      clearTimeout(timer);
      await work(asked).catch(() => later(asked, RETRY_AFTER));
    });
  }

  return {
    see,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
