/**
 * Other keys for the leaves of a room, when the practice asks all devices (rekeying.ts).
 *
 * Who leads makes an empty commit. A member has no commits here, and had better have
 * none: the server cannot tell a commit that all can follow from one that nobody can,
 * and the latter would end the room's talk for everybody. So a member's device makes a
 * key package and says in the room that it is meant for its leaf; a moderator's device
 * removes that leaf and adds it anew by one commit (RFC 9420 §12.2), and the member
 * goes on by the Welcome behind it. Many are answered by one commit.
 *
 * A key package is for the very leaf it names by its key, so none is used twice or too
 * late. Until the leaf is another one its device asks again, once what it said is not
 * kept in the room any more; a moderator that was away answers when it is back.
 *
 * Stored: `room/<id>/renewal`, as long as something is wanted there.
 */
import type { Id } from "../api.ts";
import { equalBytes, fromBase64url, fromUtf8, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { StoreWrite } from "../conversation/history.ts";
import { hasCode } from "../errors.ts";
import { encryptionKey, generateKeyPackages, type Group, isActive, members, MlsRefusal, ownEncryptionKey, ownLeaf, replaceLeaves, ROOM_SUITE, updateOwnKeys } from "../mls.ts";
import { randomBelow } from "../random.ts";
import { type Addressee, addresseeIn, joinedBy } from "./entrance.ts";
import { type FoldedRoom, renewalKey } from "./fold.ts";
import type { House } from "./house.ts";

/** A key package that a member's device made, with its private half. */
interface Made {
  readonly keyPackage: string;
  readonly private: string;
  /** The leaf's encryption key in whose place it would come. */
  readonly former: string;
  /** False for one that was made before the practice asked last, and may have been copied, too. */
  readonly current: boolean;
}

export interface Renewing {
  /** This device wants other keys in a room; resolves when that is kept. */
  want(id: Id): Promise<void>;
  /** Sees to what there is to be done in a room by now. */
  look(id: Id): void;
  stop(): void;
}

/** How many leaves are replaced by one commit. */
const MOST_REPLACED = 32;
/** How often the leaf of one device is replaced in a day, as far as this browser knows: each time costs everybody a commit. */
const MOST_A_DAY = 3;
const DAY = 86_400_000;
/** Everybody is asked at once: the larger the room, the longer what they do is spread. */
const SPREAD_EACH = 200;
const RETRY_AFTER = 30_000;

const renewalName = (id: Id): string => `room/${id}/renewal`;

async function load({ ctx }: Pick<House, "ctx">, id: Id): Promise<readonly Made[] | undefined> {
  const kept = await ctx.store.get(renewalName(id));
  return kept && (JSON.parse(fromUtf8(kept)) as readonly Made[]);
}
const writing = (id: Id, made: readonly Made[] | undefined): StoreWrite => [renewalName(id), made && utf8(JSON.stringify(made))];

/** Where a Welcome leads that is for one of the key packages this device made, and what is to be written for it. */
export async function letInAnew({ ctx }: Pick<House, "ctx">, id: Id, { device }: Addressee, welcome: Uint8Array): Promise<{ readonly group: Group; readonly write: StoreWrite } | undefined> {
  for (const made of (await load({ ctx }, id)) ?? []) {
    const group = await joinedBy(id, { device, keyPackage: fromBase64url(made.private) }, welcome);
    // One that may have been copied was used before another came: more is wanted.
    if (group) return { group, write: writing(id, made.current ? undefined : []) };
  }
  return undefined;
}

interface Due {
  readonly keyPackage: string;
  /** Whose leaf it is. */
  readonly device: Id;
}

/** The key packages by which others' leaves are to be replaced. */
function dueIn(group: Group, { renewals }: FoldedRoom): readonly Due[] {
  if (renewals.size === 0) return [];
  return members(group).flatMap(({ leaf, accountId, deviceId }) => {
    const keyPackage = leaf === ownLeaf(group) ? undefined : renewals.get(renewalKey(toHex(accountId), toBase64url(encryptionKey(group, leaf))));
    return keyPackage === undefined ? [] : { keyPackage, device: toHex(deviceId) };
  });
}

export function createRenewing(house: House, leads: (id: Id) => boolean): Renewing {
  const { ctx, find, stream, kept, post } = house;
  const timers = new Map<Id, ReturnType<typeof setTimeout>>();
  /** Rooms in which nothing is wanted for this device. */
  const content = new Set<Id>();
  /** What cannot be used, though it was said to be for a leaf. */
  const unfit = new Set<string>();
  /** How often leaves were replaced, or were to be, on a day. */
  const replacements = new Map<string, number>();
  /** What was said since this browser began, and may be on its way. */
  const said = new Set<string>();
  let stopped = false;

  async function wanted(id: Id): Promise<readonly Made[] | undefined> {
    const made = content.has(id) ? undefined : await load(house, id);
    if (!made) content.add(id);
    return made;
  }

  /** The group, where something can be done in it now. */
  function groupIn(id: Id): Group | undefined {
    const room = find(id);
    const group = room.group();
    return group && isActive(group) && !room.asked() && !stream(id).closed && stream(id).members.length > 0 ? group : undefined;
  }

  // ---- who is a member ---------------------------------------------------------

  /** What is meant for this device's leaf as it is now. */
  function madeFor(group: Group, all: readonly Made[]): Made | undefined {
    const now = toBase64url(ownEncryptionKey(group));
    return all.find(({ current, former }) => current && former === now);
  }

  function isSaid(id: Id, made: Made): boolean {
    const { me, folded } = find(id);
    return said.has(made.keyPackage) || folded().renewals.get(renewalKey(me, made.former)) === made.keyPackage;
  }

  async function ask(id: Id): Promise<void> {
    const [group, all] = [groupIn(id), await wanted(id)];
    if (!group || !all) return;
    const made = madeFor(group, all) ?? (await make(id, group, all));
    if (isSaid(id, made)) return;
    said.add(made.keyPackage);
    await post(id, { type: "new-keys", keyPackage: made.keyPackage, former: made.former });
  }

  /** On the device before it is said. Those that were made for the same leaf stay: one of them may be used before this one is heard. */
  async function make(id: Id, group: Group, all: readonly Made[]): Promise<Made> {
    const { device } = await addresseeIn(ctx, id, kept(id));
    const former = toBase64url(ownEncryptionKey(group));
    const [fresh] = await generateKeyPackages(device, 1, false, ROOM_SUITE);
    if (!fresh) throw new RangeError("no key package");
    const made: Made = { keyPackage: toBase64url(fresh.publicMessage), private: toBase64url(fresh.private), former, current: true };
    await ctx.store.put([writing(id, [made, ...all.filter((each) => each.former === former)])]);
    return made;
  }

  // ---- who leads ---------------------------------------------------------------

  async function renewOwn(id: Id): Promise<void> {
    const room = find(id);
    const group = groupIn(id);
    if (!group || !(await wanted(id))) return;
    const former = ownEncryptionKey(group);
    await room.commit(async (now, { people }) =>
      equalBytes(ownEncryptionKey(now), former) ? { made: await updateOwnKeys(now), admit: [], remove: [], appoint: [], people: [...people.values()] } : undefined);
    await ctx.store.put([writing(id, undefined)]);
  }

  const onThisDay = (device: Id): string => `${Math.floor(ctx.now() / DAY)}/${device}`;
  const dueFor = (group: Group, folded: FoldedRoom): readonly Due[] =>
    dueIn(group, folded).filter(({ keyPackage, device }) => !unfit.has(keyPackage) && (replacements.get(onThisDay(device)) ?? 0) < MOST_A_DAY);

  function replaceOthers(id: Id): Promise<void> {
    return find(id).commit(async (now, folded) => {
      const made = await replaced(now, dueFor(now, folded).slice(0, MOST_REPLACED));
      return made && { made, admit: [], remove: [], appoint: [], people: [...folded.people.values()] };
    });
  }

  /** All of them by one commit; where one spoils that, the first that can be alone. */
  async function replaced(group: Group, due: readonly Due[]) {
    for (const chosen of [due, ...due.map((each) => [each])]) {
      if (chosen.length === 0) continue;
      try {
        const made = await replaceLeaves(group, chosen.map(({ keyPackage }) => fromBase64url(keyPackage)));
        for (const { device } of chosen) replacements.set(onThisDay(device), (replacements.get(onThisDay(device)) ?? 0) + 1);
        return made;
      } catch (error) {
        if (!(error instanceof MlsRefusal)) throw error;
        for (const { keyPackage } of chosen.length === 1 ? chosen : []) unfit.add(keyPackage);
      }
    }
    return undefined;
  }

  // ---- when --------------------------------------------------------------------

  async function isDue(id: Id): Promise<boolean> {
    const group = groupIn(id);
    if (!group) return false;
    if (leads(id) && dueFor(group, find(id).folded()).length > 0) return true;
    const all = await wanted(id);
    const made = all && madeFor(group, all);
    return all !== undefined && (leads(id) || made === undefined || !isSaid(id, made));
  }

  async function work(id: Id): Promise<void> {
    if (!leads(id)) return ask(id);
    await renewOwn(id);
    const group = groupIn(id);
    if (group && dueFor(group, find(id).folded()).length > 0) await replaceOthers(id);
  }

  function later(id: Id, wait: number): void {
    clearTimeout(timers.get(id));
    if (stopped) return;
    timers.set(id, setTimeout(() => {
      work(id).then(() => done(id)).catch((error: unknown) => {
        // Left meanwhile.
        if (hasCode(error, "room_not_found")) timers.delete(id);
        else later(id, RETRY_AFTER);
      });
    }, wait));
  }

  /** What came meanwhile was not considered. */
  function done(id: Id): void {
    timers.delete(id);
    look(id);
  }

  async function consider(id: Id): Promise<void> {
    if (stopped || timers.has(id) || !(await isDue(id)) || timers.has(id)) return;
    const longest = SPREAD_EACH * find(id).folded().people.size;
    later(id, longest / 2 + randomBelow(longest / 2 + 1));
  }

  const look = (id: Id): void => void consider(id).catch(() => undefined);

  return {
    async want(id) {
      const made = (await load(house, id)) ?? [];
      await ctx.store.put([writing(id, made.map((each) => ({ ...each, current: false })))]);
      content.delete(id);
      look(id);
    },
    look,
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
