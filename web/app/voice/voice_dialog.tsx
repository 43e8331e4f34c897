/**
 * Recording a voice message: nothing begins by itself, and nobody hears it
 * before it is sent. Until then it is in this window's memory alone: whoever
 * locks, leaves or closes the window destroys it. A window that is hidden while
 * it records stops at once and throws away what it heard; what was ended before
 * waits there to be sent.
 */
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { type Id, LOUDEST, MAX_VOICE_MS } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { useWork } from "../kit/form.tsx";
import { codeOf, core } from "../state.ts";
import { clockText, Player } from "./player.tsx";
import { endingOf, record, type Recorded, type Recorder } from "./recorder.ts";

type Stage = "before" | "asking" | "recording" | "paused" | "hidden" | "after" | "leaving";
/** Told in a sentence; the others can be seen in what there is to do. */
const SEEN: ReadonlySet<Stage> = new Set(["asking", "hidden", "after", "leaving"]);
/** So long before the end it is told. */
const TOLD = 60_000;

export function VoiceDialog({ conversation, onClose }: { readonly conversation: Id; readonly onClose: () => void }) {
  const [stage, setStage] = useState<Stage>("before");
  const [failure, setFailure] = useState("");
  const [recorded, setRecorded] = useState<Recorded | undefined>(undefined);
  const recorder = useRef<Recorder | undefined>(undefined);
  const alive = useRef(true);
  const main = useRef<HTMLButtonElement>(null);

  const stop = async () => {
    const running = recorder.current;
    if (!running) return;
    recorder.current = undefined;
    const made = await running.stop();
    if (!alive.current) return;
    setRecorded(made);
    setStage("after");
  };
  const discard = () => {
    recorder.current?.discard();
    recorder.current = undefined;
  };
  const begin = async () => {
    setFailure("");
    setStage("asking");
    try {
      const begun = await record(() => void stop());
      if (!alive.current) return begun.discard();
      if (document.visibilityState === "hidden") {
        begun.discard();
        return setStage("hidden");
      }
      recorder.current = begun;
      setRecorded(undefined);
      setStage("recording");
    } catch (error) {
      setFailure(codeOf(error));
      setStage(recorded ? "after" : "before");
    }
  };
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState !== "hidden" || !recorder.current) return;
      discard();
      setStage("hidden");
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      alive.current = false;
      document.removeEventListener("visibilitychange", onHidden);
      discard();
    };
  }, []);
  // Each stage has one thing to do next; whoever uses the keyboard finds it under their fingers, once the dialog is open.
  useEffect(() => {
    const frame = requestAnimationFrame(() => main.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [stage]);

  /** The first attempt to close asks, when something would be lost. */
  const leave = (event?: Event) => {
    if (!recorded && !recorder.current) return onClose();
    if (stage === "leaving") return onClose();
    event?.preventDefault();
    void stop().then(() => setStage("leaving"));
  };
  const sending = useWork(async () => {
    if (!recorded) return;
    const { content, voice } = recorded;
    await core.sendFile(conversation, { name: `${t("voice-message")}${endingOf(content.type)}`, type: content.type, content, voice });
    onClose();
  });

  return <Dialog title={t("voice-message")} onClose={leave}>
    <p class={SEEN.has(stage) ? undefined : "visually-hidden"} role="status">{t(`voice-${stage}`)}</p>
    {(stage === "before" || stage === "hidden") && <p>{t("voice-text")}</p>}
    {(stage === "recording" || stage === "paused") && recorder.current && <Live recorder={recorder.current} paused={stage === "paused"} />}
    {stage === "after" && recorded && <Player voice={recorded.voice} label={t("voice-yours")} sound={async () => recorded.content} />}
    <div role="alert">{(failure || sending.failure) && <p class="notice notice-danger">{errorText(failure || sending.failure)}</p>}</div>
    <p class="actions">
      {(stage === "before" || stage === "hidden") && <button ref={main} type="button" class="button" onClick={() => void begin()}>{t("voice-record")}</button>}
      {stage === "recording" && <button ref={main} type="button" class="button" onClick={() => void stop()}>{t("voice-stop")}</button>}
      {stage === "recording" && <button type="button" class="button button-quiet" onClick={() => { recorder.current?.pause(); setStage("paused"); }}>{t("voice-hold")}</button>}
      {stage === "paused" && <button ref={main} type="button" class="button" onClick={() => { recorder.current?.resume(); setStage("recording"); }}>{t("voice-go-on")}</button>}
      {stage === "paused" && <button type="button" class="button button-quiet" onClick={() => void stop()}>{t("voice-stop")}</button>}
      {stage === "after" && <button ref={main} type="button" class="button" aria-disabled={sending.busy} onClick={() => void sending.start()}>{t("voice-send")}</button>}
      {stage === "after" && <button type="button" class="button button-quiet" onClick={() => void begin()}>{t("voice-anew")}</button>}
      {stage === "leaving" && <button ref={main} type="button" class="button" onClick={() => setStage("after")}>{t("voice-keep")}</button>}
      {(stage === "after" || stage === "leaving") && <button type="button" class="button button-danger" onClick={onClose}>{t("voice-discard")}</button>}
    </p>
  </Dialog>;
}

/** What is heard just now, and for how long it was. */
function Live({ recorder, paused }: { readonly recorder: Recorder; readonly paused: boolean }) {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    const timer = setInterval(look, 100, undefined);
    return () => clearInterval(timer);
  }, [recorder]);
  const { level, ms } = recorder.now();
  const left = MAX_VOICE_MS - ms;
  return <>
    <p class="voice-live">
      <span class={paused ? "voice-dot" : "voice-dot voice-dot-on"} aria-hidden="true" />
      <strong>{t(paused ? "voice-paused" : "voice-recording")}</strong>
      <span role="timer" aria-label={t("voice-elapsed")}>{clockText(Math.floor(ms / 1_000))}</span>
      <meter min={0} max={LOUDEST} value={Math.round(level * LOUDEST)} aria-label={t("voice-level")} />
    </p>
    <p role="status">{left < TOLD ? t("voice-nearly-full") : ""}</p>
  </>;
}
