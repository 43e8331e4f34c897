/**
 * Addresses in what somebody wrote. Nothing is fetched and nothing guessed: only
 * what begins with http:// or https:// is a link, and a link shows where it
 * leads. A host that could be taken for another one, because it mixes scripts
 * or is a number in disguise, is shown as the browser will ask for it.
 */

export interface Part {
  /** As it was written. */
  readonly text: string;
  /** Where it leads, and as what it is shown; only of a link. */
  readonly link?: { readonly href: string; readonly shown: string };
}

/** Scheme, host with port, and the rest up to white space, controls, invisible or quoting characters. */
const ADDRESS = /(?<![\p{L}\p{N}\p{M}_])(https?:\/\/)([^\s\p{C}\p{Z}/?#\\@<>"'`|^{}]+)((?:[/?#][^\s\p{C}\p{Z}\\<>"`|^{}]*)?)/giu;
/** Belongs to the sentence, not to the address it ends with. */
const ENDING = /[.,;:!?…'’”»*_~\p{Pi}]+$/u;
const BRACKETS: readonly (readonly [string, string])[] = [["(", ")"], ["[", "]"]];
/** Longer than this, an address is only text: no reader could look through it. */
const LONGEST = 2_000;

/** What was written, in parts whose texts together are the whole. */
export function linkParts(written: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of written.matchAll(ADDRESS)) {
    if (match[0].length > LONGEST || written[match.index + match[0].length] === "@") continue;
    const address = withoutEnding(match[0]);
    const link = linkOf(address);
    if (!link) continue;
    if (match.index > done) parts.push({ text: written.slice(done, match.index) });
    parts.push({ text: address, link });
    done = match.index + address.length;
  }
  if (done < written.length) parts.push({ text: written.slice(done) });
  return parts;
}

function withoutEnding(address: string): string {
  for (let now = address; ; ) {
    const unbalanced = BRACKETS.some(([open, close]) => now.endsWith(close) && now.split(close).length > now.split(open).length);
    const next = unbalanced ? now.slice(0, -1) : now.replace(ENDING, "");
    if (next === now) return now;
    now = next;
  }
}

function linkOf(address: string): Part["link"] {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  if (!/[.:]/u.test(url.hostname)) return undefined;
  const [, scheme = "", host = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/iu.exec(address) ?? [];
  const plain = host.toLowerCase() === url.host || host.toLowerCase() === `${url.hostname}:${url.protocol === "https:" ? 443 : 80}`;
  return { href: url.href, shown: plain ? address : `${scheme}${url.host}${rest}` };
}
