/** A choice that is changed at once: shown as it was chosen until the room says so too, or it was refused. */
import { useEffect, useState } from "preact/hooks";
import { codeOf } from "../../state.ts";

export function useChange<T>(now: T, run: (next: T) => Promise<unknown>) {
  const [chosen, setChosen] = useState<{ readonly value: T } | undefined>(undefined);
  const [failure, setFailure] = useState("");
  useEffect(() => setChosen(undefined), [now]);
  const change = (value: T): void => {
    setFailure("");
    setChosen({ value });
    run(value).catch((error: unknown) => {
      setChosen(undefined);
      setFailure(codeOf(error));
    });
  };
  return { shown: chosen ? chosen.value : now, failure, change };
}
