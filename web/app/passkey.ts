/** Asks the browser for a passkey; options and answers are WebAuthn JSON. */
function publicKey<T>(json: string): T {
  const parsed = JSON.parse(json) as { readonly publicKey?: T };
  return parsed.publicKey ?? (parsed as T);
}
const answer = (credential: Credential | null): string => JSON.stringify((credential as PublicKeyCredential).toJSON());

export async function createPasskey(options: string): Promise<string> {
  return answer(await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey(options)) }));
}
export async function usePasskey(options: string): Promise<string> {
  return answer(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey(options)) }));
}
