/**
 * What the server holds on the account, beside what it says of it: rows by GetHeld,
 * and the words of the inventory of data for each table and column. The two are put
 * together here by their names, which are the same (docs/protocol.md).
 */
import type { Core, HeldColumn, HeldGroup, HeldQuestion, HeldRows, HeldStream, HeldTable, HeldValue, Id } from "./api.ts";
import { fromHex, toHex } from "./bytes.ts";
import type { Transport } from "./context.ts";
import { CoreError } from "./errors.ts";
import { StreamKind } from "./gen/alcove/v1/stream_pb.ts";
import type { HeldStream as WireStream, HeldTable as WireTable, HeldValue as WireValue } from "./gen/alcove/v1/account_pb.ts";

export type HeldMethods = Pick<Core, "held" | "heldRows">;

const KINDS: Readonly<Record<number, HeldStream["kind"]>> = { [StreamKind.CONVERSATION]: "conversation", [StreamKind.HISTORY]: "history", [StreamKind.ROOM]: "room" };

export interface HeldDeps {
  readonly transport: Transport;
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** What is used of /inventory.json. */
interface Inventory {
  readonly entries: readonly (Omit<HeldGroup, "readers" | "tables"> & { readonly readers: { readonly text: string }; readonly items: readonly Item[] })[];
}
/** `text` is in the language asked for, `holds` in English. */
interface Item { readonly kind: string; readonly name: string; readonly form: HeldColumn["form"]; readonly holds: string; readonly text?: string }
type Said = Pick<HeldColumn, "says" | "form">;

export function createHeld({ transport: { account }, baseUrl, fetch = globalThis.fetch }: HeldDeps): HeldMethods {
  /** Without a session: what it says is the same for everybody. */
  async function inventory(language: string): Promise<Inventory> {
    const answer = await fetch(`${baseUrl}/inventory.json?lang=${encodeURIComponent(language)}`, { credentials: "omit", cache: "no-store" }).catch(() => {
      throw new CoreError("offline");
    });
    if (!answer.ok) throw new CoreError("internal");
    return (await answer.json()) as Inventory;
  }

  async function counted(): Promise<{ readonly tables: readonly WireTable[]; readonly streams: readonly WireStream[] }> {
    const { tables, streams, next } = await account.getHeld({});
    const all = [...streams];
    for (let after = next; after !== 0n;) {
      const more = await account.getHeld({ after });
      all.push(...more.streams);
      after = more.next;
    }
    return { tables, streams: all };
  }

  async function heldRows({ table, stream, after = 0, limit = 0, whole = false }: HeldQuestion): Promise<HeldRows> {
    const { rows, next } = await account.getHeld({ table, ...(stream ? { stream: fromHex(stream) } : {}), after: BigInt(after), limit, whole });
    return { rows: rows.map(({ values }) => values.map(valueOf)), next: Number(next) };
  }

  /** What each of the streams is, by its id. */
  async function kindsOf(tables: readonly WireTable[]): Promise<ReadonlyMap<Id, HeldStream["kind"]>> {
    const kinds = new Map<Id, HeldStream["kind"]>();
    const columns = tables.find(({ name }) => name === "stream")?.columns ?? [];
    let after = 0;
    do {
      const { rows, next } = await heldRows({ table: "stream", after });
      for (const row of rows) {
        const [id, kind] = [row[columns.indexOf("id")], KINDS[Number(row[columns.indexOf("kind")])]];
        if (id && typeof id === "object" && kind) kinds.set(toHex(id.bytes), kind);
      }
      after = next;
    } while (after > 0);
    return kinds;
  }

  return {
    heldRows,
    async held(language) {
      const [{ entries }, { tables, streams }] = await Promise.all([inventory(language), counted()]);
      const kinds = await kindsOf(tables);
      const groups = entries.map(({ id, title, holds, purpose, readers, kept, items }) => {
        const said = new Map(items.filter(({ kind }) => kind === "column").map(({ name, form, text, holds: english }): [string, Said] => [name, { says: text ?? english, form }]));
        return { id, title, holds, purpose, kept, readers: readers.text, tables: tables.flatMap((table) => tableOf(table, said, streams, kinds)) };
      });
      return groups.filter((group) => group.tables.length > 0);
    },
  };
}

/** The columns of the table that belong to an entry, if there are any. */
function tableOf({ name, columns, replaced, byStream, rows }: WireTable, said: ReadonlyMap<string, Said>, streams: readonly WireStream[], kinds: ReadonlyMap<Id, HeldStream["kind"]>): readonly HeldTable[] {
  const own = columns.flatMap((column, at): readonly HeldColumn[] => {
    const words = said.get(`${name}.${column}`);
    return words ? [{ name: column, ...words, at, replaced: replaced.includes(column) }] : [];
  });
  if (own.length === 0) return [];
  if (!byStream) return [{ name, columns: own, rows: Number(rows) }];
  const each = streams.flatMap(({ id, counts }): readonly HeldStream[] => {
    const count = counts.find(({ table }) => table === name);
    return count && count.rows > 0n ? [{ id: toHex(id), kind: kinds.get(toHex(id)) ?? "conversation", rows: Number(count.rows), bytes: Number(count.bytes) }] : [];
  });
  return [{ name, columns: own, rows: each.reduce((sum, stream) => sum + stream.rows, 0), streams: each }];
}

function valueOf({ value, size }: WireValue): HeldValue {
  switch (value.case) {
    case "number": return Number(value.value);
    case "text": return value.value;
    case "bytes": return { bytes: value.value, size: Number(size) };
    case undefined: return null;
  }
}
