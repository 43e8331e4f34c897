/**
 * Entry of the worker that runs the core. The page first hands it the port to
 * OPAQUE; calls that come before wait, because a worker's messages come in order.
 */
import { CORE_METHODS } from "./bridge.ts";
import { createCore } from "./core.ts";
import { deviceKindOf } from "./device_kind.ts";
import { createWebLock } from "./lock.ts";
import { connectOpaque } from "./opaque_port.ts";
import { type Port, serve } from "./rpc.ts";
import type { SocketLike } from "./socket.ts";
import { createIndexedDbStore } from "./storage.ts";

/** A worker's own scope; the DOM's types know only the window's. */
const scope = globalThis as unknown as Port;

function run(opaquePort: MessagePort): void {
  const store = createIndexedDbStore();
  const core = createCore({
    baseUrl: location.origin,
    opaque: connectOpaque(opaquePort),
    openSocket: (url) => new WebSocket(url) as SocketLike,
    store,
    kind: deviceKindOf(navigator.userAgent),
    only: { lock: createWebLock(), store },
  });
  core.subscribe(serve(scope, core, CORE_METHODS));
}

let running = false;
scope.addEventListener("message", ({ data }) => {
  if (running || !(data instanceof MessagePort)) return;
  running = true;
  run(data);
});
