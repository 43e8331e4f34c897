/** The places of a server that can be searched: files, backup, metrics, what strangers are shown. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { get as getPlain } from "node:http";
import { get } from "node:https";
import path from "node:path";
import { promisify } from "node:util";
import { Decrypter } from "age-encryption";
import type { TestServer } from "../server.ts";
import type { Part } from "./expand.ts";

/** All files below a folder, and their names. */
export function filesIn(folder: string, when: string): readonly Part[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return [
    { name: `names ${when}`, bytes: Buffer.from(names.join("\n")) },
    ...files.map((name) => ({ name: `${name} ${when}`, bytes: readFileSync(path.join(folder, name)) })),
  ];
}

const run = promisify(execFile);
const bodyOf = (address: string, ca?: string): Promise<Buffer> => new Promise((resolve, reject) => {
  (ca ? get(address, { ca }, take) : getPlain(address, take)).on("error", reject);
  function take(answer: import("node:http").IncomingMessage): void {
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => resolve(Buffer.concat(parts)));
  }
});

export async function metricsOf(address: string): Promise<readonly Part[]> {
  return Promise.all(["metrics", "readyz", "healthz"].map(async (name) => ({ name, bytes: await bodyOf(`http://${address}/${name}`) })));
}

/** What anybody is shown who comes by without an account. */
export async function strangersSee(server: TestServer, practitioner: string): Promise<readonly Part[]> {
  const pages = ["", "practitioners", `practitioners/${practitioner}`, "privacy", "privacy.json", "privacy/changes", "privacy/data", "inventory.json", "security", "security.json", "log", "log/checkpoint", "crisis", "contact", "getting-started", "app", "release.txt", ".well-known/security.txt"];
  return Promise.all(pages.map(async (name) => ({ name: `/${name}`, bytes: await bodyOf(`${server.baseUrl}/${name}`, server.ca) })));
}

export interface BackedUp {
  readonly opened: readonly Part[];
  /** What the commands said. */
  readonly said: readonly Part[];
  /** A data folder made of it. */
  readonly restored: readonly Part[];
}

/** Makes a backup while the server runs, opens it with the steward's key, and restores it. */
export async function backUp(binary: string, server: TestServer, folder: string): Promise<BackedUp> {
  const said: Buffer[] = [];
  const alcove = async (...args: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await run(binary, args, { env: { ...process.env, TMPDIR: path.join(folder, "tmp") } });
    said.push(Buffer.from(stdout + stderr));
    return stdout;
  };
  const [key, file] = [path.join(folder, "steward.key"), path.join(folder, "backup.age")];
  const recipient = (await alcove("backup-key", key)).trim();
  await alcove("backup", "--data", server.data, "--to", file, "--recipient", recipient);
  await alcove("restore", file, "--identity", key, "--data", path.join(folder, "restored"));
  const decrypter = new Decrypter();
  decrypter.addIdentity(/AGE-SECRET-KEY-\S+/.exec(readFileSync(key, "utf8"))![0]);
  const sealed = readFileSync(file);
  const opened = Buffer.from(await decrypter.decrypt(sealed));
  return {
    opened: [{ name: "backup, sealed", bytes: sealed }, { name: "backup", bytes: opened }],
    said: [{ name: "backup commands", bytes: Buffer.concat(said) }],
    restored: filesIn(path.join(folder, "restored"), "restored"),
  };
}
