/**
 * The core in Node: for tests and tools. It keeps what a browser would keep in
 * memory, or in the store it is given, and runs OPAQUE directly.
 */
import type { OutgoingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import WebSocket from "ws";
import type { DeviceStore } from "./context.ts";
import { type ClosableCore, type CoreDeps, createCore } from "./core.ts";
import { opaque as slowOpaque } from "./opaque.ts";
import type { Opaque } from "./opaque_port.ts";
import type { SocketLike } from "./socket.ts";
import { closable, createMemoryStore } from "./storage.ts";

export interface NodeCoreArgs {
  readonly baseUrl: string;
  /** PEM of a certificate to trust besides the system's and those of NODE_EXTRA_CA_CERTS. */
  readonly ca?: string | undefined;
  readonly store?: DeviceStore;
  /** In place of a browser's. */
  readonly opaque?: Opaque;
  /** In place of the system's (survey/leaving.ts). */
  readonly chance?: () => number;
  readonly now?: () => number;
}

/** A core of this process. `close` lets the process end, or another core go on with the same store. */
export function createNodeCore({ baseUrl, ca, store = createMemoryStore(), opaque = slowOpaque, ...chosen }: NodeCoreArgs): ClosableCore {
  const own = closable(store);
  const core = createCore({
    ...reaching(baseUrl, ca),
    ...chosen,
    opaque,
    store: own,
  });
  return {
    ...core,
    async close() {
      await core.close();
      // What is still on its way must not be written beside the next core.
      own.close();
    },
  };
}

/** How a server is reached from Node; by connections of `agent`, where given. */
export function reaching(baseUrl: string, ca: string | undefined, agent?: Agent): Pick<CoreDeps, "baseUrl" | "openSocket" | "fetch" | "apart"> {
  return {
    baseUrl,
    // ws has the part of the browser's WebSocket that is used; the server wants to see its own origin.
    openSocket: (url) => new WebSocket(url, { origin: baseUrl, ...(ca ? { ca } : {}), ...(agent ? { agent } : {}) }) as unknown as SocketLike,
    ...(ca ? { fetch: trusting(ca, agent) } : {}),
    apart: trusting(ca, new Agent({ keepAlive: false })),
  };
}

/** A fetch that trusts one more certificate, which Node's own cannot be told. Bodies are bytes, answers are read whole. */
function trusting(ca: string | undefined, agent?: Agent): typeof globalThis.fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const headers: OutgoingHttpHeaders = Object.fromEntries(new Headers(init.headers));
      const options = { ...(ca ? { ca } : {}), method: init.method ?? "GET", headers, ...(init.signal ? { signal: init.signal } : {}), ...(agent ? { agent } : {}) };
      const sending = request(String(input), options, (answer) => {
        const parts: Uint8Array[] = [];
        answer.on("data", (part: Uint8Array) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () => {
          const sent = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500, headers: sent }));
        });
      });
      // As fetch does when nobody answers.
      sending.on("error", (cause) => reject(new TypeError("fetch failed", { cause })));
      sending.end(init.body as Uint8Array | undefined);
    });
}
