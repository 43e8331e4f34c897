/**
 * How a standing is kept: on the device after each record, in history as a
 * checkpoint.
 *
 *     2 || length (uint32) of what is written as JSON || JSON of all but the group || the group
 *
 * It is written with every message, so the group is not turned into text on the
 * way. Earlier versions wrote JSON with the group in it as base64url.
 */
import { concatBytes, fromBase64url, fromUtf8, utf8 } from "../bytes.ts";
import { deserializeGroup, serializeGroup } from "../mls.ts";
import type { Standing } from "./records.ts";

const VERSION = 2;
const HEAD = 5;
const BRACE = 0x7b;

/** Encodes a standing. */
export function encodeStanding({ group, ...rest }: Standing): Uint8Array {
  const json = utf8(JSON.stringify(rest));
  const head = new Uint8Array(HEAD);
  head[0] = VERSION;
  new DataView(head.buffer).setUint32(1, json.length);
  return concatBytes(head, json, serializeGroup(group));
}

/** Decodes what encodeStanding made on one of this account's devices, now or earlier. */
export function decodeStanding(bytes: Uint8Array): Standing {
  if (bytes[0] === BRACE) {
    const value = JSON.parse(fromUtf8(bytes)) as Omit<Standing, "group"> & { readonly group: string };
    return { ...value, group: deserializeGroup(fromBase64url(value.group)) };
  }
  const end = HEAD + new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  const rest = JSON.parse(fromUtf8(bytes.subarray(HEAD, end))) as Omit<Standing, "group">;
  return { ...rest, group: deserializeGroup(bytes.subarray(end)) };
}
