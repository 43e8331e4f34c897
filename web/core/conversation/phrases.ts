/** What a practitioner writes again and again: kept in the vault, for all devices of the account. */
import { type Core, MAX_PHRASE_LENGTH } from "../api.ts";
import type { CoreContext, VaultContents } from "../context.ts";
import { CoreError } from "../errors.ts";
import { saying } from "./payload.ts";

/** The vault has only so much room. */
const MOST = 50;

export type PhraseMethods = Pick<Core, "phrases" | "setPhrase">;

export function createPhrases(ctx: CoreContext): PhraseMethods {
  return {
    phrases: async () => ctx.vault.read().phrases ?? [],
    async setPhrase(was, next) {
      if (ctx.vault.read().role !== "practitioner") throw new CoreError("not_allowed");
      const text = next === undefined ? undefined : saying(next).trim();
      if (text !== undefined && text.length > MAX_PHRASE_LENGTH) throw new CoreError("phrase_too_long");
      await ctx.vault.update((vault) => withPhrase(vault, was, text));
    },
  };
}

/** A phrase in place of another, which may be gone since, or without one of the two. */
function withPhrase(vault: VaultContents, was: string | undefined, next: string | undefined): VaultContents {
  const before = vault.phrases ?? [];
  const place = was === undefined ? -1 : before.indexOf(was);
  const others = before.filter((each) => each !== was && each !== next);
  if (next === undefined) return { ...vault, phrases: others };
  if (others.length >= MOST) throw new CoreError("too_many_phrases");
  return { ...vault, phrases: others.toSpliced(place === -1 ? others.length : Math.min(place, others.length), 0, next) };
}
