/**
 * Appending over the event socket while it is open: a request over HTTP costs the
 * server several times as much. Whatever is not answered there goes by HTTP, where the
 * idempotency keys of the same request see to it that nothing is in a stream twice.
 */
import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { ErrorInfoSchema } from "./gen/alcove/v1/errors_pb.ts";
import { type AppendRequest, type Failure, StreamService } from "./gen/alcove/v1/stream_pb.ts";
import type { EventSocket } from "./socket.ts";

/** Calls of `Append` that go over the socket if `own` says that they are of the session that it was opened for. */
export function overSocket(socket: EventSocket, own: (headers: Headers) => boolean): Interceptor {
  return (next) => async (request) => {
    if (request.stream || request.method !== StreamService.method.append || !own(request.header)) return next(request);
    const answer = await socket.append(request.message as AppendRequest);
    if (answer?.case === "failure") throw refusal(answer.value);
    if (answer?.case !== "appended") {
      const response = await next(request);
      socket.answeredElsewhere();
      return response;
    }
    return { stream: false, service: request.service, method: request.method, header: new Headers(), trailer: new Headers(), message: answer.value };
  };
}

/** What the same refusal is by HTTP. */
function refusal({ code, message, info }: Failure): ConnectError {
  return new ConnectError(message, code in Code ? code : Code.Internal, undefined, info ? [{ desc: ErrorInfoSchema, value: info }] : []);
}
