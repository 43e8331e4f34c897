/** The one file that is taken along: a ZIP with the page to read and the same as data. */
import { strToU8, zipSync } from "fflate";
import type { ExportedConversation } from "../../core/api.ts";
import { conversationDocument } from "./document.ts";

/** Of conversation.json; raised when the shape changes. */
const FORMAT = { format: "alcove-conversation", version: 1 } as const;

export function archiveOf(exported: ExportedConversation): Uint8Array {
  const { at, view, own } = exported;
  const { summary, intake, items } = view;
  const data = { ...FORMAT, at: new Date(at).toISOString(), with: summary.peer, state: summary.state, intake, own, items };
  return zipSync({
    "conversation.html": strToU8(conversationDocument(exported)),
    "conversation.json": strToU8(`${JSON.stringify(data, null, 2)}\n`),
  });
}

/** Hands a file to the browser's downloads. */
export function save(content: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes its time to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
