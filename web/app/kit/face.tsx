/** A practitioner's photograph, or the first letter of a name. */
import { useState } from "preact/hooks";

interface FaceProps {
  readonly name: string;
  /** Whose published photograph is shown, if there is one. */
  readonly photoOf?: string;
  readonly size?: "small" | "large";
}

export function Face({ name, photoOf, size }: FaceProps) {
  const [missing, setMissing] = useState(false);
  const className = size ? `face face-${size}` : "face";
  if (photoOf && !missing) return <img class={className} src={`/practitioners/${photoOf}/photo`} alt="" loading="lazy" onError={() => setMissing(true)} />;
  const first = [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? "·";
  return <span class={className} aria-hidden="true">{first}</span>;
}
