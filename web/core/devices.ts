/**
 * The account's devices: what each is called, when it was last used, and how
 * one logs another out.
 *
 * The list lives in the vault, so the server has no names and cannot add to it.
 * To be logged out is a fact of the vault first: whoever of the account's
 * devices sees it ends the session, withdraws the key packages, and removes the
 * leaf wherever it still is. Each step may be repeated and done by any of them,
 * so nothing is lost when the one that began it goes away. What a person asked
 * for without connection waits on this device.
 */
import { type DeviceInfo, type DeviceKind, type Id, MAX_DEVICE_NAME_LENGTH } from "./api.ts";
import { fromHex, toHex } from "./bytes.ts";
import type { CoreContext, VaultContents, VaultDevice, VaultRemoval } from "./context.ts";
import { middleOf } from "./days_api.ts";
import { signRemoval } from "./device_credential.ts";
import { CoreError, hasCode } from "./errors.ts";

export interface DevicesArgs {
  readonly ctx: CoreContext;
  readonly kind: DeviceKind;
  /** SHA-256 of the token of this browser's session, hex. */
  readonly session: () => Id;
  /** This account's leaves in the conversations that are known here. */
  readonly leaves: () => readonly Id[];
  readonly removeLeaves: (devices: readonly Id[]) => Promise<void>;
}

export interface Devices {
  list(): Promise<readonly DeviceInfo[]>;
  /** Says in the vault that this device is here and was used today: a write a day at most, so that it tells nothing finer. */
  present(): Promise<void>;
  rename(id: Id, name: string): Promise<void>;
  confirm(id: Id): Promise<void>;
  remove(ids: readonly Id[]): Promise<void>;
  /** All that could be logged out from here. */
  others(): Promise<readonly Id[]>;
  /** Goes on with what was begun here or by another device. */
  finish(): Promise<void>;
  /** Takes this device out of the list; the others remove its leaves. */
  leave(): Promise<void>;
  /** True when another device logged this one out. */
  isRemoved(): boolean;
}

const ASKED = "devices/remove/";
/** How many of those logged out the vault remembers. */
const REMEMBERED = 32;
const DAY = 24 * 60 * 60 * 1000;

