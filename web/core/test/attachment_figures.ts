/**
 * How fast a file goes to somebody and is fetched by them, encrypted, in pieces,
 * each durable before it is acknowledged, beside a plain HTTPS upload and
 * download of the same bytes in the same run. Figures, no test; run by
 * scripts/bench-attachments.mjs.
 */
import { spawn } from "node:child_process";
import { request } from "node:https";
import path from "node:path";
import process from "node:process";
import type { Core } from "../api.ts";
import { randomBytes } from "../bytes.ts";
import { openPractice, untilView } from "./practice.ts";
import { startServer } from "./server.ts";

const MEGABYTES = Number(process.env["MEGABYTES"] ?? 64);
const RUNS = Number(process.env["RUNS"] ?? 3);
const PLAIN_SERVER = process.env["PLAIN_SERVER"] ?? "";

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const rate = (ms: number): number => MEGABYTES / (ms / 1_000);

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** One plain exchange; resolves when the answer has come whole. */
function plain(port: number, ca: string, method: "PUT" | "GET", body?: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = request(`https://localhost:${port}/`, { method, ca, headers: body ? { "Content-Length": body.length } : {} }, (answer) => {
      answer.on("data", () => undefined);
      answer.on("end", resolve);
      answer.on("error", reject);
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Sends a file; resolves when the server has all of it and the message that names it is posted. */
async function send(core: Core, id: string, content: Blob, staged: () => void): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    const end = core.subscribe((event) => {
      if (event.type !== "uploads" || event.uploads.length > 0) return;
      end();
      resolve();
    });
  });
  await core.sendFile(id, { name: "file.bin", type: "", content });
  staged();
  await gone;
}

const server = await startServer();
const other = spawn(process.execPath, [PLAIN_SERVER, path.join(server.data, "tls"), path.join(server.data, "plain.bin")], { stdio: ["ignore", "pipe", "inherit"] });
const practice = await openPractice(server);
try {
  const port = await new Promise<number>((resolve) => other.stdout.once("data", (said: Buffer) => resolve(Number(said.toString()))));
  const { core: client, id } = await practice.talkingClient("Quiet Heron");
  const { core: practitioner } = practice.practitioner;
  const bytes = new Uint8Array(MEGABYTES * 1_000_000);
  for (let at = 0; at < bytes.length; at += 65_536) bytes.set(randomBytes(Math.min(65_536, bytes.length - at)), at);
  const content = new Blob([bytes]);
  const took = { up: [] as number[], encrypting: [] as number[], down: [] as number[], plainUp: [] as number[], plainDown: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    took.plainUp.push(await timed(() => plain(port, server.ca, "PUT", bytes)));
    const begun = performance.now();
    took.up.push(await timed(() => send(client, id, content, () => void took.encrypting.push(performance.now() - begun))));
    took.plainDown.push(await timed(() => plain(port, server.ca, "GET")));
    const view = await untilView(practitioner, id, ({ items }) => items.filter((item) => item.kind === "message" && item.file).length === run + 1);
    const message = view.items.findLast((item) => item.kind === "message" && item.file)?.id ?? "";
    took.down.push(await timed(() => practitioner.attachment(id, message)));
  }
  const tell = (figure: string, ms: readonly number[], beside?: readonly number[]): void => {
    const [mbPerSecond, plainly] = [rate(median(ms)), beside && rate(median(beside))];
    console.log(JSON.stringify({ figure, megabytes: MEGABYTES, runs: RUNS, mbPerSecond: Number(mbPerSecond.toFixed(1)), ...(plainly ? { plainMbPerSecond: Number(plainly.toFixed(1)), ofPlain: Number((mbPerSecond / plainly).toFixed(2)) } : {}) }));
  };
  tell("encrypting onto the device", took.encrypting);
  tell("encrypting and uploading", took.up, took.plainUp);
  tell("downloading, checking and decrypting", took.down, took.plainDown);
  console.log(JSON.stringify({ figure: "memory of both cores and the file", megabytes: MEGABYTES, rssMb: Math.round(process.memoryUsage().rss / 1e6) }));
} finally {
  await practice.close();
  other.kill();
  await server.stop();
}
