/**
 * Long steps change the session while they run: signing up ends in one that is
 * ready before the recovery code was shown. Until a step is over, the screen
 * that began it stays.
 */
import { computed, signal } from "@preact/signals";
import { newRecoveryCode, oneTimeCodes, otherTab, session } from "../state.ts";
import type { SessionState } from "../../core/api.ts";

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

/** How many one-time codes remain, after one was used and until that was read. */
export const codesRemaining = signal<number | undefined>(undefined);

/** True once nothing stands between somebody and their conversations. */
export const inside = computed(() =>
  session.value?.state === "ready" && !held.value && !newRecoveryCode.value && !oneTimeCodes.value && codesRemaining.value === undefined && !otherTab.value);
