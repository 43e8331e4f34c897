/** What stands above a live session: who is here, how long it lasts, what was kept from last time. */
import { useState } from "preact/hooks";
import type { ConversationView, LiveSession } from "../../core/api.ts";
import { t, timeText } from "../i18n.ts";
import { Confirm } from "../kit/confirm.tsx";
import { Action } from "../kit/form.tsx";
import { useTitle } from "../kit/screen.tsx";
import { deviceLock, lockNow } from "../nearby/lock.ts";
import { core } from "../state.ts";
import { ChangeEnd } from "./change_end.tsx";
import { Clock, softWord, useNow } from "./clock.tsx";
import { KeptWords } from "./kept_part.tsx";
import { steppedOut } from "./sitting.ts";

const MINUTE = 60_000;

export function LiveHead({ view, live }: { readonly view: ConversationView; readonly live: LiveSession }) {
  const heading = useTitle(t("conversation-title"));
  const now = useNow();
  const [asking, setAsking] = useState<"change" | "end" | undefined>(undefined);
  const { id, peer: { displayName: name } } = view.summary;
  const last = view.kept.find((each) => each.session !== live.id);
  const close = () => setAsking(undefined);
  return <header class="live-head">
    <button type="button" class="icon-button live-step-out" aria-label={t("live-step-out")} onClick={() => { steppedOut.value = live.id; }}><StepOutSign /></button>
    <div class="live-who">
      <h1 id="talk-with" class="h3" tabIndex={-1} ref={heading}>{t("live-with", { name })}</h1>
      <p class="quiet" role="status">{live.peerHere ? t("live-here", { name }) : ""}</p>
    </div>
    <Clock live={live} now={now} />
    <p class="actions live-actions">
      <button type="button" class="button button-quiet button-small" aria-haspopup="dialog" onClick={() => setAsking("change")}>{t("live-change")}</button>
      {deviceLock.value?.pin && <button type="button" class="button button-quiet button-small" onClick={() => void lockNow()}>{t("lock-now")}</button>}
      <button type="button" class="button button-small" aria-haspopup="dialog" onClick={() => setAsking("end")}>{t("live-end")}</button>
    </p>
    <p class="live-word" role="status" aria-live="polite">{softWord(live, now)}</p>
    {live.ask && <Asked view={view} live={live} ask={live.ask} />}
    {last && <details class="live-last" open={now - (live.beganAt ?? now) < 5 * MINUTE}>
      <summary>{t("live-from-last-time")}</summary>
      <KeptWords kept={last} name={name} />
    </details>}
    {asking === "change" && <ChangeEnd view={view} live={live} onClose={close} />}
    {asking === "end" && <Confirm title={t("live-end-title")} text={t("live-end-text", { name })} submit={t("live-end")} run={() => core.endLive(id)} onClose={close} />}
  </header>;
}

/** Smaller again. */
const StepOutSign = () => <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 9l7 7 7-7" /></svg>;

/** Another end that one side asks for. */
function Asked({ view, live, ask }: { readonly view: ConversationView; readonly live: LiveSession; readonly ask: NonNullable<LiveSession["ask"]> }) {
  const { id, peer: { displayName: name } } = view.summary;
  const time = timeText((live.beganAt ?? 0) + ask.minutes * MINUTE);
  return <div class="live-asked notice notice-clay">
    <p role="status">{t(ask.mine ? "live-asked-mine" : "live-asked-theirs", { name, time })}</p>
    <p class="actions">
      {!ask.mine && <Action kind="primary" run={() => core.answerLive(id, ask.id, true)}>{t("live-agree", { time })}</Action>}
      <Action run={() => core.answerLive(id, ask.id, false)}>{t(ask.mine ? "live-take-back" : "live-rather-not")}</Action>
    </p>
  </div>;
}
