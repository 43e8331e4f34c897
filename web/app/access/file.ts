/** The access log as one file: JSON, newest first, each entry with the words it has on the screen. */
import type { AccessEntry } from "../../core/api.ts";
import type { Making } from "../export/saving.ts";
import { core } from "../state.ts";
import { meaningOf, titleOf, whereOf } from "./words.ts";

/** Of the file; raised when the shape changes (docs/protocol.md). */
const FORMAT = { format: "alcove-access", version: 1 } as const;

/** Asks for all that comes before; tells of entries. */
export async function accessFile({ at, tell, given }: Making): Promise<Blob> {
  let view = await core.accessLog();
  while (view.earlier) {
    const before = view.entries.length;
    view = await core.earlierAccess();
    if (given.aborted) throw { code: "cancelled" };
    tell(view.entries.length);
    if (view.entries.length === before) break;
  }
  return new Blob([`${JSON.stringify({ ...FORMAT, at: new Date(at).toISOString(), entries: view.entries.map(told) }, null, 1)}\n`]);
}

const told = (entry: AccessEntry) => ({
  at: entry.exact ? new Date(entry.at).toISOString() : dayOf(entry.at), title: titleOf(entry), where: whereOf(entry), meaning: meaningOf(entry.what),
  what: entry.what, ...(entry.device ? { device: entry.device.id } : {}), unexpected: entry.unexpected, ...(entry.answer ? { answer: entry.answer } : {}),
});

/** Where only the day is known, the day here. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
