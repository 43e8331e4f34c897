/**
 * The event socket: opened once, kept open. While it is, what is to be appended goes
 * over it, too.
 *
 * After a loss it is opened again, waiting from half a second to thirty, each
 * time about twice as long and never the same for two browsers, so that a
 * server which comes back is not met by everybody at once. The system's word
 * that the network is back cuts the wait short.
 */
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { Connection } from "./api.ts";
import { equalBytes } from "./bytes.ts";
import { type Answer, AppendCallSchema, type AppendRequest, type ClientEvent, ClientEventSchema, HelloSchema, type ServerEvent, ServerEventSchema } from "./gen/alcove/v1/stream_pb.ts";

/** The part of WebSocket that is used here; Node's `ws` has it as well. */
export interface SocketLike {
  binaryType: string;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  onerror: (() => void) | null;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
}
export type OpenSocket = (url: string) => SocketLike;

export interface SocketArgs {
  readonly url: string;
  readonly open: OpenSocket;
  readonly token: () => Uint8Array | undefined;
  /** Called when the server closed the socket because no session has this token (any more). */
  readonly onSessionLost: (token: Uint8Array) => void;
}

export interface EventSocket {
  readonly connect: () => void;
  readonly disconnect: () => void;
  /** Told that the server answered in another way: a socket that still says nothing is given up. */
  readonly answeredElsewhere: () => void;
  /** What the server answers; undefined where it has to be asked in another way, and may have done it already. */
  readonly append: (request: AppendRequest) => Promise<Answer["result"] | undefined>;
  readonly onEvent: (listener: (event: ServerEvent) => void) => () => void;
  readonly onConnection: (listener: (state: Connection) => void) => () => void;
}

/** The server's word for "log in" (docs/protocol.md). */
const NOT_LOGGED_IN = 4001;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** An opened socket that says nothing for so long is taken for dead. */
const READY_WITHIN = 15_000;

/** Appends are answered by then, or made again in another way. */
const ANSWER_WITHIN = 8_000;
/** What the server takes as one message, in bytes (docs/protocol.md). */
const LONGEST_MESSAGE = 32_000;

/** How long to wait before attempt number `attempt` (from 0): between half and the whole of 0.5 s · 2^attempt, at most 30 s. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt + 1, 16));
  return Math.max(FIRST_WAIT, longest * (0.5 + random() / 2));
}

export function createSocket(args: SocketArgs): EventSocket {
  const eventListeners = new Set<(event: ServerEvent) => void>();
  const connectionListeners = new Set<(state: Connection) => void>();
  let wanted = false;
  let socket: SocketLike | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let state: Connection = "offline";
  /** The token that the socket was opened with. */
  let known: Uint8Array | undefined;
  /** By number, how each append that was sent and not answered goes on. */
  const calls = new Map<number, (result?: Answer["result"]) => void>();
  let lastCall = 0;
  /** An answer did not come, and nothing else has since: the line may be cut without anybody having noticed. */
  let silent = false;

  function become(next: Connection): void {
    if (next === state && next !== "online") return;
    state = next;
    for (const listener of connectionListeners) listener(next);
  }

  function open(): void {
    clearTimeout(timer);
    const token = args.token();
    if (!wanted || !token) return;
    const opened = args.open(args.url);
    socket = opened;
    known = token;
    opened.binaryType = "arraybuffer";
    opened.onopen = () => opened.send(encode({ case: "hello", value: create(HelloSchema, { token }) }));
    opened.onmessage = ({ data }) => {
      if (opened === socket && data instanceof ArrayBuffer) receive(new Uint8Array(data));
    };
    opened.onerror = () => lose(opened);
    opened.onclose = ({ code }) => {
      lose(opened);
      // Who has another token by now goes on with that one: the attempt after the loss takes it.
      if (code === NOT_LOGGED_IN) args.onSessionLost(token);
    };
    timer = setTimeout(() => lose(opened), READY_WITHIN);
  }

  function receive(bytes: Uint8Array): void {
    let event: ServerEvent;
    try {
      event = fromBinary(ServerEventSchema, bytes);
    } catch {
      return; // Nothing of ours; whatever it was, reading from the cursor finds what is missing.
    }
    silent = false;
    if (event.event.case === "answer") {
      calls.get(event.event.value.call)?.(event.event.value.result);
      return;
    }
    if (event.event.case === "ready") {
      clearTimeout(timer);
      attempt = 0;
      become("online");
    }
    for (const listener of eventListeners) listener(event);
  }

  function lose(lost: SocketLike): void {
    if (lost !== socket) return;
    drop();
    if (!wanted) return;
    // The first loss is shown as a new attempt; only when that fails too we are offline.
    become(attempt === 0 && state === "online" ? "connecting" : "offline");
    timer = setTimeout(open, backOff(attempt++));
  }

  function drop(): void {
    clearTimeout(timer);
    const dropped = socket;
    socket = undefined;
    silent = false;
    dropped?.close();
    for (const unanswered of calls.values()) unanswered();
  }

  function append(request: AppendRequest): Promise<Answer["result"] | undefined> {
    const over = socket;
    const token = args.token();
    if (!over || state !== "online" || silent || !token || !known || !equalBytes(token, known)) return Promise.resolve(undefined);
    lastCall = (lastCall + 1) >>> 0;
    const call = lastCall;
    const message = encode({ case: "append", value: create(AppendCallSchema, { call, request }) });
    if (message.length > LONGEST_MESSAGE) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const overdue = setTimeout(() => {
        silent = true;
        end();
      }, ANSWER_WITHIN);
      function end(result?: Answer["result"]): void {
        clearTimeout(overdue);
        calls.delete(call);
        resolve(result);
      }
      calls.set(call, end);
      over.send(message);
    });
  }

  globalThis.addEventListener?.("online", () => {
    if (!wanted || state === "online") return;
    attempt = 0;
    drop();
    open();
  });
  globalThis.addEventListener?.("offline", () => {
    if (wanted && socket) lose(socket);
  });

  return {
    connect() {
      if (wanted) return;
      wanted = true;
      attempt = 0;
      become("connecting");
      open();
    },
    disconnect() {
      wanted = false;
      drop();
      become("offline");
    },
    answeredElsewhere() {
      if (silent && socket) lose(socket);
    },
    append,
    onEvent: (listener) => subscribe(eventListeners, listener),
    onConnection: (listener) => subscribe(connectionListeners, listener),
  };
}

function encode(event: ClientEvent["event"]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(toBinary(ClientEventSchema, create(ClientEventSchema, { event })));
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
