/** How a practitioner's sealed record (record.ts) is made, opened, and brought to its end. */
import type { Id } from "../api.ts";
import { concatBytes, fromBase64url, fromUtf8, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { CoreContext, VaultContents, VaultRecord } from "../context.ts";
import { CoreError } from "../errors.ts";
import { generateSealingKey, openSealed, recipientOf, sealTo } from "../sealed.ts";
import { type Entry, entryTime, kindOf } from "./entry.ts";
import type { History, SealedPiece, StoreWrite } from "./history.ts";
import { forgetHour } from "./lifetime.ts";
import { keepPlace, nothing, placePrefix, type Recording, type RecordingArgs, recordOf, type Sealing } from "./record.ts";

/** So long after the last word a talk is sealed. */
const QUIET = 600_000;
/** Of entries in one file, in bytes; a longer entry is cut. */
const PIECE = 60_000;
/** How many files go to the server in one request. */
const AT_ONCE = 16;

/** A file on this device, and up to which record all is sealed once it has arrived. */
interface Waiting {
  readonly piece: SealedPiece;
  readonly upTo: number;
}

const waitingPrefix = (id: Id): string => `conversation/${id}/sealed/`;
const waitingName = ({ stream, part, piece }: SealedPiece): string => `${waitingPrefix(stream)}${part}/${piece}`;

/** Loads what this device has still to bring to the server. Only a practitioner keeps records. */
export async function loadRecording({ ctx, history, id, parties, folded, after }: RecordingArgs): Promise<Recording> {
  let waiting: readonly Waiting[] = (await ctx.store.list(waitingPrefix(id))).map(([, value]) => JSON.parse(fromUtf8(value)) as Waiting).sort((a, b) => a.upTo - b.upTo);
  let sending: Promise<void> | undefined;
  const inVault = (): VaultRecord | undefined => ctx.vault.read().records?.[id];
  const upTo = (): number => waiting.reduce((last, each) => Math.max(last, each.upTo), inVault()?.upTo ?? 0);

  /** Whether this account keeps a record of what is said here, and its time is not over. */
  function keeps(): boolean {
    if (parties.me !== parties.practitioner) return false;
    const record = recordOf(folded());
    const until = inVault()?.until ?? record?.until;
    return record !== undefined && (until === undefined || until > ctx.now());
  }

  function unrecorded(): readonly Entry[] {
    const from = upTo();
    return folded().lastSeq <= from || !keeps() ? [] : after(from).filter(belongs);
  }

  function dueAt(): number | undefined {
    const { ends } = folded();
    const open = ends.size > 0 ? unrecorded() : [];
    if (open.length === 0) return undefined;
    const newest = open.reduce((last, entry) => Math.max(last, entryTime(entry)), 0);
    return open.reduce((first, entry) => Math.min(first, ends.get(entry) ?? first), newest + QUIET);
  }

  async function sealed(open: readonly Entry[]): Promise<Sealing | undefined> {
    if (open.length === 0) return nothing;
    const key = inVault()?.identity;
    if (!key) return undefined;
    const recipient = await recipientOf(key);
    const made: Waiting[] = [];
    for (const { bytes, last } of partsOf(open)) {
      // By its content: two devices that seal the same make one part of it.
      const part = toHex(sha256(bytes)).slice(0, 32);
      const pieces = Math.ceil(bytes.length / PIECE);
      for (let piece = 0; piece < pieces; piece++) {
        const file = toBase64url(await sealTo(recipient, bytes.subarray(piece * PIECE, (piece + 1) * PIECE)));
        made.push({ piece: { kind: "sealed", stream: id, part, piece, file }, upTo: piece === pieces - 1 ? last : 0 });
      }
    }
    return {
      writes: made.map((each) => [waitingName(each.piece), utf8(JSON.stringify(each))]),
      taken: () => void (waiting = [...waiting, ...made]),
    };
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const until = inVault()?.until;
      const batch = waiting.slice(0, AT_ONCE);
      const over = until !== undefined && until <= ctx.now();
      const seqs = over ? [] : await history.write(batch.map(({ piece }) => piece), until === undefined ? 0 : forgetHour(until, ctx.now()));
      const last = batch.reduce((highest, each) => Math.max(highest, each.upTo), 0);
      if (!over) await ctx.vault.update((vault) => withRecord(vault, id, (record) => (last > record.upTo ? { ...record, upTo: last } : record)));
      await ctx.store.put([
        ...batch.map(({ piece }): StoreWrite => [waitingName(piece), undefined]),
        ...batch.flatMap(({ piece }, i) => (seqs[i] === undefined ? [] : [keepPlace(piece, seqs[i])])),
      ]);
      waiting = waiting.filter((each) => !batch.includes(each));
    }
  }

  return {
    async prepare() {
      if (inVault() || unrecorded().length === 0) return;
      const { identity } = await generateSealingKey();
      const { clientName = "" } = folded();
      await ctx.vault.update((vault) => (vault.records?.[id] ? vault : { ...vault, records: { ...vault.records, [id]: { name: clientName, identity, upTo: 0 } } }));
    },
    dueAt,
    async before(gone) {
      const open = unrecorded();
      return gone.some((entry) => open.includes(entry)) ? sealed(open) : nothing;
    },
    async seal(all) {
      const due = dueAt();
      return due !== undefined && (all || due <= ctx.now()) ? ((await sealed(unrecorded())) ?? nothing) : nothing;
    },
    waits: () => waiting.length > 0 || (!inVault() && dueAt() !== undefined),
    send() {
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
      return sending;
    },
  };
}

