/** The stream that only one account reads: its own history. */
import type { CallOptions } from "@connectrpc/connect";
import { fromHex } from "./bytes.ts";
import type { Transport, VaultContents } from "./context.ts";
import { hasCode } from "./errors.ts";
import { StreamKind, StreamRole } from "./gen/alcove/v1/stream_pb.ts";

/** Makes it, under the id that is in the vault, unless it is there already. */
export async function createHistoryStream({ stream }: Transport, accountId: Uint8Array, { historyStream }: VaultContents, by?: CallOptions): Promise<void> {
  const members = [{ accountId, role: StreamRole.OWNER }];
  try {
    await stream.createStream({ streamId: fromHex(historyStream), kind: StreamKind.HISTORY, members }, by);
  } catch (error) {
    if (!hasCode(error, "history_exists") && !hasCode(error, "stream_exists")) throw error;
  }
}
