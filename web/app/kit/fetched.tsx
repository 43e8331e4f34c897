/** What has to be asked of the core before it can be shown. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { errorText, t } from "../i18n.ts";
import { Waiting } from "./screen.tsx";
import { codeOf } from "../state.ts";

type Fetch<T> =
  | { readonly state: "waiting" }
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "failed"; readonly code: string };

interface FetchedProps<T> {
  readonly from: () => Promise<T>;
  /** Another value looks for news without hiding what is shown. */
  readonly moment?: string;
  readonly children: (value: T, change: (value: T) => void) => ComponentChildren;
}

/**
 * Fetches, and fetches again quietly when the window is looked at again: what
 * is shown here others change too. What was changed here meanwhile stands.
 */
export function Fetched<T>({ from, moment, children }: FetchedProps<T>) {
  const [fetch, setFetch] = useState<Fetch<T>>({ state: "waiting" });
  const [attempt, setAttempt] = useState(0);
  const changes = useRef(0);
  const change = (value: T) => {
    changes.current++;
    setFetch({ state: "here", value });
  };
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const before = changes.current;
      let answer: Fetch<T>;
      try {
        answer = { state: "here", value: await from() };
      } catch (error) {
        answer = { state: "failed", code: codeOf(error) };
      }
      if (wanted && changes.current === before) setFetch((shown) => (answer.state === "failed" && shown.state === "here" ? shown : answer));
    };
    const onVisible = () => { if (document.visibilityState === "visible") void ask(); };
    void ask();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [attempt, moment]);
  const again = () => {
    setFetch({ state: "waiting" });
    setAttempt(attempt + 1);
  };
  switch (fetch.state) {
    case "waiting": return <Waiting text={t("starting")} />;
    case "here": return <>{children(fetch.value, change)}</>;
    case "failed": return <div role="alert">
      <p class="notice notice-danger">{errorText(fetch.code)}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={again}>{t("try-again")}</button></p>
    </div>;
  }
}
