/** What of surveys is kept on the device alone, as JSON in its sealed store: `survey/<what>/<id>`. */
import type { Id } from "../api.ts";
import { fromUtf8, utf8 } from "../bytes.ts";
import type { DeviceStore } from "../context.ts";

type What = "known" | "begun" | "response" | "roots" | "ballot" | "away" | "log";
const keyOf = (what: What, id: Id): string => `survey/${what}/${id}`;

/** An entry to be written with others in one go; undefined takes it away. */
export type Write = readonly [key: string, value: Uint8Array | undefined];
export const writing = (what: What, id: Id, value: unknown): Write => [keyOf(what, id), value === undefined ? undefined : utf8(JSON.stringify(value))];

export async function load<T>(store: DeviceStore, what: What, id: Id): Promise<T | undefined> {
  const kept = await store.get(keyOf(what, id));
  return kept && (JSON.parse(fromUtf8(kept)) as T);
}

export async function loadAll<T>(store: DeviceStore, what: What): Promise<ReadonlyMap<Id, T>> {
  const prefix = keyOf(what, "");
  return new Map((await store.list(prefix)).map(([key, value]) => [key.slice(prefix.length), JSON.parse(fromUtf8(value)) as T]));
}
