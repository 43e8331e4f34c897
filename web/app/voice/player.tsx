/**
 * Plays a voice message: one at a time, from anywhere in it, as fast as one
 * likes to listen. How fast counts for all of them while the window is open;
 * nothing is kept of it.
 */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { LOUDEST, type Voice } from "../../core/api.ts";
import { errorText, language, t } from "../i18n.ts";
import { codeOf } from "../state.ts";

const SPEEDS = [1, 1.25, 1.5, 2] as const;
const speed = signal<(typeof SPEEDS)[number]>(1);

/** What is heard at the moment; whatever begins silences it. */
let heard: HTMLAudioElement | undefined;

interface PlayerProps {
  readonly voice: Voice;
  /** Whose it is, for who does not see it. */
  readonly label: string;
  /** Brings the sound when it is first asked for. */
  readonly sound: () => Promise<Blob>;
  /** Stands in for the controls while the sound is brought. */
  readonly meanwhile?: ComponentChildren;
  /** Offered besides, where this browser cannot play it. */
  readonly unplayable?: ComponentChildren;
}

export function Player({ voice, label, sound, meanwhile, unplayable }: PlayerProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const url = useRef<string | undefined>(undefined);
  const [state, setState] = useState<"still" | "coming" | "playing">("still");
  const [at, setAt] = useState(0);
  const [failure, setFailure] = useState("");
  const whole = voice.ms / 1_000;

  useEffect(() => () => {
    audio.current?.pause();
    if (heard === audio.current) heard = undefined;
    if (url.current) URL.revokeObjectURL(url.current);
  }, []);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed.value;
  }, [speed.value, state]);
  useEffect(() => {
    if (state !== "playing") return undefined;
    const timer = setInterval(() => setAt(Math.min(whole, audio.current?.currentTime ?? 0)), 100);
    return () => clearInterval(timer);
  }, [state]);

  const play = async () => {
    const element = audio.current;
    if (!element || state === "coming") return;
    setFailure("");
    try {
      if (!url.current) {
        setState("coming");
        const made = URL.createObjectURL(await sound());
        if (!audio.current) return URL.revokeObjectURL(made);
        url.current = made;
        await load(element, made);
      }
      if (heard && heard !== element) heard.pause();
      heard = element;
      const from = at >= whole ? 0 : at;
      if (Math.abs(element.currentTime - from) > 0.2) element.currentTime = from;
      element.playbackRate = speed.value;
      await element.play();
    } catch (error) {
      setState("still");
      // A browser that wants one more touch before it makes a sound gets it with the next.
      if (!(error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError"))) setFailure(codeOf(error));
    }
  };
  const seek = (to: number) => {
    setAt(to);
    if (audio.current && url.current) audio.current.currentTime = to;
  };
  const playing = state === "playing";
  return <div class="voice" role="group" aria-label={label}>
    <audio ref={audio} preload="auto" onPlay={() => setState("playing")} onPause={() => setState("still")} onEnded={() => { setState("still"); setAt(whole); }} />
    {state === "coming" && meanwhile ? meanwhile : <button type="button" class="icon-button voice-play" aria-label={t(playing ? "voice-pause" : "voice-play")} aria-disabled={state === "coming"} onClick={() => (playing ? audio.current?.pause() : void play())}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={playing ? "M8 5v14M16 5v14" : "M8 5l11 7-11 7z"} /></svg>
    </button>}
    <span class="voice-line">
      <Wave levels={voice.levels} part={whole > 0 ? at / whole : 0} />
      <input type="range" min={0} max={whole} step={0.1} value={at} aria-label={t("voice-place")} aria-valuetext={t("voice-place-of", { at: clockText(at), whole: clockText(whole) })}
        onInput={(event) => seek(event.currentTarget.valueAsNumber)} />
    </span>
    <span class="voice-time quiet">{clockText(at > 0 && at < whole ? at : whole)}</span>
    <select class="voice-speed" aria-label={t("voice-speed")} value={String(speed.value)} onInput={(event) => { speed.value = SPEEDS[event.currentTarget.selectedIndex] ?? 1; }}>
      {SPEEDS.map((each) => <option key={each} value={String(each)}>{t("voice-times", { speed: new Intl.NumberFormat(language.value).format(each) })}</option>)}
    </select>
    <div role="alert">{failure && failure !== "cancelled" && <p class="field-error">{errorText(failure)}</p>}</div>
    {failure === "voice_unplayable" && unplayable}
  </div>;
}

/** Makes the sound ready; rejects with "voice_unplayable". A recording that was never told its own length is read to its end once. */
function load(audio: HTMLAudioElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const given = new AbortController();
    const { signal: ends } = given;
    const done = () => { given.abort(); resolve(); };
    audio.addEventListener("error", () => { given.abort(); reject({ code: "voice_unplayable" }); }, { signal: ends });
    audio.addEventListener("loadedmetadata", () => {
      if (Number.isFinite(audio.duration)) return done();
      audio.addEventListener("seeked", () => { audio.currentTime = 0; done(); }, { signal: ends, once: true });
      audio.currentTime = Number.MAX_SAFE_INTEGER;
    }, { signal: ends });
    audio.src = url;
  });
}

function Wave({ levels, part }: { readonly levels: readonly number[]; readonly part: number }) {
  const count = Math.max(1, levels.length);
  return <svg class="voice-wave turns" viewBox={`0 0 ${count * 4} 32`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {levels.map((level, i) => {
      const height = 3 + (level / LOUDEST) * 27;
      return <rect key={i} class={i < part * count ? "voice-heard" : undefined} x={i * 4 + 1} y={(32 - height) / 2} width={2.5} height={height} rx={1.2} />;
    })}
  </svg>;
}

/** "1:05" */
export function clockText(seconds: number): string {
  const whole = Math.round(seconds);
  const two = new Intl.NumberFormat(language.value, { minimumIntegerDigits: 2 });
  return `${new Intl.NumberFormat(language.value).format(Math.floor(whole / 60))}:${two.format(whole % 60)}`;
}
