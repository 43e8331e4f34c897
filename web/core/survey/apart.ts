/**
 * The way on which answers travel: calls without a session, by connections of their own.
 *
 * No interceptor adds a token here, and the server refuses a call that carries one. In
 * a browser "omit" has another effect besides sending no cookies: connections that carry
 * credentials and those that carry none are kept apart there (Fetch standard, "connection
 * pools": the key has whether credentials are included), so that the server does not see
 * an answer come on the connection of a session.
 */
import type { Client } from "@connectrpc/connect";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { AuthService } from "../gen/alcove/v1/auth_pb.ts";
import { KeyLogService } from "../gen/alcove/v1/keylog_pb.ts";
import { SurveyService } from "../gen/alcove/v1/survey_pb.ts";
import { failingAsCore } from "../transport.ts";

const TIMEOUT = 30_000;

export interface Apart {
  readonly surveys: Client<typeof SurveyService>;
  readonly keylog: Client<typeof KeyLogService>;
  readonly auth: Client<typeof AuthService>;
}

export interface ApartArgs {
  readonly baseUrl: string;
  /** In place of the browser's, by connections that nothing else uses. */
  readonly apart?: typeof globalThis.fetch;
}

export function createApart({ baseUrl, apart = globalThis.fetch }: ApartArgs): Apart {
  const connect = createConnectTransport({
    baseUrl, useBinaryFormat: true, defaultTimeoutMs: TIMEOUT,
    fetch: (input, init) => apart(input, { ...init, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }),
  });
  return {
    surveys: failingAsCore(createClient(SurveyService, connect)),
    keylog: failingAsCore(createClient(KeyLogService, connect)),
    auth: failingAsCore(createClient(AuthService, connect)),
  };
}
