/** A file that somebody sent: a picture to look at, anything else to save. */
import { useEffect, useState } from "preact/hooks";
import type { Id, SentFile } from "../../core/api.ts";
import { errorText, numberText, t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { useWork } from "../kit/form.tsx";
import { core } from "../state.ts";

interface FileProps {
  readonly conversation: Id;
  readonly message: Id;
  readonly file: SentFile;
}

export function SentFilePart(props: FileProps) {
  const { file } = props;
  const [open, setOpen] = useState(false);
  if (file.preview === undefined) return <FileCard {...props} />;
  return <>
    <button type="button" class="picture" aria-label={t("picture-open", { name: file.name })} onClick={() => setOpen(true)}><img src={file.preview} alt="" /></button>
    {open && <Picture {...props} onClose={() => setOpen(false)} />}
  </>;
}

function FileCard({ conversation, message, file }: FileProps) {
  const { busy, failure, start } = useWork(async () => save(await core.attachment(conversation, message), file.name));
  return <div class="file">
    <span class="file-name"><bdi>{file.name}</bdi></span>
    <span class="quiet">{sizeText(file.size)}</span>
    <button type="button" class="button button-quiet button-small" aria-disabled={busy} aria-label={busy ? undefined : t("file-save-of", { name: file.name })} onClick={() => void start()}>{t(busy ? "file-fetching" : "file-save")}</button>
    <span role="alert">{failure && <span class="field-error">{errorText(failure)}</span>}</span>
  </div>;
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
    <div role="alert">{failure && <p class="notice notice-danger">{errorText(failure)}</p>}</div>
    <img class="picture-whole" src={url ?? file.preview} alt={file.name} aria-busy={!picture && !failure} />
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

const UNITS = ["byte", "kilobyte", "megabyte"] as const;

function sizeText(size: number): string {
  const unit = size < 1_000 ? 0 : size < 1_000_000 ? 1 : 2;
  return numberText(size / 1_000 ** unit, { style: "unit", unit: UNITS[unit], unitDisplay: unit === 0 ? "long" : "short", maximumSignificantDigits: 3 });
}
