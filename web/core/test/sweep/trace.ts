/**
 * What a process hands to the operating system, written down by strace: each write
 * to a file, a pipe or a connection, and the names of files that are opened, made or
 * moved.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, openSync, readdirSync, readSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Part } from "./expand.ts";

const WRITES = ["write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg"];
const NAMES = ["open", "openat", "openat2", "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "setxattr", "fsetxattr", "memfd_create"];

/** Why nothing can be traced here; undefined where it can. */
export function untraceable(): string | undefined {
  const tried = spawnSync("strace", ["-D", "-f", "-o", "/dev/null", "-e", "trace=write", "true"], { encoding: "utf8" });
  if (tried.error) return "strace is not installed (apt-get install strace)";
  return tried.status === 0 ? undefined : `strace may not trace here: ${tried.stderr.trim().split("\n").at(-1) ?? ""}`;
}

/** A program that runs `binary` traced into `folder`, one file each time. It is the program itself that has the process's number, not strace. */
export function tracing(binary: string, folder: string): string {
  const file = path.join(folder, "traced.sh");
  writeFileSync(file, [
    "#!/bin/sh",
    `exec strace -D -f --seccomp-bpf -qq -xx -y -s 16777216 -o "${folder}/$$.trace" -e trace=${[...WRITES, ...NAMES].map((name) => `?${name}`).join(",")} -- "${binary}" "$@"`,
    "",
  ].join("\n"));
  chmodSync(file, 0o700);
  return file;
}

/** Where something was written to. */
export type Target = "file" | "connection" | "pipe";
export interface Written extends Part {
  readonly to: Target;
}

const PIECE = 32 << 20;
const [NEWLINE, QUOTE, BACKSLASH, LOWER_X] = [0x0a, 0x22, 0x5c, 0x78];
const nibble = (byte: number): number => (byte <= 0x39 ? byte - 0x30 : byte - 0x57);

/** The bytes of all strings of a line, which are \x00\x01… throughout. */
function decoded(line: Buffer): Buffer {
  const out = Buffer.allocUnsafe(line.length >> 2);
  let length = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === QUOTE) quoted = !quoted;
    else if (quoted && line[i] === BACKSLASH && line[i + 1] === LOWER_X) {
      out[length++] = (nibble(line[i + 2]!) << 4) | nibble(line[i + 3]!);
      i += 3;
    }
  }
  return out.subarray(0, length);
}

/** What is behind a descriptor, as "3</path>", "4<socket:[17]>" or "1<pipe:[9]>" say. */
function behind(head: string): { readonly to: Target; readonly name: string } {
  const name = (/^\d+<([^>]*)>/.exec(head)?.[1] ?? "").replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // What it says goes by a pipe, or what Node makes in its place.
  if (/^[12]</.test(head) || /^(pipe|\/dev\/)/.test(name)) return { to: "pipe", name: "output" };
  if (/^(socket|TCP|UDP|UNIX)/.test(name)) return { to: "connection", name: "connections" };
  return { to: "file", name: name || "a file" };
}

function* lines(file: string): Generator<Buffer> {
  const trace = openSync(file, "r");
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(trace, piece, 0, PIECE, null);
      if (read === 0) break;
      const bytes = Buffer.concat([rest, piece.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
        yield bytes.subarray(from, end);
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
    yield rest;
  } finally {
    closeSync(trace);
  }
}

/** All that the traces in a folder say was written, what went to one place joined. */
export function written(folder: string): { readonly parts: readonly Written[]; readonly calls: number } {
  const joined = new Map<string, { readonly to: Target; readonly bytes: Buffer[] }>();
  let calls = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".trace"))) {
    for (const line of lines(path.join(folder, file))) {
      const [, call = "", head = ""] = /^\d+\s+(\w+)\((.{0,2000})/s.exec(line.subarray(0, 4096).toString("latin1")) ?? [];
      if (call === "") continue;
      calls++;
      const { to, name } = WRITES.includes(call) ? behind(head) : { to: "file" as const, name: "names of files" };
      const beside = joined.get(name) ?? { to, bytes: [] };
      beside.bytes.push(decoded(line));
      joined.set(name, beside);
    }
  }
  return { calls, parts: [...joined].map(([name, { to, bytes }]) => ({ to, name: `written to ${name}`, bytes: Buffer.concat(bytes) })) };
}
