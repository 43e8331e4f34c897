/** Choosing files to send, by a button, by pasting or by dropping them, and those on their way. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Id, Upload } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Action, useWork } from "../kit/form.tsx";
import { core, uploads } from "../state.ts";
import { type Chosen, Pictures } from "./pictures.tsx";
import { isPicture, sendable } from "./sendable.ts";

/**
 * Sends the files one after another, those that are chosen meanwhile behind them. One
 * that is refused keeps none of the others. Pictures are looked at before.
 */
export function useSending(id: Id) {
  const waiting = useRef<readonly Chosen[]>([]);
  const [asking, setAsking] = useState<readonly File[]>([]);
  const sendWaiting = async () => {
    const refusals: unknown[] = [];
    for (let next = waiting.current[0]; next; next = waiting.current[0]) {
      waiting.current = waiting.current.slice(1);
      await sendable(next.file, next.original).then((file) => core.sendFile(id, file)).catch((error: unknown) => refusals.push(error));
    }
    if (refusals.length > 0) throw refusals[0];
  };
  const { busy, failure, start } = useWork(sendWaiting);
  // What was chosen just as the last one had gone.
  useEffect(() => { if (!busy && waiting.current.length > 0) void start(); }, [busy]);
  const send = async (files: readonly Chosen[]) => {
    waiting.current = [...waiting.current, ...files];
    await start();
  };
  const sendFiles = (files: Iterable<File> | null | undefined) => {
    const chosen = [...(files ?? [])];
    if (chosen.some(isPicture)) setAsking(chosen);
    else if (chosen.length > 0) void send(chosen.map((file) => ({ file, original: false })));
  };
  const dialog = asking.length > 0 && <Pictures files={asking} send={send} onClose={() => setAsking([])} />;
  return { busy, failure, sendFiles, dialog };
}

/** Files that are dropped anywhere on the conversation. Answers whether some are held above it. */
export function useDropped(inside: RefObject<HTMLElement | null>, wanted: boolean, onDropped: (files: FileList) => void): boolean {
  const [above, setAbove] = useState(false);
  const take = useRef(onDropped);
  take.current = onDropped;
  useEffect(() => {
    const talk = inside.current?.closest<HTMLElement>(".talk");
    if (!talk || !wanted) return undefined;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setAbove(true);
    };
    const leave = (event: DragEvent) => { if (!talk.contains(event.relatedTarget as Node | null)) setAbove(false); };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setAbove(false);
      if (event.dataTransfer) take.current(event.dataTransfer.files);
    };
    talk.addEventListener("dragover", over);
    talk.addEventListener("dragleave", leave);
    talk.addEventListener("drop", drop);
    return () => {
      talk.removeEventListener("dragover", over);
      talk.removeEventListener("dragleave", leave);
      talk.removeEventListener("drop", drop);
    };
  }, [wanted]);
  return above;
}

export function AttachButton({ busy, onChosen }: { readonly busy: boolean; readonly onChosen: (files: FileList | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return <>
    <button type="button" class="icon-button" aria-label={t("attach")} aria-disabled={busy} onClick={() => { if (!busy) input.current?.click(); }}>
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M8 12.5l6.5-6.5a3 3 0 0 1 4.3 4.3l-8.6 8.6a5 5 0 0 1-7.1-7.1L11 4" /></svg>
    </button>
    <input ref={input} type="file" multiple hidden onChange={(event) => { onChosen(event.currentTarget.files); event.currentTarget.value = ""; }} />
  </>;
}

export function Uploads({ conversation }: { readonly conversation: Id }) {
  const own = uploads.value.filter((upload) => upload.conversation === conversation);
  if (own.length === 0) return null;
  return <ul class="uploads" aria-label={t("uploads")}>{own.map((upload) => <UploadLine key={upload.id} upload={upload} />)}</ul>;
}

function UploadLine({ upload }: { readonly upload: Upload }) {
  const { id, name, done, total, failure } = upload;
  return <li class="upload">
    <span class="upload-name"><bdi>{name}</bdi></span>
    {failure ? <p class="field-error" role="alert">{errorText(failure)}</p> : <progress value={done} max={total} aria-label={t("upload-progress", { name })} />}
    {failure && <Action run={() => core.retryUpload(id)} label={t("upload-retry-of", { name })}>{t("upload-retry")}</Action>}
    <Action run={() => core.cancelUpload(id)} label={t("upload-cancel-of", { name })}>{t("cancel")}</Action>
  </li>;
}
