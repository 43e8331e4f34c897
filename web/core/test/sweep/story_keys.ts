/** The server's keys are exchanged while it serves, and the doctor plays its two people: what becomes of the keys, and what the doctor says. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Core } from "../../api.ts";
import type { TestServer } from "../server.ts";
import type { Part } from "./expand.ts";
import type { Markers } from "./markers.ts";

/** What is destroyed by an exchange; of server.key the generations before stay, since names are layered in them. */
const REPLACED = ["mail.key", "push.key", "attest.key"] as const;

/** The longest run of letters and digits of each secret: what stands between such runs, and what names a format or a host, is no secret. */
function secretsIn(server: TestServer, name: string): readonly string[] {
  const words = readFileSync(path.join(server.data, name), "utf8").trim().split(/\s+/u);
  const runs = words.map((word) => (word.replace(/^AGE-SECRET-KEY-PQ-1|^PRIVATE\+KEY\+[^+]+\+/u, "").match(/[a-z0-9]+/giu) ?? []).sort((a, b) => b.length - a.length)[0] ?? "");
  return runs.filter((run) => run.length >= 12);
}

export async function exchangeKeys(server: TestServer, steward: Core, markers: Markers): Promise<void> {
  const former = REPLACED.flatMap((name) => secretsIn(server, name));
  await steward.exchangeServerKeys();
  for (const secret of former) markers.plant("formerKeys", secret);
  for (const secret of [...REPLACED, "server.key", "keylog.key"].flatMap((name) => secretsIn(server, name))) markers.plant("keys", secret);
  if (markers.all.some(({ kind, text }) => kind === "keys" && former.includes(text))) throw new Error("a key was not exchanged");
}

/** What it says; it fails when the doctor finds something wrong. */
export async function examine(binary: string, server: TestServer): Promise<Part> {
  const { stdout, stderr } = await promisify(execFile)(binary, ["doctor", "--insecure", "--json", server.baseUrl]);
  return { name: "doctor", bytes: Buffer.from(stdout + stderr) };
}
