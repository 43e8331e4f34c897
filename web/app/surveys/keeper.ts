/** Keeps what is typed, at once or a moment after it was, and in any case before the screen goes. */
import { useEffect, useRef, useState } from "preact/hooks";
import { onKeepDrafts } from "../drafts.ts";

export type KeptState = "kept" | "keeping" | "failed";

export interface Keeper<T> {
  readonly state: KeptState;
  readonly put: (value: T) => void;
  /** Resolves once nothing waits, or it could not be kept. */
  readonly flush: () => Promise<void>;
}

/** Milliseconds without another letter, where keeping is a call to the server. */
export const PAUSE = 600;
const AGAIN = 5_000;

/** One call at a time, the newest value last; what failed is tried again. */
function keeping<T>(keep: (value: T) => Promise<void>, delay: number, onState: (state: KeptState) => void): Omit<Keeper<T>, "state"> {
  let waiting: { readonly value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const one = async (): Promise<void> => {
    const next = waiting;
    if (!next) return;
    waiting = undefined;
    try {
      await keep(next.value);
      if (!waiting) onState("kept");
    } catch {
      waiting ??= next;
      onState("failed");
      timer = setTimeout(() => void flush(), AGAIN);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running = running.then(one);
    return running;
  };
  return {
    put(value) {
      waiting = { value };
      onState("keeping");
      clearTimeout(timer);
      if (delay === 0) void flush();
      else timer = setTimeout(() => void flush(), delay);
    },
    flush,
  };
}

/**
 * `keep` is that of the first drawing: what it is about must not change while the component
 * lives. `delay`: 0 where it is kept on this device, for a page that is loaded anew is gone
 * before its worker keeps what waits.
 */
export function useKeeper<T>(keep: (value: T) => Promise<void>, delay: 0 | typeof PAUSE): Keeper<T> {
  const [state, setState] = useState<KeptState>("kept");
  const made = useRef<Omit<Keeper<T>, "state"> | undefined>(undefined);
  made.current ??= keeping(keep, delay, setState);
  const { flush } = made.current;
  useEffect(() => {
    const onHidden = () => { if (document.visibilityState === "hidden") void flush(); };
    const forget = onKeepDrafts(() => void flush());
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      forget();
      void flush();
    };
  }, []);
  return { ...made.current, state };
}
