/**
 * OPAQUE (RFC 9807): proving a passphrase without telling it.
 *
 * The server learns neither the passphrase nor anything it could try guesses
 * on, beyond its own record. Both a registration and a log-in end with the same
 * export key, which only who knows the passphrase can have: it unlocks the
 * vault. ristretto255-SHA512, argon2id (3 passes, 64 MiB, 4 lanes).
 *
 * This module is the only one that knows the library. It needs WebAssembly, so
 * in a browser it runs in a worker of its own (opaque_worker.ts), which alone is
 * allowed to compile any.
 */
import { client, ready } from "@serenity-kit/opaque";
import { fromBase64url, toBase64url } from "./bytes.ts";
import type { Opaque } from "./opaque_port.ts";

type Stretching = NonNullable<Parameters<typeof client.finishLogin>[0]["keyStretching"]>;

/** What everybody's browser does. */
export const opaque = opaqueStretching("memory-constrained");

/**
 * With another stretching of passphrases, which is there to be slow: a server
 * cannot tell, and tests of something else need not wait for it. An account is
 * opened by the same that made it.
 */
export function opaqueStretching(keyStretching: Stretching): Opaque {
  return {
    async startRegistration(passphrase) {
      await ready;
      const { clientRegistrationState, registrationRequest } = client.startRegistration({ password: passphrase });
      return { state: clientRegistrationState, message: fromBase64url(registrationRequest) };
    },
    async finishRegistration({ state, passphrase, response }) {
      await ready;
      const { registrationRecord, exportKey } = client.finishRegistration({
        clientRegistrationState: state, registrationResponse: toBase64url(response), password: passphrase, keyStretching,
      });
      return { message: fromBase64url(registrationRecord), exportKey: fromBase64url(exportKey) };
    },
    async startLogin(passphrase) {
      await ready;
      const { clientLoginState, startLoginRequest } = client.startLogin({ password: passphrase });
      return { state: clientLoginState, message: fromBase64url(startLoginRequest) };
    },
    async finishLogin({ state, passphrase, response }) {
      await ready;
      const finished = client.finishLogin({
        clientLoginState: state, loginResponse: toBase64url(response), password: passphrase, keyStretching,
      });
      return finished && { message: fromBase64url(finished.finishLoginRequest), exportKey: fromBase64url(finished.exportKey) };
    },
  };
}
