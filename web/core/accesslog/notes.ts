/** What the server noted, opened: JSON in an age file to the account (protocol.md, "The access log"). */
import { ACCESS_NOTES } from "../access_api.ts";
import { fromUtf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import { CoreError } from "../errors.ts";
import { type AccessNote, AccessService } from "../gen/alcove/v1/access_pb.ts";
import { openSealed } from "../sealed.ts";
import type { AccessEvent, NoteKind } from "./link.ts";

const KINDS: ReadonlySet<string> = new Set(ACCESS_NOTES);

export interface Notes {
  readonly events: readonly AccessEvent[];
  /** The number of the last there ever was. */
  readonly last: number;
  /** How often something was done after a note that is only counted, by the note's number. */
  readonly counted: ReadonlyMap<number, number>;
}

/** The server keeps a note for 90 days; before that none may be missing. */
const KEPT_FOR = 89 * 86_400_000;

/** The number of the last note there ever was, as the server says. */
export async function lastNote(ctx: CoreContext): Promise<number> {
  return Number((await ctx.transport.client(AccessService).getNotes({})).last);
}

/**
 * All notes after one; `since`: when that was taken. Rejects with "access_older" where
 * the server knows fewer than were taken, and "access_broken" where one is missing that
 * time cannot have taken; if a person `accepted` that, those are told as missing.
 */
export async function notesAfter(ctx: CoreContext, taken: number, since: number, accepted: boolean): Promise<Notes> {
  const service = ctx.transport.client(AccessService);
  const events: AccessEvent[] = [];
  const counted = new Map<number, number>();
  function expired(from: number, to: number): void {
    if (!accepted && ctx.now() - since < KEPT_FOR) throw new CoreError("access_broken");
    events.push({ kind: "expired", from, to });
  }
  for (let after = taken; ;) {
    const page = await service.getNotes({ after: BigInt(after) });
    const last = Number(page.last);
    if (last < after) throw new CoreError("access_older");
    for (const { number, more } of page.counted) counted.set(Number(number), Number(more));
    if (page.notes.length === 0) {
      if (after < last) expired(after + 1, last);
      return { events, last, counted };
    }
    for (const [i, note] of page.notes.entries()) {
      const number = Number(note.number);
      // Time takes the oldest, and nothing in between.
      if (number <= after || number > last || (i > 0 && number > after + 1 && !accepted)) throw new CoreError("access_broken");
      if (number > after + 1) expired(after + 1, number - 1);
      events.push(await opened(ctx, note));
      after = number;
    }
  }
}

async function opened(ctx: CoreContext, { number, sealed }: AccessNote): Promise<AccessEvent> {
  const note = { kind: "note", number: Number(number) } as const;
  try {
    const said = JSON.parse(fromUtf8(await openSealed(ctx.vault.read().sealingIdentity, sealed))) as { readonly kind: string; readonly day: number; readonly session: string };
    if (!KINDS.has(said.kind) || !Number.isSafeInteger(said.day) || !/^[0-9a-f]{64}$/.test(said.session)) throw new RangeError("no note");
    return { ...note, note: said.kind as NoteKind, day: said.day, session: said.session };
  } catch {
    return { ...note, note: "unreadable", day: Math.floor(ctx.now() / 86_400_000), session: "" };
  }
}
