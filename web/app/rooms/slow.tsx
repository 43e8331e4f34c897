/** Slow mode, as who writes sees it: how long until one may write again. */
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";

const SECOND = 1_000;

export function SlowHint({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [until]);
  const left = Math.ceil((until - now) / SECOND);
  if (left <= 0) return null;
  // Seconds that run are seen; they would be read out without end.
  return <><span aria-hidden="true">{t("room-slow-left", { seconds: left })}</span><span class="visually-hidden">{t("room-slow-soon")}</span></>;
}
