/** A file that somebody sent: a picture to look at, a voice message to listen to, anything else to save. */
import { useEffect, useState } from "preact/hooks";
import type { Id, SentFile } from "../../core/api.ts";
import { errorText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { useWork } from "../kit/form.tsx";
import { later } from "../kit/later.tsx";
import { sizeText } from "../kit/size.ts";
import { core, downloads } from "../state.ts";

const VoicePart = later(async () => (await import("../voice/voice_part.tsx")).VoicePart);

export interface FileProps {
  readonly conversation: Id;
  readonly message: Id;
  readonly file: SentFile;
}

export function SentFilePart(props: FileProps) {
  const { file } = props;
  const [open, setOpen] = useState(false);
  if (file.voice !== undefined) return <VoicePart {...props} voice={file.voice} />;
  if (file.preview === undefined) return <FileCard {...props} />;
  return <>
    <button type="button" class="picture" aria-label={t("picture-open", { name: file.name })} onClick={() => setOpen(true)}><img src={file.preview} alt="" /></button>
    {open && <Picture {...props} onClose={() => setOpen(false)} />}
  </>;
}

export function FileCard({ conversation, message, file }: FileProps) {
  const { busy, failure, start } = useWork(async () => save(await core.attachment(conversation, message), file.name));
  return <div class="file">
    <span class="file-name"><bdi>{file.name}</bdi></span>
    <span class="quiet">{sizeText(file.size)}</span>
    {busy ? <Fetching message={message} name={file.name} />
      : <button type="button" class="button button-quiet button-small" aria-label={t("file-save-of", { name: file.name })} onClick={() => void start()}>{t("file-save")}</button>}
    <span role="alert">{failure && failure !== "cancelled" && <span class="field-error">{errorText(failure)}</span>}</span>
  </div>;
}

/** How far a file came, and how to give it up. */
export function Fetching({ message, name }: { readonly message: Id; readonly name: string }) {
  const { done, total } = downloads.value.find((each) => each.message === message) ?? { done: 0, total: 1 };
  return <span class="fetching">
    <progress value={done} max={total} aria-label={t("file-fetching-of", { name })} />
    <button type="button" class="button button-quiet button-small" aria-label={t("file-fetching-cancel", { name })} onClick={() => void core.cancelAttachment(message)}>{t("cancel")}</button>
  </span>;
}

function Picture({ conversation, message, file, onClose }: FileProps & { readonly onClose: () => void }) {
  const [picture, setPicture] = useState<Blob | undefined>(undefined);
  const [url, setUrl] = useState<string | undefined>(undefined);
  const { failure, start } = useWork(async () => setPicture(await core.attachment(conversation, message)));
  useEffect(() => void start(), []);
  useEffect(() => {
    if (!picture) return undefined;
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return <Dialog title={file.name} onClose={onClose}>
    <div role="alert">{failure && failure !== "cancelled" && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    <img class="picture-whole" src={url ?? file.preview} alt={file.name} aria-busy={!picture && !failure} />
    {!picture && !failure && <p><Fetching message={message} name={file.name} /></p>}
    {picture && <p class="actions"><button type="button" class="button button-quiet" onClick={() => save(picture, file.name)}>{t("file-save")}</button></p>}
  </Dialog>;
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
