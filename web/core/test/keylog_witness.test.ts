/** What a real witness cosigns of a real server's key log, as the apps read it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { utf8 } from "../bytes.ts";
import { cosignedAt, isWitnessKey, openCheckpoint } from "../keylog/log.ts";
import { until } from "./patience.ts";
import { BINARY, freePort, startServer } from "./server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "alcove-witness-"));
const ends: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true })];
after(async () => {
  for (const end of ends.reverse()) await end();
});

/** Gives its key once it listens. */
async function startWitness(port: number, log: string): Promise<string> {
  const child = spawn(BINARY, ["witness", "--data", folder, "--listen", `localhost:${port}`, "--name", "witness.example.org", "--log", log], { stdio: ["ignore", "pipe", "inherit"] });
  ends.push(() => new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  }));
  let said = "";
  for await (const part of child.stdout) {
    said += String(part);
    const key = /^key: (\S+)$/mu.exec(said)?.[1];
    if (key && said.includes("listening")) return key;
  }
  throw new Error(`the witness did not start: ${said}`);
}

test("a witness's cosignature under the checkpoint says when it was given", async () => {
  const server = await startServer();
  ends.push(() => server.stop());
  const get = (at: string): Promise<string> => new Promise((resolve, reject) => {
    request(new URL(at, server.baseUrl), { ca: server.ca }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part: string) => (body += part)).on("end", () => resolve(body));
    }).on("error", reject).end();
  });
  const log = (await get("/log/key")).trim();
  const port = await freePort();
  const key = await startWitness(port, log);
  await server.halt();
  await server.resume({ args: ["--witness", `${key},https://localhost:${port}`, "--witness-ca", path.join(folder, "tls", "cert.pem")] });
  const checkpoint = await until(async () => utf8(await get("/log/checkpoint")), (signed) => cosignedAt(signed, key) !== undefined);
  assert.ok(isWitnessKey(key) && !isWitnessKey(log));
  assert.ok(openCheckpoint(checkpoint, log).size > 0);
  assert.ok(Math.abs((cosignedAt(checkpoint, key) ?? 0) - Date.now() / 1_000) < 60);
  const changed = checkpoint.slice();
  changed[checkpoint.indexOf(10) + 1]! ^= 1; // the size
  assert.equal(cosignedAt(changed, key), undefined);
});
