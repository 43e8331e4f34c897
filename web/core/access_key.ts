/** What others than the access log itself have to know of it: under which key it lies in the history, and by which 16 bytes its records are told from the history's own, and where it finds what it is to say. */
import { fromHex } from "./bytes.ts";
import { hkdfSha256 } from "./kdf.ts";

/** Before the names of what is to stand in the access log and does not yet, in the device's store. */
export const ACCESS_WAITING = "access/waiting/";

export interface AccessKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

export async function accessKey(historyKey: string): Promise<AccessKey> {
  const key = await hkdfSha256(fromHex(historyKey), "alcove/v1/access/key");
  return { key, id: await hkdfSha256(key, "alcove/v1/history/key-id", 16) };
}
