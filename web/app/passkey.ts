/** Asks the browser for a passkey; options and answers are WebAuthn JSON. */

/** What went wrong, as a code with a text; closing the browser's window is no error of anybody's. */
export async function told<T>(ask: () => Promise<T>): Promise<T> {
  if (!("PublicKeyCredential" in globalThis)) throw { code: "passkey_unsupported" };
  try {
    return await ask();
  } catch (failure) {
    const name = failure instanceof DOMException ? failure.name : "";
    switch (name) {
      case "NotAllowedError":
      case "AbortError": throw { code: "passkey_cancelled" };
      case "InvalidStateError": throw { code: "passkey_known" };
      case "NotSupportedError":
      case "ConstraintError":
      case "SecurityError": throw { code: "passkey_unsupported" };
      default: throw failure;
    }
  }
}

function publicKey<T>(json: string): T {
  if (!("parseRequestOptionsFromJSON" in PublicKeyCredential)) throw { code: "passkey_unsupported" };
  const parsed = JSON.parse(json) as { readonly publicKey?: T };
  return parsed.publicKey ?? (parsed as T);
}

function answer(credential: Credential | null): string {
  if (!credential) throw { code: "passkey_cancelled" };
  return JSON.stringify((credential as PublicKeyCredential).toJSON());
}

/** Makes a passkey; rejects with "passkey_cancelled", "passkey_known" or "passkey_unsupported". */
export function createPasskey(options: string): Promise<string> {
  return told(async () => answer(await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey(options)) })));
}

/** Presents one; rejects with "passkey_cancelled" or "passkey_unsupported". */
export function usePasskey(options: string): Promise<string> {
  return told(async () => answer(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey(options)) })));
}
