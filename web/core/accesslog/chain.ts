/**
 * The chain of links as one device has it: what it read and verified, how far that goes,
 * and which links it signed itself. What does not hold is refused with its code.
 */
import type { Id } from "../api.ts";
import { fromHex, fromUtf8, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultAccess } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type Link, openLink, PLACES } from "./link.ts";

/** How far this device is. */
export interface State {
  readonly n: number;
  readonly hash: string;
  /** Where the last links stand, the last first. */
  readonly places: readonly number[];
  readonly taken: number;
  readonly at: number;
  /** Devices that were the account's for certain when this one saw them. */
  readonly trusted: readonly Id[];
  /** What was counted after a note, by its number. */
  readonly more: Readonly<Record<number, number>>;
}

/** Where the vault says that the chain ends. */
type End = Pick<VaultAccess, "n" | "hash" | "seq">;

const STATE = "access/state";
const LINK = "access/link/";
const MINE = "access/mine/";
/** A device that is new reads so many links, and more when somebody asks. */
export const WINDOW = 60;
export const NONE: State = { n: 0, hash: "", places: [], taken: 0, at: 0, trusted: [], more: {} };

const linkName = (n: number): string => LINK + n.toString().padStart(9, "0");
export const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));

export type Chain = ReturnType<typeof createChain>;

export function createChain(ctx: CoreContext) {
  const me = toHex(ctx.device.deviceId);
  const streamId = fromHex(ctx.vault.read().historyStream);

  async function state(): Promise<State | undefined> {
    const kept = await ctx.store.get(STATE);
    return kept && (JSON.parse(fromUtf8(kept)) as State);
  }

  async function links(): Promise<readonly Link[]> {
    return (await ctx.store.list(LINK)).map(([, value]) => JSON.parse(fromUtf8(value)) as Link);
  }

  async function linkAt(seq: number): Promise<{ readonly link: Link | undefined; readonly ciphertext: Uint8Array }> {
    const { records: [record] } = await ctx.transport.stream.read({ streamId, after: BigInt(seq - 1), limit: 1 });
    const ciphertext = record && record.seq === BigInt(seq) ? record.ciphertext : new Uint8Array();
    return { ciphertext, link: await openLink(ctx.accountId, ctx.vault.read(), ciphertext) };
  }

  /** The links from one back to a number, as far as they are there and follow each other; the last first. */
  async function reach(from: End, downTo: number): Promise<readonly Link[]> {
    const found: Link[] = [];
    let [next, wanted, places] = [from.n, from.hash, [from.seq] as readonly number[]];
    while (next >= downTo && next > 0) {
      const page = await Promise.all(places.slice(0, next - downTo + 1).map(linkAt));
      if (page.length === 0) return found;
      for (const { link } of page) {
        if (link?.n !== next || link.hash !== wanted) return found;
        found.push(link);
        [next, wanted, places] = [link.n - 1, link.before, link.places];
      }
    }
    return found;
  }

  /** The same, where all have to be there, and this device to know of those in its name. */
  async function walk(from: End, downTo: number): Promise<readonly Link[]> {
    const found = await reach(from, downTo);
    for (const link of found) await refuseForeign(link);
    if (found.length < from.n - downTo + 1) throw new CoreError("access_broken");
    return found;
  }

  /** What this device signed it keeps a mark of, before it is sent. */
  async function refuseForeign(link: Link): Promise<void> {
    if (link.device === me && !(await ctx.store.get(MINE + link.hash))) throw new CoreError("access_foreign");
  }

  /**
   * How to go on where a person accepted on another device of theirs what the server
   * shows: that device, which this one knows, says so in a link, and which links are
   * lost by it. Without it nobody could begin anew but once on each device.
   */
  async function begunAnew(before: State): Promise<State | undefined> {
    const head = ctx.vault.read().access;
    if (!head || head.hash === before.hash) return undefined;
    const found = await walk(head, Math.max(1, head.n - WINDOW + 1));
    const [first] = found.slice(-1);
    const there = found.findIndex(({ hash }) => hash === before.hash);
    const later = there < 0 ? found : found.slice(0, there);
    const says = ({ device, events }: Link): boolean => before.trusted.includes(device) && events.some((event) => event.kind === "anew" && (there >= 0 || event.lost.includes(before.hash)));
    if (!first || !later.some(says)) return undefined;
    await drop((await links()).filter(({ n }) => n >= first.n));
    return keep({ ...before, more: {} }, found, head.seq);
  }

  const drop = (gone: readonly Link[]): Promise<void> => ctx.store.put(gone.map(({ n }) => [linkName(n), undefined] as const));

  /** Follows the chain to where the vault says that it ends. */
  async function follow(before: State | undefined): Promise<State> {
    const head = ctx.vault.read().access;
    if (!head) {
      if (before && before.n > 0) throw new CoreError("access_older");
      return before ?? NONE;
    }
    if (before && head.n < before.n) throw new CoreError("access_older");
    if (before && head.n === before.n) {
      if (head.hash !== before.hash) throw new CoreError("access_broken");
      return before;
    }
    const found = await walk(head, before ? before.n + 1 : Math.max(1, head.n - WINDOW + 1));
    if (before && found.at(-1)?.before !== before.hash) throw new CoreError("access_broken");
    return keep(before ?? NONE, found, head.seq);
  }

  /** Keeps what was verified, the last link first. */
  async function keep(before: State, found: readonly Link[], seq: number): Promise<State> {
    const [last] = found;
    if (!last) return before;
    const more = { ...before.more };
    for (const event of found.toReversed().flatMap(({ events }) => events)) if (event.kind === "more") more[event.number] = event.more;
    const next = { ...before, n: last.n, hash: last.hash, places: [seq, ...last.places].slice(0, PLACES), taken: last.taken, at: last.at, more };
    await put(found, next);
    return next;
  }

  /** Keeps links as they are, and how far that goes. */
  const put = (found: readonly Link[], next?: State): Promise<void> =>
    ctx.store.put([...found.map((link) => [linkName(link.n), json(link)] as const), ...(next ? [[STATE, json(next)] as const] : [])]);

  /** This device signed these, or a person said that it may have. */
  const mine = (signed: readonly Link[]): Promise<void> => ctx.store.put(signed.map(({ hash }) => [MINE + hash, Uint8Array.of(1)] as const));

  return { streamId, state, links, linkAt, reach, walk, refuseForeign, begunAnew, drop, follow, keep, put, mine };
}
