/** Entry of the worker that runs OPAQUE; the page hands it the port on which the core asks. */
import type { OpaqueBeginning } from "./bridge.ts";
import { opaque } from "./opaque.ts";
import { serveOpaque } from "./opaque_port.ts";

globalThis.addEventListener("message", ({ data }: MessageEvent<OpaqueBeginning>) => {
  serveOpaque(data.port, opaque);
  for (const call of data.calls) data.port.dispatchEvent(new MessageEvent("message", { data: call }));
}, { once: true });
