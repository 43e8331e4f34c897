import { create, toBinary } from "@bufbuild/protobuf";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ServerEventSchema } from "../gen/alcove/v1/stream_pb.ts";
import { backOff, createSocket, type SocketLike } from "../socket.ts";

test("the wait doubles from half a second to thirty, and differs", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backOff(attempt, () => 1));
  assert.deepEqual(longest, [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  assert.deepEqual([0, 50].map((attempt) => backOff(attempt, () => 0)), [500, 15000]);
});

interface Fake extends SocketLike { sent: Uint8Array[]; closed: boolean }

function fakeSocket(): Fake {
  const fake: Fake = {
    binaryType: "", onopen: null, onmessage: null, onclose: null, onerror: null, sent: [], closed: false,
    send: (data) => void fake.sent.push(data),
    close: () => void (fake.closed = true),
  };
  return fake;
}

const ready = (): ArrayBuffer => new Uint8Array(toBinary(ServerEventSchema, create(ServerEventSchema, { event: { case: "ready", value: {} } }))).buffer;

test("a lost socket is opened again with its hello, and the states are told in order", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const opened: Fake[] = [];
  const socket = createSocket({
    url: "wss://x/events",
    token: () => new Uint8Array(32),
    onSessionLost: () => assert.fail("the session is not lost"),
    open: () => {
      const fake = fakeSocket();
      opened.push(fake);
      return fake;
    },
  });
  const told: string[] = [];
  socket.onConnection((state) => told.push(state));
  socket.onEvent(({ event }) => told.push(event.case ?? ""));
  socket.connect();
  opened[0]?.onopen?.();
  assert.equal(opened[0]?.sent.length, 1);
  opened[0]?.onmessage?.({ data: ready() });
  assert.deepEqual(told, ["connecting", "online", "ready"]);

  opened[0]?.onclose?.({ code: 1006 });
  assert.equal(told.at(-1), "connecting");
  mock.timers.tick(1000);
  assert.equal(opened.length, 2);
  opened[1]?.onerror?.();
  opened[1]?.onclose?.({ code: 1006 });
  assert.equal(told.at(-1), "offline");
  mock.timers.tick(2000);
  assert.equal(opened.length, 3);
  opened[2]?.onopen?.();
  opened[2]?.onmessage?.({ data: ready() });
  assert.deepEqual(told.slice(-2), ["online", "ready"]);

  socket.disconnect();
  mock.timers.tick(60_000);
  assert.equal(opened.length, 3);
  assert.equal(opened[2]?.closed, true);
  mock.timers.reset();
});

test("a socket that never says it is ready is given up", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const opened: Fake[] = [];
  const socket = createSocket({ url: "wss://x/events", token: () => new Uint8Array(32), onSessionLost: () => undefined, open: () => (opened.push(fakeSocket()), opened.at(-1) as Fake) });
  socket.connect();
  mock.timers.tick(15_000);
  assert.equal(opened[0]?.closed, true);
  mock.timers.tick(1000);
  assert.equal(opened.length, 2);
  socket.disconnect();
  mock.timers.reset();
});

test("a socket closed with 4001 tells which token counts no longer; a newer one is tried", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const opened: Fake[] = [];
  const lost: Uint8Array[] = [];
  let token = Uint8Array.of(1);
  const socket = createSocket({
    url: "wss://x/events", token: () => token, onSessionLost: (refused) => lost.push(refused), open: () => (opened.push(fakeSocket()), opened.at(-1) as Fake),
  });
  socket.connect();
  token = Uint8Array.of(2);
  opened[0]?.onclose?.({ code: 4001 });
  assert.deepEqual(lost, [Uint8Array.of(1)]);
  mock.timers.tick(1000);
  assert.equal(opened.length, 2);
  socket.disconnect();
  opened[1]?.onclose?.({ code: 4001 });
  mock.timers.tick(60_000);
  assert.equal(opened.length, 2);
  mock.timers.reset();
});
