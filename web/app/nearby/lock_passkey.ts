/**
 * The passkey that opens the lock of this browser, by what its PRF gives
 * (WebAuthn level 3, §10.1.4). It is made for that alone and no server hears of
 * it: the challenge proves nothing to anybody, what opens is the secret.
 */
import type { LockPasskey } from "../../core/api.ts";
import { t } from "../i18n.ts";
import { told } from "../passkey.ts";

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

interface Prf { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } }

function prfOf(credential: Credential | null): Prf {
  if (!credential) throw { code: "passkey_cancelled" };
  return (credential as PublicKeyCredential).getClientExtensionResults().prf ?? {};
}

function secretOf(first: BufferSource): Uint8Array {
  return ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : new Uint8Array(first);
}

/** False only where it is certain that this browser cannot do it. */
export async function lockPasskeyPossible(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis)) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.().catch(() => undefined);
  if (capabilities?.["extension:prf"] === false) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

/** Rejects with "lock_passkey_unsupported" where a passkey was made that gives no secret. */
export async function makeLockPasskey(): Promise<{ readonly passkey: LockPasskey; readonly secret: Uint8Array }> {
  const salt = random(32);
  const name = t("lock-passkey-name");
  const made = await told(() => navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name },
      user: { id: random(16), name, displayName: name },
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key" as const, alg })),
      authenticatorSelection: { authenticatorAttachment: "platform", residentKey: "discouraged", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  const { enabled, results } = prfOf(made);
  if (!enabled && !results?.first) throw { code: "lock_passkey_unsupported" };
  const passkey = { id: new Uint8Array((made as PublicKeyCredential).rawId), salt };
  // Some give the secret only when the passkey is used.
  return { passkey, secret: results?.first ? secretOf(results.first) : await lockPasskeySecret(passkey) };
}

/** Asks for the passkey; rejects with "passkey_cancelled" or "lock_passkey_unsupported". */
export async function lockPasskeySecret({ id, salt }: LockPasskey): Promise<Uint8Array> {
  const { results } = prfOf(await told(() => navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: [{ type: "public-key", id: id as Uint8Array<ArrayBuffer>, transports: ["internal"] }],
      userVerification: "required",
      extensions: { prf: { eval: { first: salt as Uint8Array<ArrayBuffer> } } },
    },
  })));
  if (!results?.first) throw { code: "lock_passkey_unsupported" };
  return secretOf(results.first);
}
