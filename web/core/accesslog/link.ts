/**
 * A link of the chain that an access log is: what a device of the account put into it
 * at once, with a number, the hash of the link before, and a signature by the account's
 * identity key.
 *
 *     signature = Ed25519(identity key, "alcove/v1/access" || account id || body)
 *     hash      = SHA-256("alcove/v1/access/hash" || account id || body)
 *
 * Each link lies in the account's history as a record of its own, sealed under a key
 * from the vault. Its idempotency key is derived from its number, and the server takes
 * a key once: of two devices that write the same number at once, one is first and the
 * other finds its link there. That is the compare-and-set by which there is one chain,
 * however many devices write it.
 */
import type { DeviceKind, Id } from "../api.ts";
import type { AccessExport, AccessNoteKind } from "../access_api.ts";
import { accessKey } from "../access_key.ts";
import { concatBytes, equalBytes, fromBase64url, fromHex, fromUtf8, sha256, toBase64url, toHex, utf8 } from "../bytes.ts";
import type { VaultContents } from "../context.ts";
import { sign, verify } from "../device_credential.ts";
import { hmacSha256, openAesGcm, sealAesGcm } from "../kdf.ts";
import { pad, unpad } from "../padding.ts";

/** A kind that the server notes, or one that cannot be read. */
export type NoteKind = AccessNoteKind | "unreadable";

/** What stands in a link. */
export type AccessEvent =
  /** `session`: SHA-256 of its token, hex; empty where it could not be read. */
  | { readonly kind: "note"; readonly number: number; readonly note: NoteKind; readonly day: number; readonly session: Id }
  | { readonly kind: "more"; readonly number: number; readonly more: number }
  | { readonly kind: "expired"; readonly from: number; readonly to: number }
  /** `from`: as what the session began that goes on as this one, since a second factor was presented. */
  | { readonly kind: "begun" | "session"; readonly session: Id; readonly of: DeviceKind; readonly first?: true; readonly from?: Id }
  | { readonly kind: "opened"; readonly stream: Id; readonly part: "medical" | "contact" | "card"; readonly by: string; readonly at: number }
  /** A person accepted what the server shows, and links that this device had are not there any more: their hashes, the last first. */
  | { readonly kind: "anew"; readonly lost: readonly string[] }
  | { readonly kind: "exported"; readonly what: AccessExport }
  | { readonly kind: "policy"; readonly version: number }
  | { readonly kind: "compared"; readonly name: string }
  | { readonly kind: "answer"; readonly of: string; readonly mine: boolean };

export interface LinkBody {
  readonly v: 1;
  readonly n: number;
  /** Hash of the link before; empty in the first. */
  readonly before: string;
  /** Where the links before stand in the history, the last first. */
  readonly places: readonly number[];
  /** In ms since 1970. */
  readonly at: number;
  readonly device: Id;
  /** Up to which of the server's notes all is in the log. */
  readonly taken: number;
  readonly events: readonly AccessEvent[];
}

/** A link with its hash, as it is kept on the device. */
export interface Link extends LinkBody {
  readonly hash: string;
}

/** How many of the places before a link says: so many are fetched at once. */
export const PLACES = 20;
const AAD = utf8("alcove/v1/access/record");

export const hashOf = (accountId: Uint8Array, body: Uint8Array): string => toHex(sha256(utf8("alcove/v1/access/hash"), accountId, body));
const signedPart = (accountId: Uint8Array, body: Uint8Array): Uint8Array => concatBytes(utf8("alcove/v1/access"), accountId, body);

/** The idempotency key of the link with this number. */
export async function linkKey({ historyKey }: Pick<VaultContents, "historyKey">, n: number): Promise<Uint8Array> {
  return (await hmacSha256(fromHex(historyKey), utf8(`alcove/v1/access/place/${n}`))).slice(0, 16);
}

export interface MadeLink {
  readonly link: Link;
  readonly ciphertext: Uint8Array;
}

export async function makeLink(accountId: Uint8Array, vault: VaultContents, body: LinkBody): Promise<MadeLink> {
  const bytes = utf8(JSON.stringify(body));
  const signature = sign(fromHex(vault.identityPrivateKey), signedPart(accountId, bytes));
  const { id, key } = await accessKey(vault.historyKey);
  const sealed = await sealAesGcm(key, pad(utf8(JSON.stringify({ body: toBase64url(bytes), signature: toBase64url(signature) }))), AAD);
  return { link: { ...body, hash: hashOf(accountId, bytes) }, ciphertext: concatBytes(id, sealed) };
}

/** What a record says, if it is a link of this account; undefined else. */
export async function openLink(accountId: Uint8Array, vault: VaultContents, ciphertext: Uint8Array): Promise<Link | undefined> {
  const { id, key } = await accessKey(vault.historyKey);
  if (!equalBytes(ciphertext.subarray(0, 16), id)) return undefined;
  try {
    const { body, signature } = JSON.parse(fromUtf8(unpad(await openAesGcm(key, ciphertext.subarray(16), AAD)))) as { readonly body: string; readonly signature: string };
    const bytes = fromBase64url(body);
    if (!verify(fromHex(vault.identityPublicKey), signedPart(accountId, bytes), fromBase64url(signature))) return undefined;
    return { ...(JSON.parse(fromUtf8(bytes)) as LinkBody), hash: hashOf(accountId, bytes) };
  } catch {
    return undefined;
  }
}
