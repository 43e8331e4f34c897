/** What is inside the two messages that are data: both are JSON, read with suspicion. */
import { type DeviceKind, type Id, MAX_DEVICE_NAME_LENGTH } from "../api.ts";
import { fromBase64url, fromUtf8, randomBytes, toBase64url, utf8 } from "../bytes.ts";
import { tampered } from "./secrets.ts";

/** What the entrant is: the key to seal to, and what its browser says it is. */
export interface Reveal {
  /** age1pq1… */
  readonly recipient: string;
  readonly kind: DeviceKind;
}

/** What the entrant needs to be a device of the account. */
export interface Grant {
  readonly accountId: Id;
  readonly loginName: string;
  readonly token: Uint8Array;
  readonly vaultKey: Uint8Array;
}

/** With 32 random bytes, so that the commitment to it tells nothing. */
export function writeReveal({ recipient, kind }: Reveal): Uint8Array {
  return utf8(JSON.stringify({ v: 1, nonce: toBase64url(randomBytes(32)), recipient, browser: kind.browser, system: kind.system }));
}

export function readReveal(bytes: Uint8Array): Reveal {
  const said = fields(bytes);
  const recipient = text(said["recipient"], 4_096);
  if (!recipient.startsWith("age1pq1")) throw tampered();
  return { recipient, kind: { browser: text(said["browser"], MAX_DEVICE_NAME_LENGTH), system: text(said["system"], MAX_DEVICE_NAME_LENGTH) } };
}

export function writeGrant({ accountId, loginName, token, vaultKey }: Grant): Uint8Array {
  return utf8(JSON.stringify({ v: 1, accountId, loginName, token: toBase64url(token), vaultKey: toBase64url(vaultKey) }));
}

export function readGrantFields(bytes: Uint8Array): Grant {
  const said = fields(bytes);
  const accountId = text(said["accountId"], 32);
  if (!/^[0-9a-f]{32}$/u.test(accountId)) throw tampered();
  return { accountId, loginName: text(said["loginName"], 200), token: key(said["token"]), vaultKey: key(said["vaultKey"]) };
}

function fields(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(fromUtf8(bytes));
    if (typeof said === "object" && said !== null && !Array.isArray(said)) return said as Readonly<Record<string, unknown>>;
  } catch {
    // As anything else that the other end would not have said.
  }
  throw tampered();
}

function text(value: unknown, longest: number): string {
  if (typeof value !== "string" || value.length > longest) throw tampered();
  return value;
}

function key(value: unknown): Uint8Array {
  try {
    const bytes = fromBase64url(text(value, 64));
    if (bytes.length === 32) return bytes;
  } catch {
    // As below.
  }
  throw tampered();
}
