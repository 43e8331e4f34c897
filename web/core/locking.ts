/** Locking this browser: the methods of Core around PIN, passkey and lock. */
import type { Core, DeviceLock, LockChoice } from "./api.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import type { DeviceStore } from "./context.ts";
import { isPin } from "./device_lock.ts";
import { CoreError } from "./errors.ts";
import type { Session } from "./session.ts";
import type { BrowserStore } from "./storage.ts";

export type LockMethods = Pick<Core, "handedOver" | "lock" | "unlock" | "deviceLock" | "setPin" | "removePin" | "unlockByPasskey" | "setLockPasskey" | "removeLockPasskey" | "setLockChoice">;

const CHOICE = "lock/choice";
const KEPT_WITHIN = 1_000;
const FIRST_CHOICE: LockChoice = { after: 5, onHide: false };

export interface LockingDeps {
  readonly session: Session;
  readonly store: DeviceStore;
  readonly browser: BrowserStore | undefined;
  /** Resolves once everything that was handed over is on the device. */
  readonly kept: () => Promise<unknown>;
}

export function createLocking({ session, store, browser, kept }: LockingDeps): LockMethods {
  let last: Promise<unknown> = Promise.resolve();

  /** One after another: an attempt must be counted before the next begins. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  }

  function lockable(): BrowserStore {
    session.running();
    if (!browser || browser.traceless()) throw new CoreError("storage_unavailable");
    return browser;
  }

  async function choice(): Promise<LockChoice> {
    const chosen = await store.get(CHOICE);
    return chosen ? (JSON.parse(fromUtf8(chosen)) as LockChoice) : FIRST_CHOICE;
  }

  return {
    handedOver: async () => void (await kept()),
    lock: () => inTurn(async () => {
      // Locking does not wait for ever for what may never come.
      await Promise.race([kept(), new Promise((resolve) => setTimeout(resolve, KEPT_WITHIN))]);
      return session.lock();
    }),
    unlock: (pin) => inTurn(() => session.unlock(pin)),
    async deviceLock(): Promise<DeviceLock> {
      session.running();
      return { ...(await choice()), pin: false, ...(await browser?.lockedBy()) };
    },
    setPin: (pin) => inTurn(async () => {
      if (!isPin(pin)) throw new CoreError("pin_invalid");
      await lockable().setPin(pin, session.opened().key);
    }),
    removePin: () => inTurn(async () => lockable().removePin(session.opened().key)),
    unlockByPasskey: (secret) => inTurn(() => session.unlockByPasskey(secret)),
    setLockPasskey: (passkey, secret) => inTurn(async () => {
      if (secret.length !== 32) throw new CoreError("lock_passkey_wrong");
      await lockable().setPasskey(passkey, secret, session.opened().key);
    }),
    removeLockPasskey: () => inTurn(async () => lockable().removePasskey(session.opened().key)),
    async setLockChoice(next) {
      session.running();
      await store.put([[CHOICE, utf8(JSON.stringify(next))]]);
    },
  };
}
