/** The memory of a process as Linux shows it to whoever may trace it: /proc/PID/mem, mapping by mapping. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { Part } from "./expand.ts";

/** Read at once; the next piece begins a little before this one's end, so that nothing is cut apart. */
const PIECE = 8 << 20;
const OVERLAP = 1 << 10;

interface Mapping {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function mappings(pid: number): readonly Mapping[] {
  return readFileSync(`/proc/${pid}/maps`, "latin1").split("\n").flatMap((line) => {
    const [, from = "", to = "", may = "", name = ""] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \d+\s*(.*)$/.exec(line) ?? [];
    // Its own file is searched as what it is; the kernel's pages of clocks cannot be read.
    return may.startsWith("r") && !/^\[(vvar|vsyscall)/.test(name) ? [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name || "memory" }] : [];
  });
}

/** Why the memory of this process cannot be read; undefined where it can. */
export function unreadable(pid: number): string | undefined {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, "r"));
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  }
}

/** All that can be read of it, while it goes on. */
export function* memoryOf(pid: number, when: string): Generator<Part> {
  const file = openSync(`/proc/${pid}/mem`, "r");
  const piece = Buffer.allocUnsafe(PIECE);
  try {
    for (const { from, to, name } of mappings(pid)) {
      for (let at = from; at < to; at += PIECE - OVERLAP) {
        let read = 0;
        try {
          read = readSync(file, piece, 0, Math.min(PIECE, to - at), at);
        } catch {
          break; // unmapped meanwhile
        }
        yield { name: `${name} ${when}, from ${at.toString(16)}`, bytes: piece.subarray(0, read) };
        if (at + PIECE >= to) break;
      }
    }
  } finally {
    closeSync(file);
  }
}
