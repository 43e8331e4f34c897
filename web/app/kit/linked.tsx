/** What somebody wrote, with its addresses to be followed in a new tab that learns nothing of this one. */
import { linkParts } from "./links.ts";

export function Linked({ text }: { readonly text: string }) {
  return <>{linkParts(text).map((part) => (part.link ? <a href={part.link.href} dir="ltr" target="_blank" rel="noreferrer noopener">{part.link.shown}</a> : part.text))}</>;
}
