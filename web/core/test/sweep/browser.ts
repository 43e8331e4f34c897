/** Browsers of the sweep: each comes from an address of its own, says who it is in markers, and what secrets it was given is remembered. */
import { randomInt } from "node:crypto";
import { Agent, type RequestOptions } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import WebSocket from "ws";
import type { ClosableCore } from "../../core.ts";
import { createCore } from "../../core.ts";
import { reaching } from "../../node.ts";
import { opaque } from "../../opaque.ts";
import type { SocketLike } from "../../socket.ts";
import { createMemoryStore } from "../../storage.ts";
import type { DeviceStore } from "../../context.ts";
import type { TestServer } from "../server.ts";
import type { Markers } from "./markers.ts";

/** Of 127.77.0.0/16, which is this machine and nobody else's. */
export const newAddress = (markers: Markers): string => markers.plant("addresses", `127.77.${randomInt(100, 255)}.${randomInt(100, 255)}`);

/** Connections from one address; with which ports is remembered, for hashes of both. */
class From extends Agent {
  constructor(private readonly markers: Markers, private readonly address: string, keepAlive = true) {
    super({ keepAlive });
  }
  override createConnection(options: RequestOptions, connected?: (error: Error | null, stream: Duplex) => void): Duplex {
    const socket = super.createConnection({ ...options, localAddress: this.address, family: 4 }, connected) as Socket;
    socket.on("connect", () => this.markers.plant("addresses", `${this.address}:${socket.localPort ?? 0}`));
    return socket;
  }
}

export interface Visitor {
  readonly address: string;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
}

/** Somebody with a browser: address and headers. */
export function visitor(markers: Markers): Visitor {
  const address = newAddress(markers);
  const headers = {
    "User-Agent": `Mozilla/5.0 (${markers.word("agents")}) ${markers.word("agents")}/1.0`, Referer: `https://${markers.word("agents")}.example/${markers.word("agents")}?q=${markers.word("agents")}`,
    "Accept-Language": `de;q=0.9, ${markers.word("agents")};q=0.1`, Cookie: `${markers.word("agents")}=${markers.word("agents")}`, "X-Forwarded-For": newAddress(markers), Forwarded: `for=${newAddress(markers)}`,
  };
  return { address, agent: new From(markers, address), headers };
}

export function sweptCore(server: Pick<TestServer, "baseUrl" | "ca">, markers: Markers, store: DeviceStore = createMemoryStore(), who: Visitor = visitor(markers)): ClosableCore {
  const reached = reaching(server.baseUrl, server.ca, who.agent);
  const apart = new From(markers, who.address, false);
  const asVisitor = (by: typeof globalThis.fetch): typeof globalThis.fetch => (input, init = {}) => by(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...who.headers } });
  const core = createCore({
    ...reached, opaque, store, chance: () => 0,
    openSocket: (url) => new WebSocket(url, { origin: server.baseUrl, ca: server.ca, agent: who.agent, headers: who.headers }) as unknown as SocketLike,
    fetch: (input, init = {}) => {
      const token = /^Bearer (.+)$/.exec(new Headers(init.headers).get("Authorization") ?? "")?.[1];
      if (token) markers.plant("sessions", token);
      return asVisitor(reached.fetch!)(input, init);
    },
    apart: asVisitor(reaching(server.baseUrl, server.ca, apart).fetch!),
  });
  return { ...core, async close() {
    await core.close();
    who.agent.destroy();
  } };
}
