/** Whether this browser can record a voice message, and as what. */

/** What is written, and what the other side plays; the first that this browser can write. */
const TYPES = ["audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/ogg;codecs=opus"] as const;

export const typeHere = (): string | undefined => TYPES.find((type) => MediaRecorder.isTypeSupported(type));

export const canRecord = (): boolean => "mediaDevices" in navigator && "MediaRecorder" in globalThis && typeHere() !== undefined;
