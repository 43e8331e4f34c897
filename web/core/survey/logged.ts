/**
 * What the key log says of surveys: the one definition and the one ballot key that all are
 * shown, and the roots of what was released.
 *
 * Who may answer has it told with their session, of all such surveys and at the time the
 * app learns of them, whether they answer or not. Without an account (public surveys) it is
 * asked apart, and nothing that was seen earlier is named, which would be a mark to know
 * somebody by; only the log's key has to be the one seen first.
 */
import type { Id } from "../api.ts";
import { equalBytes, fromHex, fromUtf8, toHex } from "../bytes.ts";
import type { CoreContext, DeviceStore, Vault, VaultContents, VaultKeylog } from "../context.ts";
import { keylogOf } from "../keylog/index.ts";
import { surveyBatchLabel, surveyLabel, surveyValue } from "../keylog/labels.ts";
import { treeHash } from "../keylog/log.ts";
import { ask } from "../keylog/view.ts";
import type { Apart } from "./apart.ts";
import { load, writing } from "./on_device.ts";

/** What the log says under a label; version 0: nothing. */
export interface Said { readonly version: number; readonly value: Uint8Array }
export type AskLog = (labels: readonly Uint8Array[]) => Promise<readonly Said[]>;

/** As many labels as the server answers at once. */
const AT_ONCE = 200;
/** How many batches further are asked about, and as often as all of them are there. */
const BATCHES_AT_ONCE = 4;

const inPieces = (asking: AskLog): AskLog => async (labels) => {
  const said: Said[] = [];
  for (let from = 0; from < labels.length; from += AT_ONCE) said.push(...(await asking(labels.slice(from, from + AT_ONCE))));
  return said;
};

export const byAccount = (ctx: CoreContext): AskLog => inPieces((labels) => keylogOf(ctx).said(labels));

/** Only what it is called by here; everything else of a context is for accounts. */
export function byAnybody(apart: Apart, store: DeviceStore, host: string, now: () => number): AskLog {
  return inPieces(async (labels) => {
    const key = await load<string>(store, "log", "key");
    const memory = new Map<string, Uint8Array>();
    const keylog: VaultKeylog | undefined = key === undefined ? undefined : { key, size: 0, hash: "", day: Math.floor(now() / 86_400_000) };
    const ctx = { transport: { keylog: async () => apart.keylog, host }, vault: vaultOf(keylog), store: storeOf(memory), now } as unknown as CoreContext;
    const { labels: said } = await ask(ctx, labels);
    const seen = memory.get("keylog/seen");
    if (key === undefined && seen) await store.put([writing("log", "key", (JSON.parse(fromUtf8(seen)) as VaultKeylog).key)]);
    return said;
  });
}

/** What `ask` keeps of one answer; nobody asks for it later. */
const storeOf = (memory: Map<string, Uint8Array>): Pick<DeviceStore, "get" | "put"> => ({
  get: async (key) => memory.get(key),
  put: async (entries) => entries.forEach(([key, value]) => (value ? memory.set(key, value) : memory.delete(key))),
});

function vaultOf(keylog: VaultKeylog | undefined): Pick<Vault, "read" | "update"> {
  let contents = (keylog ? { keylog } : {}) as VaultContents;
  return { read: () => contents, update: async (change) => (contents = change(contents)) };
}

/** Entered once, and as it is shown. */
const says = (said: Said | undefined, value: Uint8Array): boolean => said?.version === 1 && equalBytes(said.value, value);

export interface Shown {
  readonly id: Id;
  readonly definition: Uint8Array;
  readonly ballotKey: Uint8Array;
  /** Roots of batches that are known already, hex, in their order. */
  readonly roots: readonly string[];
}

export interface Logged {
  /** It is in the log as it is shown here. */
  readonly holds: boolean;
  readonly roots: readonly string[];
}

/** Compares surveys with the log, and takes the roots of further batches from it. */
export async function compareWithLog(asking: AskLog, shown: readonly Shown[]): Promise<readonly Logged[]> {
  const said = await asking(shown.map(({ id }) => surveyLabel(fromHex(id))));
  const roots = await rootsOf(asking, shown);
  return shown.map(({ definition, ballotKey }, i) => ({ holds: says(said[i], surveyValue(definition, ballotKey)), roots: roots[i] ?? [] }));
}

async function rootsOf(asking: AskLog, shown: readonly Shown[]): Promise<readonly (readonly string[])[]> {
  const roots = shown.map(({ roots: known }) => [...known]);
  let growing = shown.map((_survey, i) => i);
  while (growing.length > 0) {
    const said = await asking(growing.flatMap((i) => Array.from({ length: BATCHES_AT_ONCE }, (_, n) => surveyBatchLabel(fromHex(shown[i]!.id), roots[i]!.length + n + 1))));
    growing = growing.filter((i, at) => {
      const further = said.slice(at * BATCHES_AT_ONCE, (at + 1) * BATCHES_AT_ONCE);
      const there = further.findIndex(({ version }) => version !== 1);
      roots[i]!.push(...further.slice(0, there < 0 ? undefined : there).map(({ value }) => toHex(value)));
      return there < 0;
    });
  }
  return roots;
}

/** Whether a batch of leaves, ascending and each once, has this root (hex). */
export function hasRoot(leaves: readonly Uint8Array[], root: string): boolean {
  const names = leaves.map(toHex);
  return leaves.every((leaf, i) => leaf.length === 32 && (i === 0 || names[i]! > names[i - 1]!)) && toHex(treeHash(leaves)) === root;
}
