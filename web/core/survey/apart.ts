/**
 * The way on which answers travel: calls without a session, by connections of their own.
 *
 * Nothing adds a token there, and the server refuses a call that carries one. In a browser
 * "omit" (transport.ts) has another effect besides sending no cookies: connections that
 * carry credentials and those that carry none are kept apart (Fetch standard,
 * "connections": the key of a connection pool has whether credentials are included), so
 * that the server does not see an answer come on the connection of a session.
 */
import type { Client } from "@connectrpc/connect";
import type { Transport } from "../context.ts";
import type { AuthService } from "../gen/alcove/v1/auth_pb.ts";
import { KeyLogService } from "../gen/alcove/v1/keylog_pb.ts";
import { SurveyService } from "../gen/alcove/v1/survey_pb.ts";

export interface Apart {
  readonly surveys: Client<typeof SurveyService>;
  readonly keylog: Client<typeof KeyLogService>;
  readonly auth: Client<typeof AuthService>;
}

export const createApart = (transport: Pick<Transport, "apart" | "authApart">): Apart => ({
  surveys: transport.apart(SurveyService), keylog: transport.apart(KeyLogService), auth: transport.authApart(),
});
