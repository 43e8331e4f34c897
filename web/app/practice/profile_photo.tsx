/** A photograph that the public may not see yet, fetched by the core instead of by the page. */
import { useEffect, useState } from "preact/hooks";
import { Face } from "../kit/face.tsx";
import { core } from "../state.ts";

interface ProfilePhotoProps {
  readonly accountId: string;
  readonly name: string;
  readonly hasPhoto: boolean;
  readonly alt: string;
  /** Another value fetches again. */
  readonly version?: number;
}

/** Shows the first letter of the name while there is no photograph, and should it not arrive. */
export function ProfilePhoto({ accountId, name, hasPhoto, alt, version = 0 }: ProfilePhotoProps) {
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!hasPhoto) return;
    let made: string | undefined;
    let wanted = true;
    core.photo(accountId).then((jpeg) => {
      if (wanted) setUrl((made = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }))));
    }, () => undefined);
    return () => {
      wanted = false;
      setUrl(undefined);
      if (made) URL.revokeObjectURL(made);
    };
  }, [accountId, hasPhoto, version]);
  return url ? <img class="face face-large" src={url} alt={alt} /> : <Face size="large" name={name} />;
}
