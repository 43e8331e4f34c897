/** MLSMessage (RFC 9420 §6) in and out of bytes. */
import { decodeMlsMessage, encodeMlsMessage, type GroupInfo, type KeyPackage, type MLSMessage, type Welcome } from "ts-mls";
import { MlsRefusal } from "./refusal.ts";

/** Decodes exactly one message that fills `bytes`; throws "malformed". */
export function decodeMessage(bytes: Uint8Array): MLSMessage {
  let decoded: [MLSMessage, number] | undefined;
  try {
    decoded = decodeMlsMessage(bytes, 0);
  } catch (error) {
    throw new MlsRefusal("malformed", error);
  }
  if (decoded === undefined || decoded[1] !== bytes.length) throw new MlsRefusal("malformed");
  return decoded[0];
}

export function encodeKeyPackage(keyPackage: KeyPackage): Uint8Array {
  return encodeMlsMessage({ version: "mls10", wireformat: "mls_key_package", keyPackage });
}
export function encodeWelcome(welcome: Welcome): Uint8Array {
  return encodeMlsMessage({ version: "mls10", wireformat: "mls_welcome", welcome });
}
export function encodeGroupInfo(groupInfo: GroupInfo): Uint8Array {
  return encodeMlsMessage({ version: "mls10", wireformat: "mls_group_info", groupInfo });
}

export function decodeKeyPackage(bytes: Uint8Array): KeyPackage {
  const message = decodeMessage(bytes);
  if (message.wireformat !== "mls_key_package") throw new MlsRefusal("malformed");
  return message.keyPackage;
}
export function decodeWelcome(bytes: Uint8Array): Welcome {
  const message = decodeMessage(bytes);
  if (message.wireformat !== "mls_welcome") throw new MlsRefusal("malformed");
  return message.welcome;
}
export function decodeGroupInfo(bytes: Uint8Array): GroupInfo {
  const message = decodeMessage(bytes);
  if (message.wireformat !== "mls_group_info") throw new MlsRefusal("malformed");
  return message.groupInfo;
}

/** Parts, each after its length (uint32, big-endian): how private key packages are stored. */
export function packParts(parts: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    packed.set(part, at + 4);
    at += 4 + part.length;
  }
  return packed;
}

/** Reads what `packParts` made of `count` parts; throws "malformed". */
export function unpackParts(packed: Uint8Array, count: number): readonly Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= packed.length) {
    const length = view.getUint32(at);
    parts.push(packed.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  if (at !== packed.length || parts.length !== count) throw new MlsRefusal("malformed");
  return parts;
}
