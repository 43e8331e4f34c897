/** What has to be asked of the core before it can be shown. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { errorText, t } from "../i18n.ts";
import { Waiting } from "../kit/screen.tsx";
import { codeOf } from "../state.ts";

type Fetch<T> =
  | { readonly state: "waiting" }
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "failed"; readonly code: string };

interface FetchedProps<T> {
  readonly from: () => Promise<T>;
  readonly children: (value: T, change: (value: T) => void) => ComponentChildren;
}

/** Fetches once; what is shown may be changed afterwards, and fetched again when it failed. */
export function Fetched<T>({ from, children }: FetchedProps<T>) {
  const [fetch, setFetch] = useState<Fetch<T>>({ state: "waiting" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFetch({ state: "waiting" });
    from().then(
      (value) => { if (wanted) setFetch({ state: "here", value }); },
      (error: unknown) => { if (wanted) setFetch({ state: "failed", code: codeOf(error) }); },
    );
    return () => { wanted = false; };
  }, [attempt]);
  switch (fetch.state) {
    case "waiting": return <Waiting text={t("starting")} />;
    case "here": return <>{children(fetch.value, (value) => setFetch({ state: "here", value }))}</>;
    case "failed": return <div role="alert">
      <p class="notice notice-danger">{errorText(fetch.code)}</p>
      <p class="actions"><button type="button" class="button button-quiet" onClick={() => setAttempt(attempt + 1)}>{t("try-again")}</button></p>
    </div>;
  }
}
