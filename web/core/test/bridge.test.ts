import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core, CoreEvent } from "../api.ts";
import { connectPort, CORE_METHODS } from "../bridge.ts";
import { CoreError } from "../errors.ts";
import { createNodeCore } from "../node.ts";
import { serve } from "../rpc.ts";

function bridged(core: Core): { readonly screen: Core; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  core.subscribe(serve(port1, core, CORE_METHODS));
  return { screen: connectPort(port2), close: () => port1.close() };
}

test("the bridge offers every method of the core", () => {
  const core = createNodeCore({ baseUrl: "https://localhost:1" });
  assert.deepEqual([...CORE_METHODS, "subscribe", "close"].sort(), Object.keys(core).sort());
});

test("answers, events and failures travel; a failure without its stack", async () => {
  const core = createNodeCore({ baseUrl: "https://localhost:1" });
  const { screen, close } = bridged(core);
  const events: CoreEvent[] = [];
  screen.subscribe((event) => events.push(event));
  assert.deepEqual(await screen.start(), { state: "none" });
  assert.deepEqual(events, [{ type: "session", session: { state: "none" } }]);
  assert.match(await screen.suggestPseudonym(), /^[a-z]+-[a-z]+$/);
  await assert.rejects(screen.logIn({ loginName: "no number", passphrase: "x" }), (error) => error instanceof CoreError && error.code === "login_failed");
  await assert.rejects(screen.practice(), (error) => error instanceof CoreError && error.code === "offline");
  await assert.rejects(screen.conversations(), (error) => error instanceof CoreError && error.code === "not_logged_in");
  close();
});

test("what goes wrong inside is told as internal, and nothing of it", async () => {
  const { port1, port2 } = new MessageChannel();
  const broken = { start: async () => Promise.reject(new Error("a secret")) } as unknown as Core;
  serve(port1, broken, CORE_METHODS);
  await assert.rejects(connectPort(port2).start(), (error) => error instanceof CoreError && error.code === "internal" && !error.message.includes("secret"));
  port1.close();
});

test("nothing can be called that was not offered", async () => {
  const { port1, port2 } = new MessageChannel();
  serve(port1, createNodeCore({ baseUrl: "https://localhost:1" }), CORE_METHODS);
  const answer = new Promise<unknown>((resolve) => port2.addEventListener("message", ({ data }) => resolve(data)));
  port2.start();
  port2.postMessage({ kind: "call", id: 1, method: "constructor", args: [] });
  assert.deepEqual(await answer, { kind: "failure", id: 1, failure: { code: "internal", message: "internal" } });
  port1.close();
});
