/**
 * Reports: a member shows the moderators a message with proof that it was said in
 * this room, by this person, at this place in the log (franking.ts says by what).
 *
 * A report is sealed to the moderators but for the one whom it is about, if it is
 * one, and goes the way of whatever is said to them, so that the others cannot tell
 * it from a whisper. It carries the words themselves: it is read by a moderator whose
 * device never had the message, and after the message was taken down.
 *
 * A moderator's client believes nothing of it before it has seen itself that the
 * words open the commitment, and heard from the server that a message with this
 * commitment was sent at this place, and by whom.
 */
import type { Id, RoomReport, RoomVerdict } from "../api.ts";
import { equalBytes, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultRoom } from "../context.ts";
import { hasCode } from "../errors.ts";
import type { FoldedRoom, OpenReport, RoomEntry } from "./fold.ts";
import { commitmentTo } from "./franking.ts";
import { hadHandle } from "./handles.ts";
import { decodeRoomPayload, type RoomPayload } from "./payload.ts";
import type { ReportWords } from "./sealed_words.ts";

/** What is said to everybody, and so can be reported. */
export type Reportable = Extract<RoomPayload, { type: "message" | "passed" }>;

/** What to seal of a message of which this device has the proof. */
export async function reportOf(room: Id, of: Id, entry: Extract<RoomEntry, { kind: "payload" }>, why: string): Promise<ReportWords | undefined> {
  const { payload, proof, seq, from } = entry;
  if (!proof || payload.type === "unknown") return undefined;
  const text = proof.text ?? JSON.stringify(payload);
  const commitment = await commitmentTo(room, from, { key: fromBase64url(proof.key), payload: utf8(text) });
  return { kind: "report", of, seq, from, key: proof.key, commitment: toBase64url(commitment), attest: proof.attest, payload: text, why };
}

/** The message that a report shows; undefined where it shows none, or another than it says. */
export function reported({ of, payload }: ReportWords): Reportable | undefined {
  try {
    const told = decodeRoomPayload(utf8(payload));
    return (told.type === "message" && told.id === of) || (told.type === "passed" && told.of === of) ? told : undefined;
  } catch {
    return undefined;
  }
}

/** What this moderator knows of whose handle is whose. */
interface Known {
  now(): VaultRoom;
  /** After looking for whom another moderator let in. */
  learned(person: Id): Promise<VaultRoom>;
}

/** What is to be thought of a report; undefined while the server cannot be asked. Rejects with what else it refuses. */
async function examine({ transport }: CoreContext, room: Id, kept: Known, words: ReportWords): Promise<RoomVerdict | undefined> {
  const [key, commitment] = [fromBase64url(words.key), fromBase64url(words.commitment)];
  const opens = equalBytes(await commitmentTo(room, words.from, { key, payload: utf8(words.payload) }), commitment);
  if (!opens || !reported(words)) return "altered";
  try {
    const { sender } = await transport.room.checkAttest({ streamId: fromHex(room), seq: BigInt(words.seq), commitment, attest: fromBase64url(words.attest) });
    if (sender.case === "moderator") return toHex(sender.value) === words.from ? "proved" : "other-sender";
    const handle = sender.case === "handle" ? toHex(sender.value) : undefined;
    const was = handle === undefined ? false : hadHandle(kept.now(), words.from, handle) ?? hadHandle(await kept.learned(words.from), words.from, handle);
    return was === undefined ? "unknown-sender" : was ? "proved" : "other-sender";
  } catch (error) {
    return hasCode(error, "not_attested") ? "not-sent" : hasCode(error, "attested_before") ? "before-exchange" : undefined;
  }
}

export interface Reports {
  /** Those that are open, as they are shown. */
  seen(folded: FoldedRoom): readonly RoomReport[];
  /** Examines those that were not yet, and `again` those of whom it was not known who is meant; true when something came of it. One call at a time. */
  examine(folded: FoldedRoom, again: boolean): Promise<boolean>;
}

/** The reports in one room that this device reads as a moderator's. What was found of them stays on the device as long as they do. */
export async function createReports(ctx: CoreContext, room: Id, kept: Known): Promise<Reports> {
  const prefix = `room/${room}/verdict/`;
  const verdicts = new Map((await ctx.store.list(prefix)).map(([name, value]) => [name.slice(prefix.length), fromUtf8(value) as RoomVerdict]));

  function shown({ words, ...report }: OpenReport): readonly RoomReport[] {
    const said = reported(words);
    if (!said) return [];
    const { id, seq, at, by, byName, name, passedBy } = report;
    const about = said.type === "passed" ? { from: said.from, passedBy } : { from: words.from };
    return [{ id, seq, at, by, byName, message: words.of, said: said.at, ...about, name, text: said.text, ...(said.warning === undefined ? {} : { warning: said.warning }), why: words.why, verdict: verdicts.get(id) ?? "unchecked" }];
  }

  return {
    seen: ({ reports }) => reports.flatMap(shown),
    async examine({ reports }, again) {
      const open = new Set(reports.map(({ id }) => id));
      const gone = [...verdicts.keys()].filter((id) => !open.has(id));
      const found: (readonly [Id, RoomVerdict])[] = [];
      for (const { id, words } of reports) {
        const known = verdicts.get(id);
        if (known !== undefined && !(again && known === "unknown-sender")) continue;
        const verdict = await examine(ctx, room, kept, words);
        if (verdict && verdict !== known) found.push([id, verdict]);
      }
      if (gone.length + found.length === 0) return false;
      await ctx.store.put([...gone.map((id) => [prefix + id, undefined] as const), ...found.map(([id, verdict]) => [prefix + id, utf8(verdict)] as const)]);
      for (const id of gone) verdicts.delete(id);
      for (const [id, verdict] of found) verdicts.set(id, verdict);
      return true;
    },
  };
}
