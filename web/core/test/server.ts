/** Starts the real server for a test: a free loopback port, a data folder of its own, its own certificate. */
import { execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

export interface TestServer {
  readonly baseUrl: string;
  /** PEM of the certificate it made for itself. */
  readonly ca: string;
  /** Of the set-up link it printed when it started last, while nobody runs the practice. */
  readonly setUpToken: string;
  readonly data: string;
  /** Of the process that runs, or ran last. */
  readonly pid: number;
  /** Everything it said and logged so far. */
  output(): string;
  /** Ends the process; what it stored stays. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data, changed as `also` says. */
  resume(also?: More): Promise<void>;
  /** Ends it and removes what it stored. */
  stop(): Promise<void>;
}

export interface More {
  /** In place of what `make build` made. */
  readonly binary?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What `make build` makes; ALCOVE_BINARY names another one. */
export const BINARY = path.resolve(process.env["ALCOVE_BINARY"] ?? "bin/alcove");
const START_WITHIN = 20_000;

/** A port of 127.0.0.1 that nobody listens on. */
/** Runs one of the program's other commands, and answers what it printed. */
export const alcove = (...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> => promisify(execFile)(BINARY, args);

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

interface Process {
  readonly pid: number;
  readonly setUpToken: string;
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the binary on a data folder; resolves once it listens. */
async function run(data: string, port: number, hear: (said: string) => void, { binary = BINARY, args = [], env = {} }: More): Promise<Process> {
  const child = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--metrics", "", ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // A test that fails does not come to its end, and leaves nothing running all the same.
  const orphaned = (): void => void child.kill("SIGKILL");
  process.once("exit", orphaned);
  child.once("exit", () => process.off("exit", orphaned));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  try {
    const setUpToken = await new Promise<string>((resolve, reject) => {
      let said = "";
      const listen = (part: Buffer): void => {
        said += part.toString();
        hear(part.toString());
        if (/^listening on/m.test(said)) resolve(/\/app\/setup#([A-Za-z0-9_-]+)\s/.exec(said)?.[1] ?? "");
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)));
      setTimeout(() => reject(new Error(`the server did not start: ${said}`)), START_WITHIN).unref();
    });
    return { pid: child.pid ?? 0, setUpToken, end };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
}

/** `more`: options besides those that a test needs anyway; `from`: the data folder of another, to begin with a copy of it; `always`: how it is run each time. */
export async function startServer(more: readonly string[] = [], from?: string, always: Omit<More, "args"> = {}): Promise<TestServer> {
  if (!existsSync(BINARY)) execFileSync("make", ["build"], { stdio: "inherit" });
  const data = mkdtempSync(path.join(tmpdir(), "alcove-test-"));
  if (from !== undefined) cpSync(from, data, { recursive: true });
  const port = await freePort();
  let output = "";
  const begin = (also: More = {}): Promise<Process> => run(data, port, (said) => void (output += said), { ...always, ...also, args: [...more, ...(also.args ?? [])] });
  let running: Process | undefined = await begin();
  let pid = running.pid;
  const halt = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    await running?.end(signal);
    running = undefined;
  };
  return {
    baseUrl: `https://localhost:${port}`,
    get ca() {
      return readFileSync(path.join(data, "tls", "cert.pem"), "utf8");
    },
    get setUpToken() { return running?.setUpToken ?? ""; },
    data,
    get pid() { return pid; },
    output: () => output,
    halt,
    async resume(also) {
      running ??= await begin(also);
      pid = running.pid;
    },
    async stop() {
      await halt();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A drill on the copy of a server's data. */
export interface TestDrill {
  readonly baseUrl: string;
  readonly ca: string;
  /** In place of a steward's passkey. */
  readonly code: string;
  stop(): Promise<void>;
}

export async function startDrill(data: string): Promise<TestDrill> {
  const port = await freePort();
  const child = spawn(BINARY, ["drill", "--data", data, "--listen", `localhost:${port}`], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      if (said.includes("listening on")) resolve();
    });
    child.once("exit", () => reject(new Error(`the drill ended: ${said}`)));
  });
  const [, folder = ""] = /^the copy is in (\S+)/m.exec(said) ?? [];
  const [, code = ""] = /once with the code (\S+)/.exec(said) ?? [];
  return {
    baseUrl: `https://localhost:${port}`, ca: readFileSync(path.join(folder, "tls", "cert.pem"), "utf8"), code,
    async stop() {
      child.kill("SIGINT");
      await exited;
      if (existsSync(folder)) throw new Error("the copy is still there");
    },
  };
}
