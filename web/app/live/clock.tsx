/** A calm clock: minutes, never seconds; a soft word when the end comes near. */
import { useEffect, useState } from "preact/hooks";
import type { LiveSession } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";

const MINUTE = 60_000;
const LOOK_EVERY = 5_000;

/** Looks at the clock now and then, and whenever the window is seen again. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
}

export const minutesLeft = (live: LiveSession, now: number): number => Math.max(0, Math.ceil((live.end - now) / MINUTE));

export function Clock({ live, now }: { readonly live: LiveSession; readonly now: number }) {
  const left = minutesLeft(live, now);
  const part = Math.min(1, Math.max(0, (live.end - now) / (live.minutes * MINUTE)));
  return <div class="live-clock">
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle class="live-clock-whole" cx="20" cy="20" r="16" />
      <circle class="live-clock-left" cx="20" cy="20" r="16" pathLength="100" stroke-dasharray={`${Math.round(part * 100)} 100`} transform="rotate(-90 20 20)" />
    </svg>
    <p><strong>{left > 0 ? t("live-left", { count: left }) : t("live-time-over")}</strong><br /><span class="quiet">{t("live-until", { time: timeText(live.end) })}</span></p>
  </div>;
}

/** Said once at each turn; empty in between, so that nothing else is read out. */
export function softWord(live: LiveSession, now: number): string {
  const left = minutesLeft(live, now);
  if (left === 0) return t("live-word-over");
  if (left <= 2) return t("live-word-two");
  return left <= 10 && live.minutes > 15 ? t("live-word-ten") : "";
}
