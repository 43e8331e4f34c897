/** Starts the real server for a test: a free loopback port, a data folder of its own, its own certificate. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TestServer {
  readonly baseUrl: string;
  /** PEM of the certificate it made for itself. */
  readonly ca: string;
  /** Of the set-up link it prints while nobody runs the practice. */
  readonly setUpToken: string;
  stop(): Promise<void>;
}

/** What `make build` makes; ALCOVE_BINARY names another one. */
const BINARY = path.resolve(process.env["ALCOVE_BINARY"] ?? "bin/alcove");
const START_WITHIN = 20_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

export async function startServer(): Promise<TestServer> {
  if (!existsSync(BINARY)) execFileSync("make", ["build"], { stdio: "inherit" });
  const data = mkdtempSync(path.join(tmpdir(), "alcove-test-"));
  const port = await freePort();
  const child = spawn(BINARY, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--metrics", ""], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exited;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const setUpToken = await new Promise<string>((resolve, reject) => {
      let said = "";
      const hear = (part: Buffer): void => {
        said += part.toString();
        const link = /\/app\/setup#([A-Za-z0-9_-]+)/.exec(said);
        if (link?.[1]) resolve(link[1]);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)));
      setTimeout(() => reject(new Error(`the server told no set-up link: ${said}`)), START_WITHIN).unref();
    });
    return { baseUrl: `https://localhost:${port}`, ca: readFileSync(path.join(data, "tls", "cert.pem"), "utf8"), setUpToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
