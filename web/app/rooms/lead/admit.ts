/** Letting many in. */
import type { Id } from "../../../core/api.ts";
import { core } from "../../state.ts";

/** So many by one change of the group: what is told to all others stays small enough for a slow telephone. */
const AT_ONCE = 20;

/** Lets them in, some at a time, and says how many are in. */
export async function letIn(room: Id, handles: readonly Id[], tell: (done: number) => void): Promise<void> {
  for (let done = 0; done < handles.length; done += AT_ONCE) {
    tell(done);
    await core.admit(room, handles.slice(done, done + AT_ONCE));
  }
}
