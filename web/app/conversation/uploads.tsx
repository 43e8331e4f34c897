/** Choosing a file to send, and those on their way. */
import { useRef } from "preact/hooks";
import type { Id, Upload } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Action, useWork } from "../kit/form.tsx";
import { core, uploads } from "../state.ts";
import { sendable } from "./sendable.ts";

/** Sends the files one after another; the first refusal ends it. */
export function useSending(id: Id) {
  const chosen = useRef<readonly File[]>([]);
  const { busy, failure, start } = useWork(async () => {
    for (const file of chosen.current) await core.sendFile(id, await sendable(file));
  });
  const sendFiles = (files: Iterable<File> | null | undefined) => {
    chosen.current = [...(files ?? [])];
    if (chosen.current.length > 0) void start();
  };
  return { busy, failure, sendFiles };
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
