/** What the core asks of OPAQUE, wherever it runs; and the way to it over a message port. */
import { connect, type Port, serve } from "./rpc.ts";

export interface OpaqueStarted {
  /** Secret; to be handed to the second step. */
  readonly state: string;
  /** RegistrationRequest or KE1. */
  readonly message: Uint8Array;
}
export interface OpaqueFinished {
  /** RegistrationRecord or KE3. */
  readonly message: Uint8Array;
  /** 64 bytes; the same at registration and at each log-in. */
  readonly exportKey: Uint8Array;
}
interface SecondStep {
  readonly state: string;
  readonly passphrase: string;
  readonly response: Uint8Array;
}

export interface Opaque {
  startRegistration(passphrase: string): Promise<OpaqueStarted>;
  finishRegistration(args: SecondStep): Promise<OpaqueFinished>;
  startLogin(passphrase: string): Promise<OpaqueStarted>;
  /** Undefined when the passphrase is not right, or the server not the one. */
  finishLogin(args: SecondStep): Promise<OpaqueFinished | undefined>;
}

const NAMES = ["startRegistration", "finishRegistration", "startLogin", "finishLogin"] as const;

export function serveOpaque(port: Port, opaque: Opaque): void {
  serve(port, opaque, NAMES);
}

export function connectOpaque(port: Port): Opaque {
  return connect<Opaque>(port, NAMES);
}
