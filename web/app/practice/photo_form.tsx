/** Practitioner: a photograph, looked at before it is used. */
import { useEffect, useId, useState } from "preact/hooks";
import { draftOf } from "../drafts.ts";
import { errorText, t } from "../i18n.ts";
import { Form, useFieldError, useWork } from "../kit/form.tsx";
import { Link } from "../kit/link.tsx";
import { core } from "../state.ts";
import { type PartProps, profilePath } from "./profile_parts.ts";
import { ProfilePhoto } from "./profile_photo.tsx";
import { shrunkJpeg } from "./shrink.ts";

/** Chosen and made small, not sent yet. */
const chosen = draftOf<Blob>();

export function PhotoForm({ profile, onProfile }: PartProps) {
  const [version, setVersion] = useState(0);
  const [sent, setSent] = useState(false);
  const photo = chosen.value;
  const name = profile.displayName || t("profile-part-photo");
  const run = async () => {
    await core.putPhoto(new Uint8Array(await photo!.arrayBuffer()));
    chosen.value = undefined;
    setVersion(version + 1);
    setSent(true);
    onProfile({ ...profile, hasPhoto: true });
  };
  return <>
    <p>{t("photo-text")}</p>
    <div class="photo-shown">
      {photo ? <Preview photo={photo} /> : <ProfilePhoto accountId={profile.accountId} name={name} hasPhoto={profile.hasPhoto} alt={t("photo-yours")} version={version} />}
    </div>
    {photo
      ? <Form submit={t("photo-use")} run={run} aside={<button type="button" class="button button-quiet" onClick={() => { chosen.value = undefined; }}>{t("cancel")}</button>}><Refusals /></Form>
      : <Choose again={profile.hasPhoto} onChosen={(blob) => { setSent(false); chosen.value = blob; }} />}
    <p role="status" class="form-status">{sent ? t("photo-saved") : ""}</p>
    {sent && !profile.consent && <p><Link to={profilePath("consent")}>{t("next-consent")}</Link></p>}
  </>;
}

const REFUSALS = ["image_too_large", "image_invalid"];

function Refusals() {
  const refusal = useFieldError(REFUSALS);
  return <p class="field-error" role="alert">{refusal}</p>;
}

function Preview({ photo }: { readonly photo: Blob }) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return <>{url && <img class="face face-large" src={url} alt={t("photo-preview")} />}<p class="quiet" role="status">{t("photo-preview-text")}</p></>;
}

function Choose({ again, onChosen }: { readonly again: boolean; readonly onChosen: (photo: Blob) => void }) {
  const id = useId();
  const [file, setFile] = useState<File | undefined>(undefined);
  const { busy, failure, start } = useWork(async () => { if (file) onChosen(await shrunkJpeg(file)); });
  useEffect(() => { if (file) void start(); }, [file]);
  return <div class="field">
    <label for={id}>{t(again ? "photo-choose-another" : "photo-choose")}</label>
    <p class="hint" id={`${id}-hint`}>{t("photo-hint")}</p>
    <input id={id} type="file" accept="image/jpeg,image/png,image/webp" aria-describedby={failure ? `${id}-hint ${id}-error` : `${id}-hint`} aria-invalid={failure ? true : undefined}
      aria-busy={busy} onChange={(event) => setFile(event.currentTarget.files?.[0])} />
    <p class="field-error" id={`${id}-error`} role="alert">{failure && errorText(failure)}</p>
  </div>;
}
