/**
 * All that the server holds on the account as one file: JSON, each row with the names
 * of its columns, bytes in base64. It is put together in pieces, which the browser
 * may move to its disk, so that a long history fits a telephone.
 */
import type { HeldGroup, HeldRows, HeldTable, HeldValue, Id } from "../../core/api.ts";
import type { Making } from "../export/saving.ts";
import { core } from "../state.ts";

/** Of the file; raised when the shape changes (docs/protocol.md). */
const FORMAT = { format: "alcove-held", version: 1 } as const;
/** The table that holds the pieces of files, each half a megabyte. */
export const PIECES = "blob_chunk";
/** Letters of a piece of the file that is being made. */
const PIECE = 1 << 20;

export interface Asked extends Making {
  readonly groups: readonly HeldGroup[];
  /** With the bytes of the pieces of files. */
  readonly pieces: boolean;
}

/** Tells of rows. */
export async function heldFile({ groups, pieces, at, tell, given }: Asked): Promise<Blob> {
  const done: Blob[] = [];
  let text = `${JSON.stringify({ ...FORMAT, at: new Date(at).toISOString() }).slice(0, -1)},"tables":{`;
  let told = 0;
  const write = (more: string): void => {
    text += more;
    if (text.length < PIECE) return;
    done.push(new Blob([text]));
    text = "";
  };
  const rowsOf = async (table: WholeTable, stream?: Id): Promise<void> => {
    let after = 0;
    let before = "";
    do {
      const { rows, next }: HeldRows = await core.heldRows({ table: table.name, after, whole: table.name !== PIECES || pieces, ...(stream === undefined ? {} : { stream }) });
      if (given.aborted) throw { code: "cancelled" };
      for (const row of rows) {
        write(before + JSON.stringify(Object.fromEntries(table.columns.map(({ name, at }) => [name, valueOf(row[at] ?? null)]))));
        before = ",\n";
      }
      tell((told += rows.length));
      after = next;
    } while (after > 0);
  };
  for (const [i, table] of wholeTables(groups).entries()) {
    write(`${i === 0 ? "\n" : ",\n"}${JSON.stringify(table.name)}:[`);
    if (table.streams) {
      for (const [k, { id }] of table.streams.entries()) {
        write(`${k === 0 ? "" : ","}{"stream":${JSON.stringify(id)},"rows":[`);
        await rowsOf(table, id);
        write("]}");
      }
    } else {
      await rowsOf(table);
    }
    write("]");
  }
  return new Blob([...done, `${text}}}\n`]);
}

type WholeTable = Pick<HeldTable, "name" | "streams" | "columns">;

/** The tables with all their columns, whichever groups those are told in. */
function wholeTables(groups: readonly HeldGroup[]): readonly WholeTable[] {
  const all = new Map<string, WholeTable>();
  for (const { name, streams, columns } of groups.flatMap(({ tables }) => tables)) {
    const merged = [...(all.get(name)?.columns ?? []), ...columns].sort((a, b) => a.at - b.at);
    all.set(name, { name, columns: merged, ...(streams ? { streams } : {}) });
  }
  return [...all.values()];
}

/** Bytes that were left out by their number alone. */
function valueOf(value: HeldValue): unknown {
  if (value === null || typeof value !== "object") return value;
  return value.bytes.length < value.size ? { size: value.size } : { base64: base64(value.bytes) };
}

function base64(bytes: Uint8Array): string {
  let letters = "";
  // In parts, because a function takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 0x8000) letters += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(letters);
}
