/**
 * A passkey in software: enough of a WebAuthn authenticator (level 3, §6) for
 * the tests in Node. ES256, attestation "none", user present and verified. The
 * few CBOR bytes are written by hand.
 */
import { concatBytes, fromBase64url, plainBytes, randomBytes, sha256, toBase64url, utf8 } from "../bytes.ts";

export interface Authenticator {
  /** Takes PublicKeyCredentialCreationOptionsJSON, gives RegistrationResponseJSON. */
  create(optionsJson: string): Promise<string>;
  /** Takes PublicKeyCredentialRequestOptionsJSON, gives AuthenticationResponseJSON. */
  get(optionsJson: string): Promise<string>;
}

const PRESENT_AND_VERIFIED = 0x05;
const WITH_CREDENTIAL = 0x40;

export function createAuthenticator(origin: string): Authenticator {
  const credentialId = randomBytes(16);
  let keys: CryptoKeyPair | undefined;
  let userHandle = "";
  let counter = 0;

  const clientData = (type: string, challenge: string): Uint8Array => utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(rpId: string, flags: number, attested: Uint8Array): Uint8Array {
    counter++;
    return concatBytes(sha256(utf8(rpId)), Uint8Array.of(flags, 0, 0, 0, counter), attested);
  }

  return {
    async create(optionsJson) {
      const options = JSON.parse(optionsJson) as { readonly challenge: string; readonly rp: { readonly id: string }; readonly user: { readonly id: string } };
      keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
      userHandle = options.user.id;
      const point = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey)); // 0x04 || x || y
      // COSE_Key {1: 2, 3: -7, -1: 1, -2: x, -3: y}
      const cose = concatBytes(
        Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20), point.slice(1, 33),
        Uint8Array.of(0x22, 0x58, 0x20), point.slice(33),
      );
      const attested = concatBytes(new Uint8Array(16), Uint8Array.of(0, credentialId.length), credentialId, cose);
      const data = authenticatorData(options.rp.id, PRESENT_AND_VERIFIED | WITH_CREDENTIAL, attested);
      // {"fmt": "none", "attStmt": {}, "authData": data}
      const attestation = concatBytes(
        Uint8Array.of(0xa3, 0x63), utf8("fmt"), Uint8Array.of(0x64), utf8("none"), Uint8Array.of(0x67), utf8("attStmt"),
        Uint8Array.of(0xa0, 0x68), utf8("authData"), Uint8Array.of(0x58, data.length), data,
      );
      return JSON.stringify({
        id: toBase64url(credentialId), rawId: toBase64url(credentialId), type: "public-key", clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64url(clientData("webauthn.create", options.challenge)), attestationObject: toBase64url(attestation), transports: ["internal"],
        },
      });
    },
    async get(optionsJson) {
      const options = JSON.parse(optionsJson) as { readonly challenge: string; readonly rpId: string };
      if (!keys) throw new Error("no passkey was made");
      const data = authenticatorData(options.rpId, PRESENT_AND_VERIFIED, new Uint8Array());
      const client = clientData("webauthn.get", options.challenge);
      const signed = plainBytes(concatBytes(data, sha256(client)));
      const signature = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, keys.privateKey, signed));
      return JSON.stringify({
        id: toBase64url(credentialId), rawId: toBase64url(credentialId), type: "public-key", clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64url(client), authenticatorData: toBase64url(data), signature: toBase64url(derSignature(signature)),
          userHandle: toBase64url(fromBase64url(userHandle)),
        },
      });
    },
  };
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) of r || s. */
function derSignature(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array): Uint8Array => {
    let from = 0;
    while (from < bytes.length - 1 && bytes[from] === 0) from++;
    const short = bytes.slice(from);
    const positive = (short[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), short) : short;
    return concatBytes(Uint8Array.of(0x02, positive.length), positive);
  };
  const body = concatBytes(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return concatBytes(Uint8Array.of(0x30, body.length), body);
}
