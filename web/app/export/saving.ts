/** Saving something of the account as one JSON file, locked as the person chose; the access log is told. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { AccessExport } from "../../core/api.ts";
import { core } from "../state.ts";
import { lockOf, NO_LOCK } from "./lock_choice.tsx";

export interface Making {
  readonly at: number;
  /** Told after each answer: how much is in the file. */
  readonly tell: (done: number) => void;
  /** Whoever makes the file rejects with "cancelled" once it was given up. */
  readonly given: AbortSignal;
}

export function useSaving(what: AccessExport, make: (making: Making) => Promise<Blob>) {
  const [chosen, setChosen] = useState(NO_LOCK);
  const [done, setDone] = useState<number | undefined>(undefined);
  const given = useRef<AbortController | undefined>(undefined);
  const cancel = () => given.current?.abort();
  useEffect(() => cancel, []);
  const run = async () => {
    const lock = await lockOf(chosen);
    const at = Date.now();
    const { signal } = (given.current = new AbortController());
    try {
      const file = await make({ at, tell: setDone, given: signal });
      const locked = lock ? await core.lockExport(file, lock) : file;
      if (signal.aborted) throw { code: "cancelled" };
      // Loaded only now, as for a conversation.
      const { save } = await import("./archive.ts");
      save(locked, `alcove-${new Date(at).toISOString().slice(0, 10)}.json${lock ? ".age" : ""}`);
      void core.noteExport(what).catch(() => undefined);
    } finally {
      setDone(undefined);
    }
  };
  return { chosen, setChosen, done, cancel, run };
}
