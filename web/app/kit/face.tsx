/** A practitioner's photograph, or the first letter of a name. */
export function Face({ name, photoOf, large = false }: { readonly name: string; readonly photoOf?: string; readonly large?: boolean }) {
  const className = large ? "face face-large" : "face";
  if (photoOf) return <img class={className} src={`/practitioners/${photoOf}/photo`} alt="" loading="lazy" />;
  const first = [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? "·";
  return <span class={className} aria-hidden="true">{first}</span>;
}
