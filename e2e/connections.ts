/** A proxy that sees of a browser what the network between it and a server sees: connections, and how much goes up each. */
import { createServer, connect, type Socket } from "node:net";

export interface Connections {
  /** "http://127.0.0.1:…", for a browser context. */
  readonly proxy: { readonly server: string; readonly bypass: string };
  /** Begins to count; the answer tells how many bytes went up each connection since, in the order in which they were opened. */
  since(): () => readonly number[];
  stop(): Promise<void>;
}

export async function startConnections(): Promise<Connections> {
  const up: number[] = [];
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    open.add(browser);
    browser.on("error", () => browser.destroy());
    browser.once("data", (asked) => {
      const [, host, port] = /^CONNECT ([^:\s]+):(\d+) /u.exec(asked.toString("latin1")) ?? [];
      if (!host || !port) return void browser.destroy();
      const there = connect(Number(port), host, () => browser.write("HTTP/1.1 200 OK\r\n\r\n"));
      open.add(there);
      const at = up.push(0) - 1;
      browser.on("data", (bytes) => {
        up[at] = (up[at] ?? 0) + bytes.length;
        there.write(bytes);
      });
      there.on("data", (bytes) => void browser.write(bytes));
      there.on("error", () => browser.destroy());
      there.on("close", () => browser.destroy());
      browser.on("close", () => there.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    // A browser asks no proxy for what is on its own machine, unless told to.
    proxy: { server: `http://127.0.0.1:${typeof address === "object" ? address!.port : 0}`, bypass: "<-loopback>" },
    since() {
      const before = [...up];
      return () => up.map((bytes, at) => bytes - (before[at] ?? 0));
    },
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
