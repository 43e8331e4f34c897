/** Entry of the worker that runs OPAQUE; the page hands it the port on which the core asks. */
import { opaque } from "./opaque.ts";
import { serveOpaque } from "./opaque_port.ts";

globalThis.addEventListener("message", ({ data }: MessageEvent) => {
  if (data instanceof MessagePort) serveOpaque(data, opaque);
});
