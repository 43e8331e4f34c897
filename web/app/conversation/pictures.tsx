/**
 * Pictures before they are sent: looked at once more, and of each one can say
 * that its file shall go as it is, with what the camera wrote into it.
 */
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Dialog } from "../kit/dialog.tsx";
import { Check } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import { shrunkJpeg } from "../practice/shrink.ts";
import { isPicture } from "./sendable.ts";

/** A file to be sent; `original`: as it is. */
export interface Chosen {
  readonly file: File;
  readonly original: boolean;
}

interface PicturesProps {
  readonly files: readonly File[];
  readonly send: (chosen: readonly Chosen[]) => Promise<void>;
  readonly onClose: () => void;
}

const SHOWN = 320;

export function Pictures({ files, send, onClose }: PicturesProps) {
  const [originals, setOriginals] = useState<ReadonlySet<File>>(new Set());
  const choose = (file: File, on: boolean) => setOriginals((before) => new Set(on ? [...before, file] : [...before].filter((each) => each !== file)));
  const run = async () => {
    await send(files.map((file) => ({ file, original: originals.has(file) })));
    onClose();
  };
  return <Dialog title={t("pictures-title")} onClose={onClose}>
    <p>{t("pictures-text")}</p>
    <Form submit={t("pictures-send", { count: files.length })} run={run} busyText={t("pictures-busy")}
      aside={<button type="button" class="button button-quiet" onClick={onClose}>{t("cancel")}</button>}>
      <ul class="pictures">{files.map((file, i) => <li key={i}>
        {isPicture(file) ? <OnePicture file={file} original={originals.has(file)} onOriginal={(on) => choose(file, on)} /> : <p class="file-name" dir="auto">{file.name}</p>}
      </li>)}</ul>
    </Form>
  </Dialog>;
}

function OnePicture({ file, original, onOriginal }: { readonly file: File; readonly original: boolean; readonly onOriginal: (on: boolean) => void }) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  const [drawable, setDrawable] = useState(true);
  useEffect(() => {
    let made: string | undefined;
    let wanted = true;
    void shrunkJpeg(file, SHOWN).then((picture) => { if (wanted) setUrl((made = URL.createObjectURL(picture))); }, () => { if (wanted) setDrawable(false); });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [file]);
  return <>
    {url && <img src={url} alt="" />}
    <p class="file-name" dir="auto">{file.name}</p>
    {!drawable && <p class="notice">{t("picture-not-drawable")}</p>}
    <Check label={t("picture-original")} hint={original ? undefined : t("picture-original-hint")} checked={original} onChecked={onOriginal} />
    <div role="status">{original && <p class="notice notice-danger">{t("picture-original-warning")}</p>}</div>
  </>;
}
