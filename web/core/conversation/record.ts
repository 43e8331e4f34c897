/**
 * The practitioner's sealed record of a conversation.
 *
 * Whoever practises may be obliged to keep records longer than a conversation is
 * kept. Where the consent that this client agreed to says for how many years, what
 * is about to leave the conversation (its time has run out, it disappears, it is
 * forgotten at once) is sealed first, on the practitioner's device, in one step
 * with its leaving. Where the consent does not say so, nothing is sealed.
 *
 * A record is a row of age files to a hybrid key made for this conversation alone.
 * The key is in the vault and nowhere else, so that every device of the
 * practitioner can seal and open, and so that it can be destroyed: so many years
 * after the conversation's end the key leaves the vault, and the server destroys
 * the files. They lie in the account's own history, which only it reads. How far
 * a record goes is in the vault as well; where its files lie, each device keeps in
 * a list of its own.
 *
 * Once anything in a conversation has an end, all that is said goes into the
 * record: when nothing was said for a while, so that a talk is one file and not
 * one for each line, and before the first of it leaves. So it hardly matters which
 * browsers are open when a time runs out.
 */
import type { Id, KeptRecord } from "../api.ts";
import { utf8 } from "../bytes.ts";
import type { CoreContext } from "../context.ts";
import type { Entry } from "./entry.ts";
import type { Folded, Parties } from "./fold.ts";
import type { History, SealedPiece, StoreWrite } from "./history.ts";

/** What the consent says of a record; undefined when it says that there is none. */
export function recordOf({ intake, endedAt }: Pick<Folded, "intake" | "endedAt">): KeptRecord | undefined {
  const years = intake?.consent.text.recordYears ?? 0;
  if (years === 0) return undefined;
  return { years, ...(endedAt === undefined ? {} : { until: yearsAfter(endedAt, years) }) };
}

/** The same day so many years later. */
export function yearsAfter(at: number, years: number): number {
  const day = new Date(at);
  return day.setUTCFullYear(day.getUTCFullYear() + years);
}

/** What goes with leaving; `taken` once it was written. */
export interface Sealing {
  readonly writes: readonly StoreWrite[];
  readonly taken: () => void;
}
export const nothing: Sealing = { writes: [], taken: () => undefined };

export interface Recording {
  /** Sees to it that there is a key where there is something to be sealed; needs a connection the first time. */
  prepare(): Promise<void>;
  /** When something is to be sealed. */
  dueAt(): number | undefined;
  /** Seals what is not in the record yet, if any of these entries is not; undefined while there is no key. */
  before(gone: readonly Entry[]): Promise<Sealing | undefined>;
  /** Seals what is due, or with `all` whatever is not in the record yet. */
  seal(all: boolean): Promise<Sealing>;
  /** A key is to be made, or something sealed is still on this device only. */
  waits(): boolean;
  /** Brings to the server what was sealed. */
  send(): Promise<void>;
}

export interface RecordingArgs {
  readonly ctx: CoreContext;
  readonly history: History;
  readonly id: Id;
  readonly parties: Parties;
  readonly folded: () => Folded;
  /** This device's entries that follow a record, in order. */
  readonly after: (seq: number) => readonly Entry[];
}

export const placePrefix = (id: Id): string => `record/${id}/`;

/** Remembers on this device where a file of a record lies in the history. */
export const keepPlace = ({ stream, part, piece }: SealedPiece, seq: number): StoreWrite => [`${placePrefix(stream)}${part}/${piece}`, utf8(seq.toString())];