export function createDevices({ ctx, kind, session, leaves, removeLeaves }: DevicesArgs): Devices {
  const me = toHex(ctx.device.deviceId);
  let finishing: Promise<void> = Promise.resolve();
  let leaving = false;

  const today = (): number => dayOf(ctx.now());
  const inVault = (): Readonly<Record<Id, VaultDevice>> => ctx.vault.read().devices ?? {};
  const removed = (): readonly VaultRemoval[] => ctx.vault.read().removed ?? [];
  const isRemoved = (): boolean => !leaving && removed().some(({ device }) => device === me);

  async function asked(): Promise<readonly Id[]> {
    return (await ctx.store.list(ASKED)).map(([key]) => key.slice(ASKED.length));
  }

  /** Those that take part in conversations and never said what they are. */
  function nameless(): readonly Id[] {
    const known = new Set([...Object.keys(inVault()), ...removed().map(({ device }) => device), ctx.vault.read().reserve?.deviceId, me]);
    return leaves().filter((id) => !known.has(id));
  }

  async function others(): Promise<readonly Id[]> {
    return [...Object.keys(inVault()).filter((id) => id !== me), ...nameless()];
  }

  function change(id: Id, by: (device: VaultDevice) => VaultDevice): Promise<VaultContents> {
    return ctx.vault.update((v) => {
      const device = v.devices?.[id];
      return device ? { ...v, devices: { ...v.devices, [id]: by(device) } } : v;
    });
  }

  /** Ends what the server knows of devices that the vault says are logged out. */
  async function endAtServer(): Promise<void> {
    const pending = removed().filter((each) => each.pending !== undefined);
    if (pending.length === 0) return;
    const { identityPrivateKey, identityPublicKey } = ctx.vault.read();
    const identity = { privateKey: fromHex(identityPrivateKey), publicKey: fromHex(identityPublicKey) };
    const sessions = pending.flatMap(({ device, pending: hash }) =>
      hash ? [{ tokenHash: fromHex(hash), farewell: signRemoval(identity, fromHex(device)) }] : []);
    if (sessions.length > 0) await ctx.transport.account.endSessions({ sessions });
    for (const { device } of pending) await ctx.transport.account.removeDevice({ deviceId: fromHex(device) });
    const done = new Set(pending.map(({ device }) => device));
    await ctx.vault.update((v) => ({ ...v, removed: (v.removed ?? []).map((each) => (done.has(each.device) ? { device: each.device } : each)) }));
  }

  async function finishNow(): Promise<void> {
    if (leaving || isRemoved()) return;
    const wanted = await asked();
    if (wanted.length > 0) {
      await ctx.vault.update((v) => without(v, wanted));
      await ctx.store.put(wanted.map((id) => [ASKED + id, undefined] as const));
    }
    await endAtServer();
    if (removed().length > 0) await removeLeaves(removed().map(({ device }) => device));
  }

  function finish(): Promise<void> {
    const run = finishing.then(finishNow, finishNow);
    finishing = run.catch(() => undefined);
    return run;
  }

  function told(id: Id, leaving: boolean): DeviceInfo {
    const device = inVault()[id];
    if (!device) return { id, name: "", current: id === me, unconfirmed: false, leaving };
    const { name, since, lastUsed, confirmed } = device;
    const current = id === me;
    return {
      id, name, kind: device.kind, current, since: middleOf(since * DAY), lastUsed: coarse(today() - lastUsed),
      unconfirmed: !confirmed && !current, leaving,
    };
  }

  return {
    async list() {
      const leaving = new Set(await asked());
      const known = Object.entries(inVault()).filter(([id]) => id !== me).sort(([, a], [, b]) => b.lastUsed - a.lastUsed).map(([id]) => id);
      return [me, ...known, ...nameless()].map((id) => told(id, leaving.has(id)));
    },
    async present() {
      if (leaving || isRemoved()) return;
      const at = today();
      const used = session();
      await ctx.vault.update((v) => {
        const kept = v.devices?.[me];
        if (v.removed?.some(({ device }) => device === me)) return v;
        if (kept && kept.lastUsed === at && kept.session === used) return v;
        const confirmed = Object.keys(v.devices ?? {}).length === 0;
        const next = kept ? { ...kept, kind, lastUsed: at, session: used } : { name: "", kind, since: at, lastUsed: at, session: used, confirmed };
        return { ...v, devices: { ...v.devices, [me]: next } };
      });
    },
    async rename(id, name) {
      const chosen = name.trim();
      if (chosen.length > MAX_DEVICE_NAME_LENGTH) throw new CoreError("pseudonym_too_long");
      await change(id, (device) => ({ ...device, name: chosen }));
    },
    async confirm(id) {
      await change(id, (device) => ({ ...device, confirmed: true }));
    },
    async remove(ids) {
      const wanted = ids.filter((id) => id !== me && id !== ctx.vault.read().reserve?.deviceId);
      await ctx.store.put(wanted.map((id) => [ASKED + id, Uint8Array.of(1)] as const));
      await finish().catch((error: unknown) => {
        if (!hasCode(error, "offline")) throw error;
      });
    },
    others,
    finish,
    async leave() {
      leaving = true;
      await ctx.vault.update((v) => without(v, [me], false));
    },
    isRemoved,
  };
}

/** The vault without some devices, which it remembers as logged out; `pending` while the server has not heard of it. */
function without(v: VaultContents, ids: readonly Id[], pending = true): VaultContents {
  const gone = new Set(ids);
  const already = new Set(v.removed?.map(({ device }) => device));
  const more = ids.filter((id) => !already.has(id)).map((device): VaultRemoval => ({ device, ...(pending ? { pending: v.devices?.[device]?.session ?? "" } : {}) }));
  return {
    ...v,
    devices: Object.fromEntries(Object.entries(v.devices ?? {}).filter(([id]) => !gone.has(id))),
    removed: [...(v.removed ?? []), ...more].slice(-REMEMBERED),
  };
}

/** The day it is here, counted from 1970. */
function dayOf(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / DAY);
}

function coarse(days: number): NonNullable<DeviceInfo["lastUsed"]> {
  if (days <= 0) return "today";
  if (days < 7) return "week";
  return days < 31 ? "month" : "earlier";
}