/** What is said and done between the two; not what their devices tell each other, nor what they know each other by. */
function belongs(entry: Entry): boolean {
  if (entry.kind !== "payload" || entry.scrubbed) return false;
  const { type } = entry.payload;
  return type !== "receipt" && type !== "code-word" && type !== "code-word-agreed";
}

/** An entry as the record has it: without what opens files, and without what the client sealed for the practitioner's eyes alone. */
function asRecorded(entry: Entry): Entry {
  if (entry.kind !== "payload" || "unknown" in entry.payload) return entry;
  const { payload } = entry;
  if (payload.type === "attachment") return { ...entry, payload: { ...payload, key: "" } };
  if (payload.type !== "request") return entry;
  const { returning: _word, ...agreed } = payload;
  return { ...entry, payload: { ...agreed, intake: { reason: payload.intake.reason, region: payload.intake.region } } };
}

function partsOf(entries: readonly Entry[]): readonly { readonly bytes: Uint8Array; readonly last: number }[] {
  const parts: { readonly texts: string[]; size: number; last: number }[] = [];
  for (const entry of entries) {
    const text = JSON.stringify(asRecorded(entry));
    const size = utf8(text).length + 1;
    const part = parts.at(-1);
    if (part && part.size + size < PIECE) Object.assign(part, { size: part.size + size, last: entry.seq }).texts.push(text);
    else parts.push({ texts: [text], size: size + 1, last: entry.seq });
  }
  return parts.map(({ texts, last }) => ({ bytes: utf8(`[${texts.join()}]`), last }));
}

/** The vault with another record of a conversation that has one. */
export function withRecord(vault: VaultContents, id: Id, change: (record: VaultRecord) => VaultRecord): VaultContents {
  const record = vault.records?.[id];
  const next = record && change(record);
  return !next || next === record ? vault : { ...vault, records: { ...vault.records, [id]: next } };
}

/** What was sealed, in order; and whether some of it could not be opened. */
export interface OpenedRecord {
  readonly entries: readonly Entry[];
  readonly whole: boolean;
}

/** Opens a record with the key in the vault. Needs a connection. */
export async function openRecord(ctx: CoreContext, history: History, id: Id): Promise<OpenedRecord> {
  await lookForNew(ctx, history);
  const identity = ctx.vault.read().records?.[id]?.identity ?? "";
  const found = new Map<string, Entry>();
  let whole = true;
  for (const seqs of (await partsHere(ctx, id)).values()) {
    try {
      const pieces = await Promise.all(seqs.map(async (seq) => openSealed(identity, fromBase64url(await fileAt(history, seq)))));
      for (const entry of JSON.parse(fromUtf8(concatBytes(...pieces))) as readonly Entry[]) found.set(`${entry.seq}-${kindOf(entry)}`, entry);
    } catch (error) {
      if (error instanceof CoreError) throw error;
      whole = false;
    }
  }
  return { entries: [...found.values()].sort((a, b) => a.seq - b.seq), whole };
}

async function fileAt(history: History, seq: number): Promise<string> {
  const item = await history.at(seq);
  if (item?.kind !== "sealed") throw new Error("not there");
  return item.file;
}

/** Where the files of each part lie, in their order. */
async function partsHere({ store }: CoreContext, id: Id): Promise<ReadonlyMap<string, readonly number[]>> {
  const parts = new Map<string, number[]>();
  for (const { part, piece, seq } of await placesHere(store, id)) {
    const there = parts.get(part) ?? [];
    there[piece] = seq;
    parts.set(part, there);
  }
  return parts;
}

async function placesHere(store: CoreContext["store"], id: Id): Promise<readonly { readonly part: string; readonly piece: number; readonly seq: number }[]> {
  return (await store.list(placePrefix(id))).map(([key, value]) => {
    const [part = "", piece = ""] = key.slice(placePrefix(id).length).split("/");
    return { part, piece: Number(piece), seq: Number(fromUtf8(value)) };
  });
}

/** What other browsers sealed since this one read the history. */
async function lookForNew(ctx: CoreContext, history: History): Promise<void> {
  await history.peek((items) => ctx.store.put(items.map(({ piece, seq }) => keepPlace(piece, seq))));
}

/** Has the files of a record destroyed at the server, from an hour (since 1970) on; 0 means now. */
async function destroyFiles(ctx: CoreContext, history: History, id: Id, hour: number): Promise<void> {
  await lookForNew(ctx, history);
  const places = await placesHere(ctx.store, id);
  await history.forget(places.map(({ part, piece }) => ({ kind: "sealed", stream: id, part, piece, file: "" })), hour);
}

/**
 * Sees to it that records end: once a conversation has ended the server is told
 * when to destroy the files, and when that time has come the key leaves the vault.
 */
export async function tendRecords(ctx: CoreContext, history: History, endOf: (id: Id) => number | undefined): Promise<void> {
  for (const [id, record] of Object.entries(ctx.vault.read().records ?? {})) {
    if (record.identity === "") continue;
    const until = record.until ?? endOf(id);
    if (until === undefined) continue;
    if (record.until === undefined) {
      await destroyFiles(ctx, history, id, forgetHour(until, ctx.now()));
      await ctx.vault.update((vault) => ({ ...withRecord(vault, id, (each) => ({ ...each, until })), forgets: true }));
    }
    if (until > ctx.now()) continue;
    await destroyFiles(ctx, history, id, 0);
    // That it is over stays, so that none is begun anew.
    await ctx.vault.update((vault) => withRecord(vault, id, (each) => ({ ...each, name: "", identity: "" })));
    await ctx.store.put((await ctx.store.list(placePrefix(id))).map(([key]) => [key, undefined]));
  }
}
