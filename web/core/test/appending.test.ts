/** What is appended goes over the event socket, and by HTTP where that ends; against the real server, and by the refusals it sends. */
import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { Code } from "@connectrpc/connect";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { WebSocket } from "ws";
import type { Core } from "../api.ts";
import { createCore } from "../core.ts";
import { type Answer, AnswerSchema, AppendResponseSchema, ClientEventSchema, ServerEventSchema } from "../gen/alcove/v1/stream_pb.ts";
import { reaching } from "../node.ts";
import type { SocketLike } from "../socket.ts";
import { createMemoryStore } from "../storage.ts";
import { createTransport } from "../transport.ts";
import { PASSPHRASE, type TestPractice, texts, untilView } from "./practice.ts";
import { quickOpaque } from "./quick_opaque.ts";
import type { TestServer } from "./server.ts";
import { withPractice } from "./with_practice.ts";

let server: TestServer;
let practice: TestPractice;
withPractice((opened, started) => {
  [practice, server] = [opened, started];
});

/** A browser whose sockets and appends by HTTP are seen; `afterSend` is called when an append went over a socket. */
function watched(): { readonly core: Core & { close(): Promise<void> }; byHTTP: number; bySocket: number; afterSend: (socket: WebSocket) => void } {
  const way = reaching(server.baseUrl, server.ca);
  const seen = { byHTTP: 0, bySocket: 0, afterSend: (_: WebSocket): void => undefined };
  const core = createCore({
    ...way,
    opaque: quickOpaque,
    store: createMemoryStore(),
    fetch(input, init) {
      if (String(input).endsWith("StreamService/Append")) seen.byHTTP++;
      return (way.fetch ?? fetch)(input, init);
    },
    openSocket(url) {
      const socket = way.openSocket(url);
      const send = socket.send.bind(socket);
      socket.send = (data) => {
        send(data);
        if (fromBinary(ClientEventSchema, data).event.case !== "append") return;
        seen.bySocket++;
        seen.afterSend(socket as unknown as WebSocket);
      };
      return socket;
    },
  });
  return Object.assign(seen, { core });
}

test("what is said goes over the socket, and once by HTTP where the socket ends before the answer", async () => {
  const { core, id, loginName } = await practice.talkingClient("Quiet Heron");
  await core.close();
  const client = watched();
  await client.core.logIn({ loginName, passphrase: PASSPHRASE });
  await untilView(client.core, id, (view) => view.canWrite);
  client.byHTTP = client.bySocket = 0;
  const said = ["one", "two", "three"];
  for (const text of said) {
    await client.core.send(id, text);
    await untilView(client.core, id, (view) => view.items.some((item) => item.kind === "message" && item.text === text && item.delivery !== "queued" && item.delivery !== "sending"));
  }
  assert.ok(client.bySocket >= said.length);
  assert.equal(client.byHTTP, 0);

  let cut = 0;
  client.afterSend = (socket) => {
    cut++;
    socket.terminate();
  };
  await client.core.send(id, "cut off");
  await untilView(client.core, id, (view) => view.items.some((item) => item.kind === "message" && item.text === "cut off" && item.delivery !== "queued" && item.delivery !== "sending"));
  assert.ok(cut >= 1 && client.byHTTP >= 1, "it went again, by HTTP");
  client.afterSend = () => undefined;
  const all = [...said, "cut off"];
  assert.deepEqual(texts(await untilView(practice.practitioner.core, id, (view) => texts(view).length >= all.length)), all);
  await practice.practitioner.core.send(id, "I hear you");
  assert.deepEqual(texts(await untilView(client.core, id, (view) => texts(view).includes("I hear you"))), [...all, "I hear you"]);
  await client.core.close();
});

