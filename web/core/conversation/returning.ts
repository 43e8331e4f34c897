/**
 * Knowing somebody again who lost passphrase and recovery code.
 *
 * While they talk, both sides agree on a code word. Who then lost every way in
 * signs up anew, and names in the new request the former pseudonym and that
 * word. The practitioner's device compares; the practitioner may then vouch: both
 * are shown that the new conversation continues the former one, and the former
 * one's owner, should they be there after all, sees it and can object. What was
 * said before stays where it was.
 *
 * A word that several requests guessed at is no proof any more: after
 * MOST_CODE_WORD_ATTEMPTS wrong ones for a conversation none is compared. All of it is made
 * of what stands in the practitioner's conversations, so that each of their
 * devices tells the same, and the client is told nothing.
 */
import { type Id, MOST_CODE_WORD_ATTEMPTS, type Returning } from "../api.ts";
import { equalBytes, sha256, utf8 } from "../bytes.ts";
import { normalisePseudonym, parseLoginName } from "../pseudonym.ts";
import type { Folded } from "./fold.ts";

/** A conversation of the practitioner, as far as it matters here. */
export interface Candidate {
  readonly id: Id;
  readonly client: Id;
  readonly folded: Folded;
}

/** What is compared of a code word: compatibility forms, accents and other marks, case, spaces and dashes do not matter. */
export function normaliseCodeWord(word: string): string {
  return word.normalize("NFKD").toLowerCase().replace(/[\p{M}\s\p{Pd}_.]+/gu, "");
}

function sameWord(a: string, b: string): boolean {
  return equalBytes(sha256(utf8(normaliseCodeWord(a))), sha256(utf8(normaliseCodeWord(b))));
}

/** The pseudonym in what was typed, be it that or the whole login name. */
function nameOf(typed: string): string {
  return parseLoginName(typed)?.pseudonym ?? normalisePseudonym(typed);
}

/** What came of a request that says somebody was here before; undefined where none says so. */
export function returningOf(asked: Candidate, all: readonly Candidate[]): Returning | undefined {
  const told = asked.folded.request?.returning;
  if (!told) return undefined;
  const name = nameOf(told.name);
  const claims = all
    .filter(({ folded }) => folded.request?.returning && nameOf(folded.request.returning.name) === name)
    .sort((a, b) => (a.folded.request?.at ?? 0) - (b.folded.request?.at ?? 0) || (a.id < b.id ? -1 : 1));
  const attempts = claims.findIndex(({ id }) => id === asked.id) + 1;
  const named = all.filter(({ client, folded }) => client !== asked.client && nameOf(folded.request?.clientName ?? "") === name);
  const worded = named.filter(({ folded }) => folded.codeWord.agreed !== undefined);
  const fits = (claim: Candidate): Candidate | undefined => {
    const word = claim.folded.request?.returning?.word ?? "";
    const fitting = worded.map((each) => sameWord(each.folded.codeWord.agreed ?? "", word));
    return worded[fitting.indexOf(true)];
  };
  if (named.length === 0) return { name: told.name, attempts, check: "nobody" };
  if (worded.length === 0) return { name: told.name, attempts, check: "no-word" };
  const wrongBefore = claims.slice(0, attempts - 1).filter((claim) => !fits(claim)).length;
  if (wrongBefore >= MOST_CODE_WORD_ATTEMPTS) return { name: told.name, attempts, check: "too-many" };
  const former = fits(asked);
  return former ? { name: told.name, attempts, check: "matches", former: former.id } : { name: told.name, attempts, check: "differs" };
}
