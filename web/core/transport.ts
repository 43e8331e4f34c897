/**
 * The way to the server: Connect calls in binary protobuf, and the socket on
 * which it tells what happened.
 *
 * Every failure of a call becomes a CoreError: the server's own code where it
 * sent one (ErrorInfo), "offline" where nobody answered, else "internal".
 * What the server knows of us is in the call alone: a bearer token in the
 * header, no cookies.
 */
import { Code, ConnectError, createClient, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { overSocket } from "./appending.ts";
import { toBase64url } from "./bytes.ts";
import type { Transport } from "./context.ts";
import { CoreError } from "./errors.ts";
import { AccountService } from "./gen/alcove/v1/account_pb.ts";
import { AuthService } from "./gen/alcove/v1/auth_pb.ts";
import { PushService } from "./gen/alcove/v1/push_pb.ts";
import { BlobService } from "./gen/alcove/v1/blob_pb.ts";
import { ErrorInfoSchema } from "./gen/alcove/v1/errors_pb.ts";
import { LinkService } from "./gen/alcove/v1/link_pb.ts";
import { MailService } from "./gen/alcove/v1/mail_pb.ts";
import { PracticeService } from "./gen/alcove/v1/practice_pb.ts";
import { RoomService } from "./gen/alcove/v1/room_pb.ts";
import { StreamService } from "./gen/alcove/v1/stream_pb.ts";
import { createSocket, type OpenSocket } from "./socket.ts";

const TIMEOUT = 30_000;

export interface TransportArgs {
  /** Scheme, host and port, e.g. "https://localhost:8443". */
  readonly baseUrl: string;
  readonly openSocket: OpenSocket;
  /** Node's tests bring their own, which trusts their certificate. */
  readonly fetch?: typeof globalThis.fetch;
  /** In place of the browser's for calls without a session, by connections that nothing else uses. */
  readonly apart?: typeof globalThis.fetch;
  /** Called when the server says that a token which we sent counts no longer. */
  readonly onSessionLost: (token: Uint8Array) => void;
}

/** The header that a call with another token than the present one carries. */
export function bearer(token: Uint8Array): { readonly headers: { readonly Authorization: string } } {
  return { headers: { Authorization: `Bearer ${toBase64url(token)}` } };
}

export function createTransport(args: TransportArgs): Transport {
  let token: Uint8Array | undefined;

  const authorise: Interceptor = (next) => async (request) => {
    const sent = request.header.has("Authorization") ? undefined : token;
    if (sent) request.header.set("Authorization", bearer(sent).headers.Authorization);
    try {
      return await next(request);
    } catch (error) {
      if (sent && toCoreError(error).code === "not_logged_in") args.onSessionLost(sent);
      throw error;
    }
  };

  /** How far the server's clock is ahead of this device's, ms. Its Date (RFC 9110 §6.6.1) is of whole seconds. */
  let ahead = 0;
  const readClock: Interceptor = (next) => async (request) => {
    const answer = await next(request);
    const date = Date.parse(answer.header.get("Date") ?? "");
    if (!Number.isNaN(date)) ahead = date - Date.now();
    return answer;
  };

  const socket = createSocket({
    url: `${args.baseUrl.replace(/^http/, "ws")}/events`,
    open: args.openSocket,
    token: () => token,
    onSessionLost: args.onSessionLost,
  });
  const own = (headers: Headers): boolean => token !== undefined && headers.get("Authorization") === bearer(token).headers.Authorization;

  const connect = createConnectTransport({
    baseUrl: args.baseUrl,
    useBinaryFormat: true,
    defaultTimeoutMs: TIMEOUT,
    interceptors: [authorise, readClock, overSocket(socket, own)],
    ...(args.fetch ? { fetch: args.fetch } : {}),
  });
  const { apart = globalThis.fetch } = args;
  const connectApart = createConnectTransport({
    baseUrl: args.baseUrl,
    useBinaryFormat: true,
    defaultTimeoutMs: TIMEOUT,
    fetch: (input, init) => apart(input, { ...init, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }),
  });

  return {
    auth: failingAsCore(createClient(AuthService, connect)),
    account: failingAsCore(createClient(AccountService, connect)),
    stream: failingAsCore(createClient(StreamService, connect)),
    blob: failingAsCore(createClient(BlobService, connect)),
    link: failingAsCore(createClient(LinkService, connect)),
    push: failingAsCore(createClient(PushService, connect)),
    practice: failingAsCore(createClient(PracticeService, connect)),
    room: failingAsCore(createClient(RoomService, connect)),
    mail: failingAsCore(createClient(MailService, connect)),
    keylog: async () => failingAsCore(createClient((await import("./gen/alcove/v1/keylog_pb.ts")).KeyLogService, connect)),
    policy: async () => failingAsCore(createClient((await import("./gen/alcove/v1/policy_pb.ts")).PolicyService, connect)),
    client: (service) => failingAsCore(createClient(service, connect)),
    apart: (service) => failingAsCore(createClient(service, connectApart)),
    authApart: () => failingAsCore(createClient(AuthService, connectApart)),
    setToken(next) {
      token = next;
    },
    host: new URL(args.baseUrl).hostname,
    serverNow: () => Date.now() + ahead,
    connect: socket.connect,
    disconnect: socket.disconnect,
    onEvent: socket.onEvent,
    onConnection: socket.onConnection,
  };
}

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** The same client, its calls rejecting with CoreErrors. (Connect wraps whatever an interceptor throws.) */
function failingAsCore<T extends object>(client: T): T {
  const call = (method: Call): Call => (...args) =>
    method(...args).catch((error: unknown) => {
      throw toCoreError(error);
    });
  return Object.fromEntries(Object.entries(client).map(([name, method]) => [name, call(method as Call)])) as T;
}

/** Codes with which a proxy or a browser says that nobody answered. */
const UNREACHABLE: ReadonlySet<Code> = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Canceled]);

function toCoreError(error: unknown): CoreError {
  const failure = ConnectError.from(error);
  const [info] = failure.findDetails(ErrorInfoSchema);
  if (info) return new CoreError(info.code, failure.rawMessage, info.current);
  // fetch rejects with a TypeError when there is no connection.
  const unreachable = UNREACHABLE.has(failure.code) || failure.cause instanceof TypeError;
  return new CoreError(unreachable ? "offline" : "internal");
}
