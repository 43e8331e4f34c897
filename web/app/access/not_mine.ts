/** A device is not the account's: so said of all that it did, that nobody is asked about it once more. */
import { type Id, waits } from "../../core/api.ts";
import { core } from "../state.ts";

export async function notMine(device: Id): Promise<void> {
  const { entries } = await core.accessLog();
  for (const entry of entries) if (waits(entry) && entry.device?.id === device) await core.answerAccess(entry.id, "not-mine");
}
