/**
 * The one file that is taken along: a ZIP with the page to read, the same as
 * data, and every file that was sent and is still there. Files are fetched one
 * after another and streamed into it, so that no more than one is in memory at a
 * time; what is finished the browser may move to its disk.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { ExportedConversation, Id, TimelineItem } from "../../core/api.ts";
import { codeOf } from "../state.ts";
import { conversationDocument } from "./document.ts";
import { archiveName } from "./names.ts";

/** Of conversation.json; raised when the shape changes. */
const FORMAT = { format: "alcove-conversation", version: 2 } as const;
/** More than a ZIP of the old kind, which everything opens, can hold beside the rest. */
const MOST = 4_000_000_000;

/** What became of a file that was sent. */
export type TakenFile =
  | { readonly path: string; readonly sha256: string }
  /** It is no longer at the server, or not as it was sent; or it was not asked for. */
  | { readonly missing: "blob_not_found" | "file_damaged" | "left_out" };
export type TakenFiles = ReadonlyMap<Id, TakenFile>;

export type FileItem = Extract<TimelineItem, { kind: "message" }> & { readonly file: NonNullable<Extract<TimelineItem, { kind: "message" }>["file"]> };

export const fileItems = (items: readonly TimelineItem[]): readonly FileItem[] =>
  items.filter((item): item is FileItem => item.kind === "message" && item.file !== undefined && !item.takenBack);

export interface Taking {
  readonly exported: ExportedConversation;
  readonly withFiles: boolean;
  readonly fetch: (message: Id) => Promise<Blob>;
  /** Told before each file, by what was taken so far. */
  readonly tell: (message: Id, bytes: number) => void;
  readonly given: AbortSignal;
}

/** Rejects with "cancelled" once it was given up, with "export_too_large", or when a file cannot be fetched now. */
export async function archiveOf({ exported, withFiles, fetch, tell, given }: Taking): Promise<Blob> {
  const sent = fileItems(exported.view.items);
  if (withFiles && sent.reduce((sum, { file }) => sum + file.size, 0) > MOST) throw { code: "export_too_large" };
  const { zip, whole } = collecting();
  const mtime = exported.at;
  const files = new Map<Id, TakenFile>();
  let bytes = 0;
  for (const [i, { id, file }] of sent.entries()) {
    if (!withFiles) {
      files.set(id, { missing: "left_out" });
      continue;
    }
    tell(id, bytes);
    bytes += file.size;
    try {
      const content = await fetch(id);
      const path = `files/${archiveName(file.name, i + 1)}`;
      const entry = Object.assign(new ZipPassThrough(path), { mtime });
      zip.add(entry);
      files.set(id, { path, sha256: await pour(content, entry, given) });
    } catch (error) {
      const code = codeOf(error);
      if (given.aborted || (code !== "blob_not_found" && code !== "file_damaged")) throw error;
      files.set(id, { missing: code });
    }
    if (given.aborted) throw { code: "cancelled" };
  }
  for (const [name, text] of [["conversation.html", conversationDocument(exported, files)], ["conversation.json", `${JSON.stringify(dataOf(exported, files), null, 2)}\n`]] as const) {
    const entry = Object.assign(new ZipDeflate(name), { mtime });
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  zip.end();
  return whole();
}

function dataOf({ at, view, own }: ExportedConversation, files: TakenFiles): object {
  const { summary, intake, items } = view;
  const withFile = (item: TimelineItem): object => (item.kind === "message" && item.file ? { ...item, file: { ...item.file, ...files.get(item.id) } } : item);
  return { ...FORMAT, at: new Date(at).toISOString(), with: summary.peer, state: summary.state, intake, own, items: items.map(withFile) };
}

/** Copies a file into the archive; answers with its SHA-256 in hex. */
async function pour(content: Blob, entry: ZipPassThrough, given: AbortSignal): Promise<string> {
  const hash = sha256.create();
  const reader = content.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (given.aborted) throw { code: "cancelled" };
    if (done) break;
    hash.update(value);
    entry.push(value);
  }
  entry.push(new Uint8Array(), true);
  return [...hash.digest()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const PIECE = 1 << 20;

/** A ZIP whose finished pieces are handed to the browser. */
function collecting(): { readonly zip: Zip; readonly whole: () => Blob } {
  const done: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = (): void => {
    done.push(new Blob(held));
    [held, size] = [[], 0];
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    held.push(new Uint8Array(chunk));
    size += chunk.length;
    if (size >= PIECE) flush();
  });
  return { zip, whole: () => { flush(); return new Blob(done); } };
}

/** Hands a file to the browser's downloads. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes its time to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
