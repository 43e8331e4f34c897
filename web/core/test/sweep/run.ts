/** One sweep: a server with its traces, a story, and everything searched for what was planted in it. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClosableCore } from "../../core.ts";
import { BINARY, freePort, startServer, type TestServer } from "../server.ts";
import { sweptCore } from "./browser.ts";
import type { Part } from "./expand.ts";
import type { Place } from "./kinds.ts";
import { createMarkers, type Markers } from "./markers.ts";
import { memoryOf, unreadable } from "./memory.ts";
import { filesIn, metricsOf } from "./places.ts";
import { type Finding, searcher } from "./search.ts";
import { tracing, untraceable, written } from "./trace.ts";

/** What was found, and what could not be searched and why. */
export interface Result {
  readonly findings: readonly Finding[];
  readonly notDone: ReadonlyMap<Place, string>;
  /** Bytes searched, by place. */
  readonly bytes: ReadonlyMap<Place, number>;
  readonly markers: number;
}

export interface Stage {
  readonly server: TestServer;
  readonly markers: Markers;
  /** A folder of its own, with "tmp" for temporary files of the server. */
  readonly folder: string;
  readonly binary: string;
  browser(): ClosableCore;
  /** Searches memory, metrics and files as they are now, while it runs. */
  look(when: string): Promise<void>;
  /** The files alone. */
  files(when: string): void;
  /** Searches these for what is planted so far. */
  search(place: Place, parts: Iterable<Part>): void;
}

export interface Setting {
  readonly binary?: string;
  readonly args?: readonly string[];
  readonly say: (text: string) => void;
}

/** Plays on a server of its own and searches; `play` leaves it running or halted. */
export async function sweep({ binary = BINARY, args = [], say }: Setting, play: (stage: Stage) => Promise<void>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "alcove-sweep-"));
  const [temporary, traces] = ["tmp", "traces"].map((name) => path.join(folder, name)) as [string, string];
  for (const each of [temporary, traces]) mkdirSync(each);
  const notDone = new Map<Place, string>();
  const blind = untraceable();
  if (blind) for (const place of ["writes", "network"] as const) notDone.set(place, blind);
  const traced = blind ? binary : tracing(binary, traces);
  const markers = createMarkers();
  const findings = new Map<string, Finding>();
  const bytes = new Map<Place, number>();
  const cores: ClosableCore[] = [];
  const metrics = `127.0.0.1:${await freePort()}`;
  const server = await startServer(["--metrics", metrics, ...args], undefined, { binary: traced, env: { TMPDIR: temporary } });
  const search = (place: Place, parts: Iterable<Part>): readonly Finding[] => {
    const found = searcher(markers.all)(place, parts);
    bytes.set(place, (bytes.get(place) ?? 0) + found.bytes);
    for (const finding of found.findings) {
      const key = `${finding.kind}/${finding.place}/${finding.text}/${finding.encoding}`;
      if (!findings.has(key)) findings.set(key, finding);
    }
    return found.findings;
  };
  const files = (when: string): void => {
    const parts = [...filesIn(server.data, when), ...filesIn(temporary, when)];
    const own = ({ name }: Part): boolean => /\.key /u.test(name);
    search("disk", parts.filter(own));
    const elsewhere = search("disk", parts.filter((part) => !own(part))).find(({ kind }) => kind === "keys");
    if (elsewhere) throw new Error(`a key of the server is in ${elsewhere.where}`);
  };
  const stage: Stage = {
    server, markers, folder, binary, search, files,
    browser() {
      const core = sweptCore(server, markers);
      cores.push(core);
      return core;
    },
    async look(when) {
      const begun = Date.now();
      const denied = unreadable(server.pid);
      if (denied) notDone.set("memory", `the memory of a process may not be read here: ${denied}`);
      else search("memory", memoryOf(server.pid, when));
      search("log", await metricsOf(metrics));
      files(when);
      say(`looked ${when}: ${Date.now() - begun} ms`);
    },
  };
  try {
    await play(stage);
    for (const core of cores) await core.close();
    await server.halt();
    files("stopped");
    search("log", [{ name: "log", bytes: Buffer.from(server.output()) }]);
    if (!blind) {
      const { parts, calls } = written(traces);
      if (calls === 0) throw new Error("strace wrote down nothing");
      search("writes", parts.filter(({ to }) => to === "file"));
      search("network", parts.filter(({ to }) => to === "connection"));
      search("log", parts.filter(({ to }) => to === "pipe"));
      say(`${calls} system calls`);
    }
    return { findings: [...findings.values()], notDone, bytes, markers: markers.all.length };
  } finally {
    for (const core of cores) await core.close().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