/** A transport whose socket is open and answered by the test, and which reaches nobody by HTTP, or a server that appended. */
function doubled(answered: (call: number) => Answer["result"] | undefined, reached = false): { readonly closed: () => number; append(size?: number): Promise<unknown>; hear(): void; readonly byHTTP: () => number; end(): void } {
  let byHTTP = 0;
  let closed = 0;
  const fake: SocketLike = {
    binaryType: "", onopen: null, onmessage: null, onclose: null, onerror: null,
    close: () => void closed++,
    send(data) {
      const { event } = fromBinary(ClientEventSchema, data);
      if (event.case === "hello") tell({ case: "ready", value: {} });
      if (event.case !== "append") return;
      const result = answered(event.value.call);
      if (result) tell({ case: "answer", value: create(AnswerSchema, { call: event.value.call, result }) });
    },
  };
  function tell(event: MessageInitShape<typeof ServerEventSchema>["event"] & {}): void {
    fake.onmessage?.({ data: new Uint8Array(toBinary(ServerEventSchema, create(ServerEventSchema, { event }))).buffer });
  }
  const transport = createTransport({
    baseUrl: "https://nobody.invalid",
    openSocket: () => fake,
    fetch: () => {
      byHTTP++;
      if (!reached) return Promise.reject(new TypeError("fetch failed"));
      const body = new Uint8Array(toBinary(AppendResponseSchema, create(AppendResponseSchema, { seqs: [4n] })));
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/proto" } }));
    },
    onSessionLost: () => undefined,
  });
  transport.setToken(new Uint8Array(32));
  transport.connect();
  fake.onopen?.();
  return {
    append: (size = 0) => transport.stream.append({ streamId: new Uint8Array(16), records: [{ ciphertext: new Uint8Array(size) }] }),
    hear: () => tell({ case: "vaultChanged", value: {} }),
    byHTTP: () => byHTTP,
    closed: () => closed,
    end: () => transport.disconnect(),
  };
}

test("a refusal is the same error as by HTTP", async () => {
  const refused = doubled(() => ({ case: "failure", value: { $typeName: "alcove.v1.Failure", code: Code.Aborted, message: "Somebody was quicker.", info: { $typeName: "alcove.v1.ErrorInfo", code: "epoch_stale", current: 7n } } }));
  await assert.rejects(refused.append(), { name: "CoreError", code: "epoch_stale", message: "Somebody was quicker.", current: 7n });
  const busy = doubled(() => ({ case: "failure", value: { $typeName: "alcove.v1.Failure", code: Code.Canceled, message: "canceled" } }));
  await assert.rejects(busy.append(), { code: "offline" });
  assert.equal(refused.byHTTP() + busy.byHTTP(), 0, "it was answered");
});

test("what is longer than the server takes over the socket goes by HTTP", async () => {
  const line = doubled(() => ({ case: "appended", value: { $typeName: "alcove.v1.AppendResponse", seqs: [4n] } }));
  await line.append(31_900);
  assert.equal(line.byHTTP(), 0);
  await assert.rejects(line.append(32_000), { code: "offline" });
  assert.equal(line.byHTTP(), 1);
});

test("what is not answered in time goes by HTTP, and so does what follows until the socket is heard again", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    let mute = true;
    const line = doubled(() => (mute ? undefined : { case: "appended", value: { $typeName: "alcove.v1.AppendResponse", seqs: [4n] } }));
    const first = assert.rejects(line.append(), { code: "offline" });
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(8_000);
    await first;
    assert.equal(line.byHTTP(), 1);
    mute = false;
    await assert.rejects(line.append(), { code: "offline" });
    assert.equal(line.byHTTP(), 2);
    line.hear();
    assert.deepEqual(await line.append(), create(AppendResponseSchema, { seqs: [4n] }));
    assert.equal(line.byHTTP(), 2);
    line.end();
    await assert.rejects(line.append(), { code: "offline" });
    assert.equal(line.byHTTP(), 3, "no socket is open any more");
  } finally {
    mock.timers.reset();
  }
});

test("a socket that says nothing while the server answers by HTTP is given up", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const line = doubled(() => undefined, true);
    const appended = line.append();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(line.closed(), 0);
    mock.timers.tick(8_000);
    assert.deepEqual(await appended, create(AppendResponseSchema, { seqs: [4n] }));
    assert.deepEqual([line.byHTTP(), line.closed()], [1, 1]);
    line.end();
  } finally {
    mock.timers.reset();
  }
});
