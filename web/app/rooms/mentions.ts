/** Whom a message speaks to: by their name behind an @, which is offered while it is typed. */
import { type Id, MAX_MENTIONS, type RoomPerson } from "../../core/api.ts";

/** Offered at once. */
const OFFERED = 5;
/** An @ at the beginning of a word, and what is typed of the name up to here. */
const BEGUN = /(?<![\p{L}\p{N}])@([\p{L}\p{M}\p{N} '’-]{0,40})$/u;

/** Those whose names stand behind an @. A name that begins with another's is not the other's. */
export function mentionsIn(text: string, people: readonly RoomPerson[]): readonly Id[] {
  const found: Id[] = [];
  let rest = text;
  for (const { id, name } of [...people].sort((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(`@${name}`)) continue;
    found.push(id);
    rest = rest.replaceAll(`@${name}`, "");
  }
  return found.slice(0, MAX_MENTIONS);
}

/** What is begun before the caret, if it could become somebody's name. */
export function begunIn(before: string, people: readonly RoomPerson[]): { readonly typed: string; readonly who: readonly RoomPerson[] } | undefined {
  const [, typed] = BEGUN.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const start = typed.toLocaleLowerCase();
  const who = people.filter(({ name }) => name.toLocaleLowerCase().startsWith(start) && name !== typed).slice(0, OFFERED);
  return who.length > 0 ? { typed, who } : undefined;
}
