/**
 * Records a voice message in this browser: in memory alone, under no name. What
 * is taken of the sound besides is how loud it was, for the picture that the
 * message carries; both are made here.
 */
import { LOUDEST, MAX_VOICE_LEVELS, MAX_VOICE_MS, type Voice } from "../../core/api.ts";
import { typeHere } from "./can_record.ts";

export interface Recorded {
  readonly content: Blob;
  readonly voice: Voice;
}

export interface Recorder {
  pause(): void;
  resume(): void;
  /** Ends the recording; the microphone is off from now on. */
  stop(): Promise<Recorded>;
  /** The same, and nothing is kept. */
  discard(): void;
  /** How loud it is now, 0 to 1, and how much was recorded. */
  now(): { readonly level: number; readonly ms: number };
}

/** Enough for speech; a minute is some 240 KB. */
const BITS_PER_SECOND = 32_000;
const LISTEN_EVERY = 50;

export const endingOf = (type: string): string => `.${type.replace("audio/", "").replace("mp4", "m4a")}`;

/** Asks for the microphone and begins. Rejects with "microphone_refused", "microphone_missing" or "microphone_failed". */
export async function record(onEnded: () => void): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } }).catch((error: unknown) => {
    throw { code: refusalOf(error) };
  });
  const ear = listenTo(stream);
  const recorder = new MediaRecorder(stream, { mimeType: typeHere()!, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  const heard: number[] = [];
  let [before, since] = [0, performance.now()];
  let level = 0;
  const ms = () => Math.min(MAX_VOICE_MS, Math.round(before + (recorder.state === "recording" ? performance.now() - since : 0)));
  const listening = setInterval(() => {
    if (recorder.state !== "recording") return;
    heard.push((level = ear.level()));
    if (ms() >= MAX_VOICE_MS) onEnded();
  }, LISTEN_EVERY);
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  // The microphone was taken away: what there is stays.
  for (const track of stream.getTracks()) track.addEventListener("ended", onEnded);

  const hold = () => {
    before = ms();
    level = 0;
  };
  const release = () => {
    clearInterval(listening);
    for (const track of stream.getTracks()) track.stop();
    ear.close();
  };
  recorder.start();
  since = performance.now();
  return {
    pause() {
      if (recorder.state !== "recording") return;
      hold();
      recorder.pause();
    },
    resume() {
      if (recorder.state !== "paused") return;
      recorder.resume();
      since = performance.now();
    },
    stop: () => new Promise((resolve) => {
      const done = () => {
        release();
        const [type = ""] = recorder.mimeType.split(";");
        resolve({ content: new Blob(parts, { type }), voice: { ms: Math.round(before), levels: levelsOf(heard) } });
      };
      if (recorder.state === "inactive") return done();
      if (recorder.state === "recording") hold();
      recorder.addEventListener("stop", done, { once: true });
      recorder.stop();
    }),
    discard() {
      release();
      parts.length = 0;
      if (recorder.state !== "inactive") recorder.stop();
    },
    now: () => ({ level, ms: ms() }),
  };
}

function refusalOf(error: unknown): string {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError": return "microphone_refused";
    case "NotFoundError": return "microphone_missing";
    default: return "microphone_failed";
  }
}

/** Tells how loud a stream is, 0 to 1: the root mean square of its last moment, spread so that quiet speech is seen. */
function listenTo(stream: MediaStream): { readonly level: () => number; readonly close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  const samples = new Float32Array(analyser.fftSize);
  context.createMediaStreamSource(stream).connect(analyser);
  void context.resume();
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(1, Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length) * 4);
    },
    close: () => void context.close(),
  };
}

/** The picture of a recording: the loudest moment of each of its parts. */
export function levelsOf(heard: readonly number[]): readonly number[] {
  const count = Math.min(MAX_VOICE_LEVELS, heard.length);
  return Array.from({ length: count }, (_, i) => {
    const part = heard.slice(Math.floor((i * heard.length) / count), Math.max(Math.floor(((i + 1) * heard.length) / count), Math.floor((i * heard.length) / count) + 1));
    return Math.round(Math.max(...part) * LOUDEST);
  });
}
