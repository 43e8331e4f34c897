/** Under which key the access log lies in the history, and by which 16 bytes its records are told from the history's own. */
import { fromHex } from "./bytes.ts";
import { hkdfSha256 } from "./kdf.ts";

export interface AccessKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

export async function accessKey(historyKey: string): Promise<AccessKey> {
  const key = await hkdfSha256(fromHex(historyKey), "alcove/v1/access/key");
  return { key, id: await hkdfSha256(key, "alcove/v1/history/key-id", 16) };
}
