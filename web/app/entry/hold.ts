/**
 * Long steps change the session while they run: signing up ends in one that is
 * ready before the recovery code was shown. Until a step is over, the screen
 * that began it stays.
 */
import { computed, signal } from "@preact/signals";
import type { SessionState } from "../../core/api.ts";
import { core, newRecoveryCode, oneTimeCodes, otherTab, session } from "../state.ts";

/** The session as it was when the step began. */
export const held = signal<SessionState | undefined>(undefined);

/** Keeps the present screen until `step` is over, however it ends. */
export async function holding(step: () => Promise<void>): Promise<void> {
  held.value = session.value;
  try {
    await step();
  } finally {
    held.value = undefined;
  }
}

/** Ends the session; that it ended is not shown as if it had expired. */
export const logOut = (): Promise<void> => holding(() => core.logOut());

/** How many one-time codes remain, after one was used and until that was read. */
export const codesRemaining = signal<number | undefined>(undefined);

/** True once nothing stands between somebody and their conversations. */
export const inside = computed(() =>
  session.value?.state === "ready" && !held.value && !newRecoveryCode.value && !oneTimeCodes.value && codesRemaining.value === undefined && !otherTab.value);
