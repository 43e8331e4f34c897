/** How a standing is kept: on the device after each record, in history as a checkpoint. */
import { fromBase64url, toBase64url, utf8 } from "../bytes.ts";
import { deserializeGroup, serializeGroup } from "../mls.ts";
import type { Standing } from "./records.ts";

/** Encodes a standing as UTF-8 JSON. */
export function encodeStanding(standing: Standing): Uint8Array {
  return utf8(JSON.stringify({ ...standing, group: toBase64url(serializeGroup(standing.group)) }));
}

/** Decodes what encodeStanding made on one of this account's devices. */
export function decodeStanding(bytes: Uint8Array): Standing {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Standing, "group"> & { readonly group: string };
  return { ...value, group: deserializeGroup(fromBase64url(value.group)) };
}
