/** What is being written and not sent yet. */
import { useEffect, useRef, useState } from "preact/hooks";
import { onKeepDrafts } from "../drafts.ts";
import { codeOf } from "../state.ts";

const KEEP_EVERY = 300;

/** The text being written, kept on the device at once and then every moment in which it changes, and whenever the page may go. */
export function useDraft(kept: string, save: (text: string) => Promise<unknown>) {
  const [text, setText] = useState(kept);
  const draft = useRef({ text: kept, kept, underWay: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const now = draft.current;
    // Until what was sent is on the device, its draft is what keeps it.
    if (now.underWay > 0 || now.text === now.kept) return;
    now.kept = now.text;
    void save(now.text).catch(() => undefined);
  };
  const write = (next: string) => {
    draft.current.text = next;
    setText(next);
    if (timer.current !== undefined) return;
    // A page that is loaded anew is gone before its worker has kept anything.
    keep();
    timer.current = setTimeout(keep, KEEP_EVERY);
  };
  /** Empties the field for what comes next; answers with the code of a refusal, after which the words are back. */
  const sending = async (said: string, send: () => Promise<void>): Promise<string | undefined> => {
    draft.current.underWay++;
    write("");
    try {
      await send();
      return undefined;
    } catch (error) {
      write([said, draft.current.text].filter((part) => part !== "").join("\n"));
      return codeOf(error);
    } finally {
      draft.current.underWay--;
      keep();
    }
  };

  useEffect(() => {
    const onHidden = () => { if (document.visibilityState === "hidden") keep(); };
    const stopKeeping = onKeepDrafts(keep);
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      keep();
      stopKeeping();
      removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", onHidden);
    };
  }, []);
  return { text, write, sending };
}
