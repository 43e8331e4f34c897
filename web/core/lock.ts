/**
 * One core a browser: two windows that advanced the same MLS group would use
 * its keys twice. The lock is the browser's own (Web Locks); it ends with the
 * window that holds it, however that ends, and can be taken over.
 */
const NAME = "alcove-core";
/** A page that was left for this one lets go of it a moment later, on a busy device after more than one. */
const LEAVES_WITHIN = 3_000;

export interface Lock {
  /** False when another window holds it. */
  acquire(): Promise<boolean>;
  /** Takes it from whoever holds it. */
  steal(): Promise<void>;
  /** Called when another window took it from this one. */
  onLost(listener: () => void): void;
}

/** The browser's lock. */
export function createWebLock(): Lock {
  const listeners = new Set<() => void>();
  let held = false;

  function request(options: LockOptions): Promise<boolean> {
    return new Promise((answer, fail) => {
      navigator.locks.request(NAME, options, (lock) => {
        held = lock !== null;
        answer(held);
        // Held until the window ends: this promise is never settled.
        return held ? new Promise<never>(() => undefined) : undefined;
      }).catch((error: unknown) => {
        if (options.signal?.aborted && !held) return answer(false);
        if (!held) return fail(error);
        held = false;
        for (const listener of listeners) listener();
      });
    });
  }

  return {
    acquire: async () => held || (await request({ signal: AbortSignal.timeout(LEAVES_WITHIN) })),
    async steal() {
      if (!held) await request({ steal: true });
    },
    onLost: (listener) => void listeners.add(listener),
  };
}
